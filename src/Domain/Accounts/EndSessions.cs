using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>退出所有设备: all sessions and all tokens of one's own account end at once. Source: ACC-04, SEC-B9.</summary>
public sealed class EndSessions(UnitOfWork work, Caller caller)
{
    /// <summary>Ends them.</summary>
    public Task<Outcome<bool>> RunAsync(CancellationToken cancel) => work.RunAsync<bool>(nameof(EndSessions), async write =>
    {
        var account = await work.Db.Accounts.Within(caller.ReachFor(Permission.UseOwnAccount)).SingleOrDefaultAsync(cancel);
        if (account is null)
        {
            return AccountRefusals.OwnAccountNotFound;
        }

        account.EndSessions();
        write.Note(account.AuditSubject, "\"sessions ended\"");
        return true;
    }, cancel);
}
