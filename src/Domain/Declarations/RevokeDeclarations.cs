using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>撤销 of passed declarations: hours are withdrawn, and a certificate of a year that is no longer complete becomes void. Source: REV-12, CER-06.</summary>
public sealed class RevokeDeclarations(UnitOfWork work, Caller caller)
{
    /// <summary>Revokes what was passed and names the rest.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, string reason, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(RevokeDeclarations), async write =>
        {
            if ((Selection.Check(ids) ?? Selection.CheckReason(reason, required: true)) is { } refusal)
            {
                return refusal;
            }

            var batch = await DeclarationBatch.BeginAsync(work.Db, caller.ReachFor(Permission.RevokeDeclarations), ids, row =>
                !row.Status.Allows(DeclarationEvent.Revoke) ? DeclarationRefusals.NotPassed
                : row.PersonHash == caller.PersonHash ? DeclarationRefusals.OwnDeclaration : null, cancel);
            await batch.Rows(DeclarationEvent.Revoke).ExecuteUpdateAsync(set => set
                .SetProperty(d => d.Status, DeclarationStatus.Revoked)
                .SetProperty(d => d.Reason, reason.Trim())
                .SetProperty(d => d.DecidedAt, write.At)
                .SetProperty(d => d.ChangeId, write.ChangeId)
                .SetProperty(d => d.Version, d => d.Version + 1), cancel);
            await Timeline.AppendAsync(work.Db, write, DeclarationEvent.Revoke, reason.Trim(), cancel);
            await CreditLedger.WithdrawAsync(work.Db, write, cancel);
            await VoidCertificatesAsync(write, cancel);
            await Outbox.TellDeclarantsAsync(work.Db, write, MessageKind.DeclarationRevoked, reason.Trim(), cancel);
            return await batch.EndAsync(write, DeclarationRefusals.NotPassed, cancel);
        }, cancel);

    private Task VoidCertificatesAsync(WriteContext write, CancellationToken cancel)
    {
        var db = work.Db;
        return db.Certificates
            .Where(c => c.VoidedAt == null
                && db.Declarations.Any(d => d.ChangeId == write.ChangeId && d.ProfessionalId == c.ProfessionalId && d.CreditYear == c.Year)
                && db.YearTotals.Any(t => t.ProfessionalId == c.ProfessionalId && t.Year == c.Year && !t.Completed))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.VoidedAt, write.At), cancel);
    }
}
