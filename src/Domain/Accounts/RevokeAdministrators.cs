using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;

namespace HnCe.Domain.Accounts;

/// <summary>移除权限: removes the rights of administrators for good; nobody his own, and an organization keeps one. Sessions end at once. Source: EMP-11, EMP-12, BUR-09, BUR-10, PRO-06, PRO-07, SYS-04, ACC-04.</summary>
public sealed class RevokeAdministrators(UnitOfWork work, Caller caller)
{
    /// <summary>Removes rights and names whom it left.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, string? reason, CancellationToken cancel) =>
        new AccountBatch(work, caller, AccountAction.Revoke).RunAsync(
            nameof(RevokeAdministrators), ids, reason, MessageKind.AdministratorRevoked, (account, _) => account.Revoke(reason!.Trim()), cancel);
}
