using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>
/// A batch of chosen declarations on its way through one set-based write: who may not go is known before (with the reason),
/// who lost a race is known after (his row does not carry the stamp of this write).
/// </summary>
internal sealed class StampedBatch
{
    private readonly HnCeDbContext _db;
    private readonly IQueryable<Declaration> _reached;
    private readonly IReadOnlyList<long> _asked;
    private readonly Dictionary<long, Refusal> _refused;
    private readonly List<long> _good;

    private StampedBatch(HnCeDbContext db, IQueryable<Declaration> reached, IReadOnlyList<long> asked, Dictionary<long, Refusal> refused)
    {
        (_db, _reached, _asked, _refused) = (db, reached, asked, refused);
        _good = [.. asked.Where(id => !refused.ContainsKey(id))];
    }

    /// <summary>What decides whether a row may go.</summary>
    internal sealed record Candidate(long Id, DeclarationStatus? Status, SubjectCategory Category, bool Forwarded, bool Objected, string PersonHash, string? FiledByHash);

    /// <summary>Looks at the asked rows within reach; the rest reads as not found.</summary>
    public static async Task<StampedBatch> BeginAsync(
        HnCeDbContext db, Jurisdiction reach, IReadOnlyList<long> ids, Func<Candidate, Refusal?> judge, CancellationToken cancel)
    {
        List<long> asked = [.. ids.Distinct()];
        var reached = db.Declarations.Within(reach);
        var candidates = await reached.Among(d => d.Id, asked)
            .Select(d => new Candidate(d.Id, d.Status, d.Category, d.ForwardedAt != null, d.Objection != null && d.ObjectionAnswer == null, d.Professional.PersonHash, d.FiledByHash))
            .ToDictionaryAsync(row => row.Id, cancel);
        var refused = new Dictionary<long, Refusal>();
        foreach (var id in asked)
        {
            var refusal = candidates.TryGetValue(id, out var row) ? judge(row) : DeclarationRefusals.NotFound;
            if (refusal is not null)
            {
                refused[id] = refusal;
            }
        }

        return new(db, reached, asked, refused);
    }

    /// <summary>The rows to change: good ones that are still in a state the event may happen in.</summary>
    public IQueryable<Declaration> Rows(DeclarationEvent happening)
    {
        var from = DeclarationStates.Of(happening).From.OfType<DeclarationStatus>().ToArray();
        var good = _reached.Among(d => d.Id, _good);
        return from is [var only]
            ? good.Where(d => d.Status == only)
            : good.Where(d => from.Contains(d.Status));
    }

    /// <summary>Counts what was stamped, names what was lost to somebody else, and leaves the audit line.</summary>
    public async Task<BatchOutcome> EndAsync(WriteContext write, Refusal lost, CancellationToken cancel)
    {
        var stamped = (await _db.Declarations.Where(d => d.ChangeId == write.ChangeId).Select(d => d.Id).ToListAsync(cancel)).ToHashSet();
        foreach (var id in _good.Where(id => !stamped.Contains(id)))
        {
            _refused[id] = lost;
        }

        if (stamped.Count > 0)
        {
            write.Note("Declaration", $"[{string.Join(',', stamped.Order())}]");
        }

        return new(stamped.Count, [.. _asked.Where(_refused.ContainsKey).Select(id => new RefusedRow(id, _refused[id]))]);
    }
}

/// <summary>Checks a selection of ids before anything is read.</summary>
internal static class Selection
{
    public static Refusal? Check(IReadOnlyCollection<long> ids) => ids.Count switch
    {
        0 => DeclarationRefusals.NothingSelected,
        > BatchOutcome.MaxIds => DeclarationRefusals.TooManySelected,
        _ => null,
    };

    public static Refusal? CheckObjection(string? note) =>
        string.IsNullOrWhiteSpace(note) ? DeclarationRefusals.ObjectionRequired
        : note.Trim().Length > 500 ? DeclarationRefusals.ObjectionTooLong : null;

    public static Refusal? CheckReason(string? reason, bool required) =>
        string.IsNullOrWhiteSpace(reason) ? required ? DeclarationRefusals.ReasonRequired : null
        : reason.Trim().Length > 500 ? DeclarationRefusals.ReasonTooLong : null;
}
