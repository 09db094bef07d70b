namespace HnCe.Domain.Jobs;

/// <summary>Up to where work is done within the request; what is longer becomes a job. The section <c>Jobs</c>.</summary>
public sealed class JobLimits
{
    /// <summary>Certificates drawn at once.</summary>
    public int Certificates { get; set; } = 50;

    /// <summary>Certificates of one PDF at all.</summary>
    public int MostCertificates { get; set; } = 5_000;

    /// <summary>Rows exported at once.</summary>
    public int Rows { get; set; } = 50_000;

    /// <summary>Rows of one table at all; a sheet has room for 1 048 576.</summary>
    public int MostRows { get; set; } = 1_000_000;

    /// <summary>Declarations decided at once by 全部通过 and 全部不通过.</summary>
    public int Verdicts { get; set; } = 20_000;

    /// <summary>Jobs of one account that wait or run.</summary>
    public int OpenJobs { get; set; } = 5;
}
