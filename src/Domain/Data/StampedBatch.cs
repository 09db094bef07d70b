using System.Linq.Expressions;
using HnCe.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data;

/// <summary>A row that set-based writes move and stamp with their id.</summary>
public interface IStamped
{
    /// <summary>Key.</summary>
    long Id { get; }

    /// <summary>The write that last moved it.</summary>
    Guid? ChangeId { get; }
}

/// <summary>
/// A batch of chosen rows on its way through one set-based write: who may not go is known before (with the reason),
/// who lost a race is known after (his row does not carry the stamp of this write).
/// </summary>
/// <typeparam name="TRow">Entity.</typeparam>
internal sealed class StampedBatch<TRow>
    where TRow : class, IStamped, IScoped<TRow>
{
    private readonly HnCeDbContext _db;
    private readonly IQueryable<TRow> _reached;
    private readonly IReadOnlyList<long> _asked;
    private readonly Dictionary<long, Refusal> _refused;
    private readonly List<long> _good;

    private StampedBatch(HnCeDbContext db, IQueryable<TRow> reached, IReadOnlyList<long> asked, Dictionary<long, Refusal> refused)
    {
        (_db, _reached, _asked, _refused) = (db, reached, asked, refused);
        _good = [.. asked.Where(id => !refused.ContainsKey(id))];
    }

    /// <summary>The rows that may go, as far as was known at the beginning; the statement still narrows them to the states it may leave.</summary>
    public IQueryable<TRow> Good => _reached.Among(row => row.Id, _good);

    /// <summary>Looks at the asked rows within reach; the rest reads as not found.</summary>
    public static async Task<StampedBatch<TRow>> BeginAsync<TCandidate>(
        HnCeDbContext db, Jurisdiction reach, IReadOnlyList<long> ids, Expression<Func<TRow, TCandidate>> look, Func<TCandidate, long> key,
        Func<TCandidate, Refusal?> judge, Refusal notFound, CancellationToken cancel)
    {
        List<long> asked = [.. ids.Distinct()];
        var reached = db.Set<TRow>().Within(reach);
        var candidates = (await reached.Among(row => row.Id, asked).Select(look).ToListAsync(cancel)).ToDictionary(key);
        var refused = new Dictionary<long, Refusal>();
        foreach (var id in asked)
        {
            var refusal = candidates.TryGetValue(id, out var row) ? judge(row) : notFound;
            if (refusal is not null)
            {
                refused[id] = refusal;
            }
        }

        return new(db, reached, asked, refused);
    }

    /// <summary>Counts what was stamped, names what was lost to somebody else, and leaves the audit line.</summary>
    public async Task<BatchOutcome> EndAsync(WriteContext write, Refusal lost, CancellationToken cancel)
    {
        var stamped = (await _db.Set<TRow>().Where(row => row.ChangeId == write.ChangeId).Select(row => row.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var id in _good.Where(id => !stamped.Contains(id)))
        {
            _refused[id] = lost;
        }

        if (stamped.Count > 0)
        {
            write.Note(typeof(TRow).Name, $"[{string.Join(',', stamped.Order())}]");
        }

        return new(stamped.Count, [.. _asked.Where(_refused.ContainsKey).Select(id => new RefusedRow(id, _refused[id]))]);
    }
}
