using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;

namespace HnCe.Domain.Accounts;

/// <summary>启用: lifts what 禁用 did. Source: BUR-11, BUR-12, PRO-08, PRO-09, SYS-03.</summary>
public sealed class EnableAccounts(UnitOfWork work, Caller caller)
{
    /// <summary>Enables and names whom it left.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, CancellationToken cancel) =>
        new AccountBatch(work, caller, AccountAction.Enable).RunAsync(
            nameof(EnableAccounts), ids, null, MessageKind.AccountEnabled, (account, _) => account.Enable(), cancel);
}
