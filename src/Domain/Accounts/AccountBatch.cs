using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>One action on some chosen accounts: each is done and told to its owner, or left with the reason. Source: ACC-03, ACC-04.</summary>
internal sealed class AccountBatch(UnitOfWork work, Caller caller, AccountAction action)
{
    private IQueryable<Account> Reached => work.Db.Accounts.Reached(caller, AccountPowers.PermissionFor(action));

    /// <summary>Does it in one transaction.</summary>
    /// <param name="name">Name of the use case.</param>
    /// <param name="ids">Keys of the accounts.</param>
    /// <param name="reason">Reason; null where none is asked for.</param>
    /// <param name="message">What their owners are told.</param>
    /// <param name="change">Changes one.</param>
    /// <param name="cancel">Cancellation.</param>
    public Task<Outcome<BatchOutcome>> RunAsync(
        string name, IReadOnlyList<long> ids, string? reason, MessageKind message, Action<Account, WriteContext> change, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(name, async write =>
        {
            if ((Selection.Check(ids) ?? Selection.CheckReason(reason, action is AccountAction.Revoke or AccountAction.Disable)) is { } refusal)
            {
                return refusal;
            }

            List<long> asked = [.. ids.Distinct()];
            await LockAsync(asked, write, cancel);
            var accounts = await Reached.Among(a => a.Id, asked).Include(a => a.Organization).ToDictionaryAsync(a => a.Id, cancel);
            var kept = await KeptAsync(asked, cancel);
            var refused = asked.Select(id => new RefusedRow(id, Judge(accounts.GetValueOrDefault(id), kept)!)).Where(row => row.Refusal is not null).ToList();
            foreach (var account in accounts.Values.ExceptBy(refused.Select(row => row.Id), account => account.Id))
            {
                change(account, write);
                work.Db.Add(new Message(account, message, account.Organization?.Name ?? Message.WholeSystem, reason?.Trim(), write));
            }

            return new BatchOutcome(asked.Count - refused.Count, refused);
        }, cancel);

    private Refusal? Judge(Account? account, HashSet<long>? kept) => account switch
    {
        null => AccountRefusals.AccountNotFound,
        { Id: var id } when id == caller.AccountId => AccountRefusals.OwnAccount,
        _ when AccountPowers.RefusedIn(account.State, action) is { } refusal => refusal,
        { State: AccountState.Active } when kept?.Contains(account.OrganizationId ?? 0) == false => AccountRefusals.LastAdministrator,
        _ => null,
    };

    // The stamp locks the rows until the write ends, and whoever had read them before gets a conflict. Two who remove each other's
    // colleagues at the same time must not leave none, so for that the whole organization is locked.
    private async Task LockAsync(IReadOnlyList<long> asked, WriteContext write, CancellationToken cancel)
    {
        var rows = action is AccountAction.Revoke ? Colleagues(await OrganizationsAsync(asked, cancel)) : Reached.Among(a => a.Id, asked);
        await rows.ExecuteUpdateAsync(set => set.SetProperty(a => a.ConcurrencyStamp, write.ChangeId.ToString("N")), cancel);
    }

    // The organizations that keep an administrator in force.
    private async Task<HashSet<long>?> KeptAsync(IReadOnlyList<long> asked, CancellationToken cancel)
    {
        if (action is not AccountAction.Revoke)
        {
            return null;
        }

        var stay = Colleagues(await OrganizationsAsync(asked, cancel)).Where(a => a.State == AccountState.Active && (a.Id == caller.AccountId || !asked.Contains(a.Id)));
        return [.. await stay.Select(a => a.OrganizationId ?? 0).Distinct().ToListAsync(cancel)];
    }

    private Task<List<long?>> OrganizationsAsync(IReadOnlyList<long> asked, CancellationToken cancel) =>
        Reached.Among(a => a.Id, asked).Select(a => a.OrganizationId).Distinct().ToListAsync(cancel);

    private IQueryable<Account> Colleagues(List<long?> organizations) => Reached.Where(a => organizations.Contains(a.OrganizationId));
}
