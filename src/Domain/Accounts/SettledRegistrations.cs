using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>
/// What follows for accounts and organizations from the registrations that a write has just stamped. An organization that is no longer
/// 待审核, such as a bureau or the department of a further administrator, is left alone. Source: SPEC §18.
/// </summary>
internal static class SettledRegistrations
{
    /// <summary>Passed: the account may sign in, a new organization takes part.</summary>
    public static async Task AdmitAsync(HnCeDbContext db, WriteContext write, CancellationToken cancel)
    {
        await Accounts(db, write).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AccountState.Active), cancel);
        await NewOrganizations(db, write).ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrganizationState.Active), cancel);
    }

    /// <summary>Refused or taken back: the keys are given back, so that the same person and the same code may register again. Source: IND-11, MSG-14.</summary>
    public static async Task ReleaseAsync(HnCeDbContext db, WriteContext write, AccountState state, string? reason, CancellationToken cancel)
    {
        await NewOrganizations(db, write).ExecuteUpdateAsync(set => set
            .SetProperty(o => o.State, OrganizationState.Rejected).SetProperty(o => o.CodeKey, (string?)null), cancel);
        await Accounts(db, write).ExecuteUpdateAsync(set => set
            .SetProperty(a => a.State, state).SetProperty(a => a.StateReason, reason).SetProperty(a => a.NormalizedUserName, (string?)null), cancel);
    }

    private static IQueryable<Account> Accounts(HnCeDbContext db, WriteContext write) =>
        db.Accounts.Where(a => db.Registrations.Any(r => r.ChangeId == write.ChangeId && r.AccountId == a.Id));

    private static IQueryable<Organization> NewOrganizations(HnCeDbContext db, WriteContext write) =>
        db.Organizations.Where(o => o.State == OrganizationState.Pending
            && db.Registrations.Any(r => r.ChangeId == write.ChangeId && r.Account.OrganizationId == o.Id));
}
