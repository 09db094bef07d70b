using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;

namespace HnCe.Domain.Accounts;

/// <summary>禁用: no sign-in until enabled again; sessions end at once. Source: BUR-11, BUR-12, PRO-08, PRO-09, SYS-03, ACC-04.</summary>
public sealed class DisableAccounts(UnitOfWork work, Caller caller)
{
    /// <summary>Disables and names whom it left.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, string? reason, CancellationToken cancel) =>
        new AccountBatch(work, caller, AccountAction.Disable).RunAsync(
            nameof(DisableAccounts), ids, reason, MessageKind.AccountDisabled, (account, _) => account.Disable(reason!.Trim()), cancel);
}
