using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Audit;

/// <summary>Result of a walk along the audit chain.</summary>
/// <param name="Lines">Lines walked.</param>
/// <param name="BrokenAt">Sequence of the first line that was changed, removed or reordered; null when the chain holds.</param>
public sealed record AuditVerification(long Lines, long? BrokenAt);

/// <summary>Walks the audit chain from the first line (command <c>audit verify</c>). Source: GEN-10.</summary>
public sealed class VerifyAudit(IDbContextFactory<HnCeDbContext> factory)
{
    /// <summary>Checks every line, its place and the end of the chain.</summary>
    public async Task<AuditVerification> RunAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (sequence, hash) = (0L, "");
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (entry.Sequence != sequence + 1 || entry.PreviousHash != hash || entry.Hash != entry.ComputeHash())
            {
                return new(sequence, sequence + 1);
            }

            (sequence, hash) = (entry.Sequence, entry.Hash);
        }

        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancel);
        return head.Sequence == sequence && head.Hash == hash ? new(sequence, null) : new(sequence, sequence + 1);
    }
}
