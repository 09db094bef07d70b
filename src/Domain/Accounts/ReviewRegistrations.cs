using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>审核注册账号: passes or refuses registrations, single or batch; the applicant gets a mail. Source: EMP-14, EMP-15, EML-01.</summary>
public sealed class ReviewRegistrations(UnitOfWork work, Caller caller, TimeProvider clock)
{
    /// <summary>Decides what waits and names the rest.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, ReviewDecision decision, string? reason, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(ReviewRegistrations), async write =>
        {
            if ((Selection.Check(ids) ?? Selection.CheckReason(reason, decision is ReviewDecision.Fail)) is { } refusal)
            {
                return refusal;
            }

            List<long> asked = [.. ids.Distinct()];
            var reached = work.Db.Registrations.Within(caller.ReachFor(Permission.ReviewRegistrations)).Among(r => r.Id, asked);
            var known = await reached.Select(r => r.Id).ToListAsync(cancel);
            await DecideAsync(reached, decision, reason?.Trim(), write, cancel);
            var decided = (await work.Db.Registrations.Where(r => r.ChangeId == write.ChangeId).Select(r => r.Id).ToListAsync(cancel)).ToHashSet();
            write.Note("Registration", $"[{string.Join(',', decided.Order())}]");
            return new BatchOutcome(decided.Count, [.. asked.Where(id => !decided.Contains(id)).Select(id =>
                new RefusedRow(id, known.Contains(id) ? AccountRefusals.AlreadyReviewed : AccountRefusals.RegistrationNotFound))]);
        }, cancel);

    private async Task DecideAsync(IQueryable<Registration> rows, ReviewDecision decision, string? reason, WriteContext write, CancellationToken cancel)
    {
        var (db, passed) = (work.Db, decision is ReviewDecision.Pass);
        await rows.Where(r => r.Status == RegistrationStatus.Pending).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Status, passed ? RegistrationStatus.Passed : RegistrationStatus.Failed)
            .SetProperty(r => r.Reason, reason)
            .SetProperty(r => r.DecidedAt, write.At)
            .SetProperty(r => r.ChangeId, write.ChangeId), cancel);
        var accounts = db.Accounts.Where(a => db.Registrations.Any(r => r.ChangeId == write.ChangeId && r.AccountId == a.Id));
        if (passed)
        {
            await accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AccountState.Active), cancel);
            await db.Professionals.Where(p => db.Registrations.Any(r => r.ChangeId == write.ChangeId && r.ProfessionalId == p.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.ApprovedAt, write.At), cancel);
            await OpenYear.ForApprovedAsync(db, clock.Today().Year, write, cancel);
        }
        else
        {
            // The key is given back, so that the person may register again with the same ID number (IND-11).
            await accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AccountState.Rejected)
                .SetProperty(a => a.StateReason, reason).SetProperty(a => a.NormalizedUserName, (string?)null), cancel);
        }

        await Outbox.TellApplicantsAsync(db, write, passed ? MessageKind.RegistrationPassed : MessageKind.RegistrationFailed, reason, cancel);
    }
}
