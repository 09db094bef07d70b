using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Jobs;

/// <summary>
/// How jobs get on. A job is one row that changes, so the feed compares what is open with what it saw last; a cursor is a moment, and behind it comes
/// the present state of what is open or has ended since. Source: GRAPH-8, CER-01.
/// </summary>
public sealed class JobFeed(IDbContextFactory<HnCeDbContext> factory, TimeProvider clock) : Feed<Job>("jobs", Permission.UseOwnAccount)
{
    // Between the moment that a job notes as its end and the moment that others can see it, and between the clocks of two instances.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    private readonly Dictionary<long, Progress> known = [];
    private long last;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        last = await db.Jobs.MaxAsync(j => (long?)j.Id, cancel) ?? 0;
        known.Clear();
        foreach (var job in await Open(db.Jobs).Select(Job.ProgressOnly).ToListAsync(cancel))
        {
            known[job.Id] = Progress.Of(job);
        }
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Happening>> LookAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var seen = known.Keys.ToList();
        var jobs = await db.Jobs.Where(j => j.Id > last || j.State == JobState.Waiting || j.State == JobState.Running || seen.Contains(j.Id))
            .OrderBy(j => j.Id).Select(Job.ProgressOnly).ToListAsync(cancel);
        var moved = jobs.FindAll(job => known.GetValueOrDefault(job.Id) != Progress.Of(job));
        foreach (var job in jobs)
        {
            last = Math.Max(last, job.Id);
            known[job.Id] = Progress.Of(job);
            if (job.State is JobState.Done or JobState.Failed)
            {
                known.Remove(job.Id);
            }
        }

        return moved.ConvertAll(Told);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Happening>> MissedAsync(string cursor, Jurisdiction reach, CancellationToken cancel)
    {
        var ticks = Decode(cursor);
        var since = new DateTime(Math.Clamp(ticks, Slack.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc) - Slack;
        await using var db = await factory.CreateDbContextAsync(cancel);
        var jobs = await db.Jobs.Within(reach).Where(j => j.State == JobState.Waiting || j.State == JobState.Running || j.FinishedAt > since)
            .OrderBy(j => j.Id).Take(Most + 1).Select(Job.ProgressOnly).ToListAsync(cancel);
        return jobs.Count <= Most ? jobs.ConvertAll(Told) : throw new CursorTooOldException();
    }

    private static IQueryable<Job> Open(IQueryable<Job> jobs) => jobs.Where(j => j.State == JobState.Waiting || j.State == JobState.Running);

    private Happening Told(Job job)
    {
        var now = clock.Now().Ticks;
        return new(now, job.Id, Encode(now), job);
    }

    private sealed record Progress(JobState State, int Done, int Total, string? Message)
    {
        public static Progress Of(Job job) => new(job.State, job.Done, job.Total, job.Message);
    }
}
