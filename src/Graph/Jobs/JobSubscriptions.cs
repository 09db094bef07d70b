using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Jobs;
using HnCe.Graph.Server;

namespace HnCe.Graph.Jobs;

/// <summary>A job of the caller got on or ended. 任务进度. GRAPH-8, CER-01.</summary>
public sealed class JobProgressedPayload
{
    /// <summary>Opaque; subscribing again with it as after brings the present state of what is open or has ended since.</summary>
    public string Cursor { get; init; } = "";

    /// <summary>The job as it is now.</summary>
    public JobView Job { get; init; } = null!;
}

[SubscriptionType]
internal static class JobSubscriptions
{
    /// <summary>Progress and end of the caller's jobs, looked at every second or so. 任务进度. GRAPH-8, CER-01.</summary>
    /// <param name="id">Only of this one.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="happening">What happened.</param>
    /// <param name="jobs">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount), Follows<JobFeed>]
    public static async Task<JobProgressedPayload?> JobProgressed(
        Key<JobView>? id, Selected<Job, JobView> selected, [FromServices] Happening happening, [FromServices] JobReader jobs, CancellationToken cancel) =>
        (id is null || id.Value.Value == happening.Subject) && await jobs.FindAsync([happening.Subject], selected.Shape, cancel) is [var job]
            ? new() { Cursor = happening.Cursor, Job = job }
            : null;
}
