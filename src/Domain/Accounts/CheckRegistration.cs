using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>How far a registration is, as its applicant learns it.</summary>
/// <param name="Kind">What was registered.</param>
/// <param name="Status">State.</param>
/// <param name="Organization">Name of the employer, or of the organization to be administered.</param>
/// <param name="Reviewer">Name of the organization that decides.</param>
/// <param name="SubmittedAt">When it was sent, UTC.</param>
/// <param name="DecidedAt">When it was decided or taken back, UTC.</param>
/// <param name="Reason">Why it was refused.</param>
public sealed record RegistrationProgress(
    RegistrationKind Kind, RegistrationStatus Status, string Organization, string Reviewer, DateTime SubmittedAt, DateTime? DecidedAt, string? Reason);

/// <summary>注册审核进度查询: an applicant learns who has his registration, without signing in. Source: S-PUB-01, LOG-04, LOG-06.</summary>
public sealed class CheckRegistration(UnitOfWork work, FindAccount find)
{
    /// <summary>States in which an account has given its key back and its applicant may still ask.</summary>
    internal static readonly AccountState[] Ended = [AccountState.Rejected, AccountState.Withdrawn];

    /// <summary>Verifies as signing in does, and answers with the latest registration of the account.</summary>
    public async Task<Outcome<RegistrationProgress>> RunAsync(Credentials credentials, CancellationToken cancel)
    {
        var found = await find.FindAsync(credentials, Ended, cancel);
        if (found.Value is not { Account: var account })
        {
            return found.Refusals.ToList();
        }

        var progress = await work.Db.Registrations.Where(r => r.AccountId == account.Id).OrderByDescending(r => r.Id)
            .Select(r => new RegistrationProgress(r.Kind, r.Status, r.Account.Organization!.Name, r.Reviewer.Name, r.SubmittedAt, r.DecidedAt, r.Reason))
            .FirstOrDefaultAsync(cancel);
        return progress is null ? AccountRefusals.NeverRegistered : progress;
    }
}
