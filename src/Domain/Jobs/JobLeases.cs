using System.Globalization;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Jobs;

/// <summary>
/// Hands jobs to instances. A lease is moved on while the work goes on; the job of an instance that died is taken over when it runs out,
/// and what the dead one might still do is kept out by <see cref="FenceAsync"/>.
/// </summary>
public sealed class JobLeases(IDbContextFactory<HnCeDbContext> factory, JobFiles files, SecretBox box, TimeProvider clock)
{
    /// <summary>Attempts before a job that always breaks off is given up.</summary>
    public const int MostAttempts = 3;

    /// <summary>How long a lease holds without being moved on.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>How long a result can be downloaded.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private const int Looked = 10;

    /// <summary>Takes the oldest job that waits or was left; null when there is none.</summary>
    public async Task<LeasedJob?> TakeAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        await using var db = await factory.CreateDbContextAsync(cancel);
        var due = db.Jobs.Where(j => j.State == JobState.Waiting || (j.State == JobState.Running && j.LeasedUntil <= now));
        foreach (var id in await due.OrderBy(j => j.Id).Select(j => j.Id).Take(Looked).ToListAsync(cancel))
        {
            var lease = Guid.NewGuid();
            var taken = await due.Where(j => j.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Lease, lease)
                .SetProperty(j => j.LeasedUntil, now + Lease).SetProperty(j => j.Attempts, j => j.Attempts + 1), cancel);
            if (taken == 1)
            {
                var job = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id, cancel);
                return new(job, box.Open(job.Parameters, Job.ParametersColumn, SealedFor(job.OwnerId)), files);
            }
        }

        return null;
    }

    /// <summary>Moves the lease on and saves the progress; false when the job was taken over.</summary>
    public async Task<bool> KeepAsync(LeasedJob job, CancellationToken cancel)
    {
        var until = clock.Now() + Lease;
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Held(db, job).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, until)
            .SetProperty(j => j.Done, job.Done).SetProperty(j => j.Total, job.Total).SetProperty(j => j.Message, job.Doing), cancel) == 1;
    }

    /// <summary>Within a write of the job: saves the position, or answers that the job was taken over. The row stays locked until the write ends.</summary>
    public static async Task<bool> FenceAsync(HnCeDbContext db, LeasedJob job, CancellationToken cancel) =>
        await Held(db, job).ExecuteUpdateAsync(set => set.SetProperty(j => j.Position, job.Position), cancel) == 1;

    /// <summary>Gives a job back unfinished, because the host stops: another instance takes it at once.</summary>
    public async Task ReleaseAsync(LeasedJob job, CancellationToken cancel)
    {
        var now = clock.Now();
        await using var db = await factory.CreateDbContextAsync(cancel);
        await Held(db, job).ExecuteUpdateAsync(set => set.SetProperty(j => j.LeasedUntil, now).SetProperty(j => j.Attempts, j => j.Attempts - 1), cancel);
    }

    /// <summary>Ends a job and tells its owner, in one write; nothing when it was taken over.</summary>
    public async Task FinishAsync(LeasedJob job, JobState state, JobResult result, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        await new UnitOfWork(db, Caller.System, clock).RunAsync<bool>("FinishJob", async write =>
        {
            var ended = await Held(db, job).ExecuteUpdateAsync(set => set
                .SetProperty(j => j.State, state).SetProperty(j => j.Message, result.Message).SetProperty(j => j.FileName, result.FileName)
                .SetProperty(j => j.Done, job.Done).SetProperty(j => j.Total, job.Total)
                .SetProperty(j => j.FinishedAt, write.At).SetProperty(j => j.Parameters, Array.Empty<byte>()), cancel);
            if (ended == 1)
            {
                var kind = state is JobState.Done ? MessageKind.JobDone : MessageKind.JobFailed;
                await Outbox.TellOwnerAsync(db, write, job.OwnerId, kind, job.Title, result.Message, cancel);
                write.Note($"Job:{job.Id}", $"{{\"state\":\"{state}\"}}");
            }

            return true;
        }, cancel);
        if (state is JobState.Failed)
        {
            files.Delete(job.Id);
        }
    }

    /// <summary>Removes the results that are a day old. Answers how many.</summary>
    public async Task<int> SweepAsync(CancellationToken cancel)
    {
        var before = clock.Now() - Kept;
        await using var db = await factory.CreateDbContextAsync(cancel);
        var old = await db.Jobs.Where(j => j.State == JobState.Done && j.FileName != null && j.FinishedAt < before).Select(j => j.Id).ToListAsync(cancel);
        foreach (var id in old)
        {
            files.Delete(id);
            await db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(set => set.SetProperty(j => j.FileName, (string?)null), cancel);
        }

        return old.Count;
    }

    internal static string SealedFor(long owner) => owner.ToString(CultureInfo.InvariantCulture);

    private static IQueryable<Job> Held(HnCeDbContext db, LeasedJob job) => db.Jobs.Where(j => j.Id == job.Id && j.Lease == job.Lease && j.State == JobState.Running);
}
