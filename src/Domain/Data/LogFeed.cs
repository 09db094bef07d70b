using HnCe.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data;

/// <summary>
/// A feed over rows that are only ever added. Keys are given out before a transaction commits, so a later key may show up first: a missing key is
/// looked for again until no write that holds it can be under way any more. Cursors stay in front of such a gap.
/// </summary>
/// <typeparam name="TRow">The row that things happen to.</typeparam>
/// <param name="name">Name of the feed.</param>
/// <param name="permission">The permission that opens it.</param>
/// <param name="factory">Contexts.</param>
/// <param name="clock">Clock.</param>
public abstract class LogFeed<TRow>(string name, Permission permission, IDbContextFactory<HnCeDbContext> factory, TimeProvider clock) : Feed<TRow>(name, permission)
    where TRow : class, IScoped<TRow>
{
    private const int LookedBack = 1000;
    private const int FarthestBack = 50_000;

    // Writes end after two minutes; see GraphOptions.WriteTimeout.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly List<Gap> gaps = [];
    private long last;
    private long settled = long.MaxValue;

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var end = await Keys(db).MaxAsync(key => (long?)key, cancel) ?? 0;
        var recent = await Keys(db).Where(key => key > end - LookedBack).OrderBy(key => key).ToListAsync(cancel);
        gaps.Clear();
        last = recent.Count > 0 ? recent[0] : end;
        recent.ForEach(Pass);
        Settle();
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Happening>> LookAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        gaps.RemoveAll(gap => clock.Now() - gap.Since > Patience);
        var found = new List<Entry>();
        foreach (var gap in gaps.ToList())
        {
            var late = await ReadAsync(db, gap.After, gap.Before, cancel);
            if (late.Count > 0)
            {
                gaps.Remove(gap);
                gaps.AddRange(gap.Without(late.Select(entry => entry.Key)));
                found.AddRange(late);
            }
        }

        var fresh = await ReadAsync(db, last, long.MaxValue, cancel);
        foreach (var entry in fresh)
        {
            Pass(entry.Key);
        }

        Settle();
        return [.. found.Concat(fresh).Select(entry => new Happening(entry.Key, entry.Subject, CursorAt(entry.Key), entry.Row))];
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<Happening>> MissedAsync(string cursor, Jurisdiction reach, CancellationToken cancel)
    {
        var after = Decode(cursor);
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await Keys(db).MaxAsync(key => (long?)key, cancel) - after > FarthestBack)
        {
            throw new CursorTooOldException();
        }

        var missed = await ReadWithinAsync(db, after, reach, Most + 1, cancel);
        return missed.Count <= Most
            ? [.. missed.Select(entry => new Happening(entry.Key, entry.Subject, CursorAt(entry.Key)))]
            : throw new CursorTooOldException();
    }

    /// <summary>The keys of all entries.</summary>
    protected abstract IQueryable<long> Keys(HnCeDbContext db);

    /// <summary>At most <see cref="Feed.Most"/> entries between two keys, oldest first.</summary>
    protected abstract Task<IReadOnlyList<Entry>> ReadAsync(HnCeDbContext db, long after, long before, CancellationToken cancel);

    /// <summary>Entries behind a key whose rows lie within a reach, oldest first.</summary>
    protected abstract Task<IReadOnlyList<Entry>> ReadWithinAsync(HnCeDbContext db, long after, Jurisdiction reach, int most, CancellationToken cancel);

    private string CursorAt(long key) => Encode(Math.Min(key, Volatile.Read(ref settled)));

    private void Pass(long key)
    {
        if (key > last + 1)
        {
            gaps.Add(new(last, key, clock.Now()));
        }

        last = Math.Max(last, key);
    }

    private void Settle() => Volatile.Write(ref settled, gaps.Count == 0 ? long.MaxValue : gaps.Min(gap => gap.After));

    /// <summary>One entry of the log.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Subject">Key of the row that it is about.</param>
    /// <param name="Row">As much of that row as tells who reaches it.</param>
    protected sealed record Entry(long Key, long Subject, TRow? Row);

    private sealed record Gap(long After, long Before, DateTime Since)
    {
        public IEnumerable<Gap> Without(IEnumerable<long> keys)
        {
            var after = After;
            foreach (var key in keys.Append(Before))
            {
                if (key > after + 1)
                {
                    yield return this with { After = after, Before = key };
                }

                after = key;
            }
        }
    }
}
