using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>
/// 审核注册账号 and 审核账户: passes or refuses registrations of every kind, single, batch and, for the province, all that waits; the
/// applicant gets a mail. Source: EMP-14, EMP-15, BUR-06, BUR-07, PRO-04, PRO-05, EML-01, EML-02.
/// </summary>
public sealed class ReviewRegistrations(UnitOfWork work, Caller caller, TimeProvider clock)
{
    /// <summary>Decides what waits of the chosen registrations and names the rest.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, ReviewDecision decision, string? reason, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(ReviewRegistrations), async write =>
        {
            if ((Selection.Check(ids) ?? CheckReason(decision, reason)) is { } refusal)
            {
                return refusal;
            }

            List<long> asked = [.. ids.Distinct()];
            var (decided, left) = await DecideAsync(Reached.Among(r => r.Id, asked), decision, reason, write, cancel);
            write.Note("Registration", $"[{string.Join(',', decided.Order())}]");
            return new BatchOutcome(decided.Count, [.. asked.Where(id => !decided.Contains(id)).Select(id =>
                new RefusedRow(id, left.GetValueOrDefault(id, AccountRefusals.RegistrationNotFound)))]);
        }, cancel);

    /// <summary>
    /// 全部通过 and 全部不通过, which only the province has: decides everything that waits under a filter, if it is still as many as were
    /// confirmed. Source: PRO-04, PRO-05, Q12, REV-04.
    /// </summary>
    public Task<Outcome<BatchOutcome>> RunAsync(RegistrationFilter filter, int confirmed, ReviewDecision decision, string? reason, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(ReviewRegistrations), async write =>
        {
            if ((caller.Role is UserType.ProvincialDepartment ? CheckReason(decision, reason) : AccountRefusals.ProvinceOnly) is { } refusal)
            {
                return refusal;
            }

            var waiting = (filter with { Status = RegistrationStatus.Pending }).Apply(work.Db, Reached);
            var (decided, left) = await DecideAsync(waiting, decision, reason, write, cancel);
            if (decided.Count + left.Count != confirmed)
            {
                return DeclarationRefusals.CountChanged(confirmed, decided.Count + left.Count);
            }

            write.Note("Registration", $"{{\"all\":{decided.Count}}}");
            return new BatchOutcome(decided.Count, [.. left.OrderBy(row => row.Key).Select(row => new RefusedRow(row.Key, row.Value))]);
        }, cancel);

    private IQueryable<Registration> Reached => work.Db.Registrations.Within(caller.ReachFor(Permission.ReviewRegistrations));

    private static Refusal? CheckReason(ReviewDecision decision, string? reason) => Selection.CheckReason(reason, decision is ReviewDecision.Fail);

    private async Task<(HashSet<long> Decided, Dictionary<long, Refusal> Left)> DecideAsync(
        IQueryable<Registration> rows, ReviewDecision decision, string? reason, WriteContext write, CancellationToken cancel)
    {
        var (db, passes) = (work.Db, decision is ReviewDecision.Pass);
        var seen = await rows.Select(r => new Seen(r.Id, r.Status, r.Account.PersonHash, r.Reviewer.State, r.Account.Organization!.State)).ToListAsync(cancel);
        var why = passes || string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        await Open(rows, passes).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.Status, passes ? RegistrationStatus.Passed : RegistrationStatus.Failed)
            .SetProperty(r => r.Reason, why)
            .SetProperty(r => r.DecidedAt, write.At)
            .SetProperty(r => r.ChangeId, write.ChangeId), cancel);
        if (passes)
        {
            await SettledRegistrations.AdmitAsync(db, write, cancel);
            await db.Professionals.Where(p => db.Registrations.Any(r => r.ChangeId == write.ChangeId && r.ProfessionalId == p.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.ApprovedAt, write.At), cancel);
            await OpenYear.ForApprovedAsync(db, clock.Today().Year, write, cancel);
        }
        else
        {
            await SettledRegistrations.ReleaseAsync(db, write, AccountState.Rejected, why, cancel);
        }

        await Outbox.TellApplicantsAsync(db, write, passes ? MessageKind.RegistrationPassed : MessageKind.RegistrationFailed, why, cancel);
        var decided = (await db.Registrations.Where(r => r.ChangeId == write.ChangeId).Select(r => r.Id).ToListAsync(cancel)).ToHashSet();
        return (decided, seen.Where(row => !decided.Contains(row.Id)).ToDictionary(row => row.Id, row => WhyLeft(row, passes)));
    }

    // Conditions on other tables stand in subqueries: a join would keep the database from looking at the status again after it waited for a row.
    private IQueryable<Registration> Open(IQueryable<Registration> rows, bool passes) => rows.Where(r => r.Status == RegistrationStatus.Pending
        && work.Db.Organizations.Any(o => o.Id == r.ReviewerId && o.State == OrganizationState.Active)
        && work.Db.Accounts.Any(a => a.Id == r.AccountId && a.PersonHash != caller.PersonHash
            && (!passes || a.Organization!.State == OrganizationState.Active || a.Organization.State == OrganizationState.Pending)));

    private Refusal WhyLeft(Seen row, bool passes) => row switch
    {
        { Status: not RegistrationStatus.Pending } => AccountRefusals.AlreadyReviewed,
        { Reviewer: not OrganizationState.Active } => AccountRefusals.ReviewerRetired,
        _ when row.PersonHash == caller.PersonHash => AccountRefusals.OwnRegistration,
        { Organization: OrganizationState.Retired or OrganizationState.Rejected } when passes => AccountRefusals.OrganizationGone,
        _ => AccountRefusals.AlreadyReviewed,
    };

    private sealed record Seen(long Id, RegistrationStatus Status, string PersonHash, OrganizationState Reviewer, OrganizationState Organization);
}
