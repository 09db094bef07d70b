using HnCe.Domain.Access;
using HnCe.Domain.Data;

namespace HnCe.Domain.Declarations;

/// <summary>What a batch looks at in declarations, and which of them an event may move.</summary>
internal static class DeclarationBatch
{
    /// <summary>What decides whether a row may go.</summary>
    internal sealed record Candidate(long Id, DeclarationStatus? Status, SubjectCategory Category, bool Forwarded, bool Objected, string PersonHash, string? FiledByHash);

    /// <summary>Looks at the asked rows within reach; the rest reads as not found.</summary>
    public static Task<StampedBatch<Declaration>> BeginAsync(
        HnCeDbContext db, Jurisdiction reach, IReadOnlyList<long> ids, Func<Candidate, Refusal?> judge, CancellationToken cancel) =>
        StampedBatch<Declaration>.BeginAsync(
            db, reach, ids, d => new Candidate(d.Id, d.Status, d.Category, d.ForwardedAt != null, d.Objection != null && d.ObjectionAnswer == null, d.Professional.PersonHash, d.FiledByHash),
            row => row.Id, judge, DeclarationRefusals.NotFound, cancel);

    /// <summary>The rows to change: good ones that are still in a state the event may happen in.</summary>
    public static IQueryable<Declaration> Rows(this StampedBatch<Declaration> batch, DeclarationEvent happening)
    {
        var from = DeclarationStates.Of(happening).From.OfType<DeclarationStatus>().ToArray();
        return from is [var only]
            ? batch.Good.Where(d => d.Status == only)
            : batch.Good.Where(d => from.Contains(d.Status));
    }
}
