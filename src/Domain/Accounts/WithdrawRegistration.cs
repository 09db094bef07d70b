using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>撤回注册: an applicant takes back what nobody has decided on yet, and may register again. Source: SPEC §18.</summary>
public sealed class WithdrawRegistration(UnitOfWork work, FindAccount find)
{
    /// <summary>Verifies as signing in does, and withdraws. Answers with the key of the registration.</summary>
    public async Task<Outcome<long>> RunAsync(Credentials credentials, CancellationToken cancel)
    {
        var found = await find.FindAsync(credentials, CheckRegistration.Ended, cancel);
        if (found.Value is not { Account: var account })
        {
            return found.Refusals.ToList();
        }

        return await work.RunAsync<long>(nameof(WithdrawRegistration), async write =>
        {
            // In one statement, so that a verdict at the same moment wins or loses as a whole.
            var withdrawn = await work.Db.Registrations.Where(r => r.AccountId == account.Id && r.Status == RegistrationStatus.Pending)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(r => r.Status, RegistrationStatus.Withdrawn)
                    .SetProperty(r => r.DecidedAt, write.At)
                    .SetProperty(r => r.ChangeId, write.ChangeId), cancel);
            if (withdrawn == 0)
            {
                return AccountRefusals.NotWaiting;
            }

            await SettledRegistrations.ReleaseAsync(work.Db, write, AccountState.Withdrawn, null, cancel);
            var id = await work.Db.Registrations.Where(r => r.ChangeId == write.ChangeId).Select(r => r.Id).SingleAsync(cancel);
            write.Note($"Registration:{id}", "\"withdrawn\"");
            return id;
        }, cancel);
    }
}
