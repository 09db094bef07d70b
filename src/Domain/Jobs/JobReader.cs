using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Jobs;

/// <summary>The result of a job, ready to be sent.</summary>
/// <param name="FileName">Name for the download.</param>
/// <param name="Content">Bytes.</param>
public sealed record JobFile(string FileName, Stream Content);

/// <summary>Reads the caller's own jobs.</summary>
public sealed class JobReader(IDbContextFactory<HnCeDbContext> factory, JobFiles files, Caller caller)
{
    private static readonly Keyset<Job, long> Newest = new("jobs", j => j.Id, j => j.Id);

    /// <summary>A page of jobs, newest first.</summary>
    public async Task<Page<TView>> ListAsync<TView>(PageRequest page, Expression<Func<Job, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Newest.ReadAsync(Own(db), page, shape, cancel);
    }

    /// <summary>Jobs by key; those of others are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<Job, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Own(db).Among(j => j.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>The result of a job; null when it is somebody else's, has none, or is older than a day.</summary>
    public async Task<JobFile?> OpenAsync(long id, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var job = await Own(db).AsNoTracking().SingleOrDefaultAsync(j => j.Id == id && j.State == JobState.Done, cancel);
        return job is { FileName: { } name } && files.Open(job.Id, job.Lease) is { } content ? new(name, content) : null;
    }

    private IQueryable<Job> Own(HnCeDbContext db) => db.Jobs.Within(caller.ReachFor(Permission.UseOwnAccount));
}
