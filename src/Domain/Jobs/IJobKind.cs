using HnCe.Domain.Access;

namespace HnCe.Domain.Jobs;

/// <summary>
/// One kind of long work, registered by its name: <c>AddKeyedScoped&lt;IJobKind, PrintCertificatesJob&gt;(PrintCertificatesJob.Kind)</c>.
/// It runs in a scope of its own whose <see cref="Caller"/> is the owner, read afresh.
/// </summary>
public interface IJobKind
{
    /// <summary>
    /// Does the work, or goes on with it behind <see cref="LeasedJob.Position"/>. Each write of the scope commits only while the lease is held,
    /// together with the position: an instance that was given up by the others changes nothing more.
    /// </summary>
    /// <param name="job">What is to be done, and where progress and result go.</param>
    /// <param name="cancel">Ends it when the lease is lost, the owner's account ends or the host stops.</param>
    Task<Outcome<JobResult>> RunAsync(LeasedJob job, CancellationToken cancel);
}

/// <summary>What came of a job.</summary>
/// <param name="Message">In words, at most 1000 characters; no ID number, phone or address.</param>
/// <param name="FileName">Name for the download of what was written to <see cref="LeasedJob.CreateFile"/>; null without a result.</param>
public sealed record JobResult(string Message, string? FileName = null);

/// <summary>A job in the hands of this instance. Progress is only noted here; the instance saves it every few seconds.</summary>
public sealed class LeasedJob
{
    private readonly JobFiles files;

    internal LeasedJob(Job job, string parameters, JobFiles files)
    {
        this.files = files;
        (Id, Kind, Title, OwnerId, Lease, Attempts) = (job.Id, job.Kind, job.Title, job.OwnerId, job.Lease, job.Attempts);
        (Parameters, Position, Done, Total, Doing) = (parameters, job.Position, job.Done, job.Total, job.Message);
    }

    /// <summary>Key.</summary>
    public long Id { get; }

    /// <summary>Which kind.</summary>
    public string Kind { get; }

    /// <summary>What it is, in words.</summary>
    public string Title { get; }

    /// <summary>Key of the account that started it.</summary>
    public long OwnerId { get; }

    /// <summary>The hold on it.</summary>
    public Guid Lease { get; }

    /// <summary>The how many-th attempt, from 1.</summary>
    public int Attempts { get; }

    /// <summary>What is to be done, as JSON.</summary>
    public string Parameters { get; }

    /// <summary>How far the work is saved. Set it before a write: the write saves it, or fails.</summary>
    public int Position { get; set; }

    /// <summary>Items that are through.</summary>
    public int Done { get; private set; }

    /// <summary>All items; 0 where nobody knows.</summary>
    public int Total { get; private set; }

    /// <summary>What is being done, such as 已编号.</summary>
    public string? Doing { get; private set; }

    /// <summary>Notes how far it is.</summary>
    public void Report(int done, int total, string? doing = null) => (Done, Total, Doing) = (done, total, doing ?? Doing);

    /// <summary>Opens the result for writing; an earlier attempt's is thrown away.</summary>
    public Stream CreateFile() => files.Create(Id, Lease);
}
