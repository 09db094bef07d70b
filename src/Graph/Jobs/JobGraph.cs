using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Jobs;
using HnCe.Graph.Server;

namespace HnCe.Graph.Jobs;

/// <summary>Long work of the caller: many certificates in one PDF, a long export, 全部通过 of very many. 任务. CER-01, REV-04.</summary>
[Name("Job")]
public sealed class JobView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Name of the result.</summary>
    [Ignore]
    public string? ResultName { get; init; }

    /// <summary>What it is, such as 证书打印，300 人.</summary>
    public string Title { get; init; } = "";

    /// <summary>Kind of work: certificates, export, review.</summary>
    public string Kind { get; init; } = "";

    /// <summary>How far it is. 状态.</summary>
    public JobState State { get; init; }

    /// <summary>Items that are through. 已完成.</summary>
    public int Done { get; init; }

    /// <summary>All items; 0 where nobody knows before the end. 共.</summary>
    public int Total { get; init; }

    /// <summary>While it runs, what is being done; then what came of it.</summary>
    public string? Message { get; init; }

    /// <summary>When it was started, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it ended, UTC; null before.</summary>
    public DateTime? FinishedAt { get; init; }

    /// <summary>Name of the result; null where there is none, or no longer: it is kept for 24 hours.</summary>
    public string? FileName => ResultName;

    /// <summary>Path of the result; authorized again for each request. Null where there is none.</summary>
    public string? FileUrl => ResultName is null ? null : $"/jobs/{GlobalId.Encode("Job", Key)}/file";

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Job, JobView>> Shape = j => new()
    {
        Key = j.Id,
        ResultName = j.FileName,
        Title = j.Title,
        Kind = j.Kind,
        State = j.State,
        Done = j.Done,
        Total = j.Total,
        Message = j.Message,
        CreatedAt = j.CreatedAt,
        FinishedAt = j.FinishedAt,
    };
}

[QueryType]
internal static class JobQueries
{
    /// <summary>The caller's jobs, newest first. 我的任务. CER-01.</summary>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="jobs">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount)]
    public static Task<Page<JobView>> Jobs(PageRequest page, Selected<Job, JobView> selected, [FromServices] JobReader jobs, CancellationToken cancel) =>
        jobs.ListAsync(page, selected.Shape, cancel);

    /// <summary>One job of the caller; null when it is somebody else's. CER-01.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="jobs">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount)]
    public static async Task<JobView?> Job(Key<JobView> id, Selected<Job, JobView> selected, [FromServices] JobReader jobs, CancellationToken cancel) =>
        (await jobs.FindAsync([id.Value], selected.Shape, cancel)).SingleOrDefault();
}

[Requires(Permission.UseOwnAccount)]
internal sealed class JobNodes(JobReader jobs) : NodeLoader<Job, JobView>
{
    protected override Task<IReadOnlyList<JobView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Job, JobView>> shape, CancellationToken cancel) =>
        jobs.FindAsync(keys, shape, cancel);
}
