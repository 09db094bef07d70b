using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>The last part of signing in, with one factor or two: may this account come in, and let it in once. Source: LOG-04, LOG-06, ACC-02, ACC-06.</summary>
internal sealed class Entrance(UnitOfWork work, SessionSettings sessions, TimeProvider clock)
{
    /// <summary>Why an account whose password was right may not come in; null when it may.</summary>
    public Refusal? StateOf(Account account) => account switch
    {
        { State: AccountState.Pending } => AccountRefusals.NotYetApproved,
        { State: AccountState.Rejected } => AccountRefusals.Refused(account.StateReason),
        { State: AccountState.Withdrawn } => AccountRefusals.RegistrationWithdrawn,
        { State: AccountState.Disabled or AccountState.Revoked } => AccountRefusals.Disabled,
        { Organization.State: OrganizationState.Retired } => AccountRefusals.OrganizationRetired,
        { InitialPasswordUntil: { } until } when until <= clock.Now() => AccountRefusals.InitialPasswordExpired,
        _ => null,
    };

    /// <summary>Lets in, if nothing of what was checked has changed: an initial password and a code of the second factor are used up by it.</summary>
    /// <param name="account">As it was read and checked.</param>
    /// <param name="counter">The counter of failures to clear.</param>
    /// <param name="step">The step of the second factor; null where none was asked for.</param>
    /// <param name="cancel">Cancellation.</param>
    public Task<Outcome<SignedInAccount>> EnterAsync(Account account, string counter, long? step, CancellationToken cancel) =>
        work.RunAsync<SignedInAccount>(nameof(SignIn), async write =>
        {
            var ends = sessions.OnePerAdministrator && account.UserType is not UserType.Individual;
            var stamp = ends ? Guid.NewGuid().ToString("N") : account.SecurityStamp!;
            var hash = account.MustChangePassword ? null : account.PasswordHash;
            var used = step ?? account.SecondFactorStep;
            var entered = await work.Db.Accounts
                .Where(a => a.Id == account.Id && a.SecurityStamp == account.SecurityStamp && a.PasswordHash == account.PasswordHash && a.SecondFactorStep == account.SecondFactorStep)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(a => a.LastSignInAt, write.At).SetProperty(a => a.SecurityStamp, stamp)
                        .SetProperty(a => a.PasswordHash, hash).SetProperty(a => a.SecondFactorStep, used), cancel);
            if (entered == 0)
            {
                return step is null ? AccountRefusals.WrongCredentials : AccountRefusals.WrongSecondFactor;
            }

            await work.Db.SignInFailures.Where(f => f.Key == counter).ExecuteDeleteAsync(cancel);
            write.Note($"Account:{account.Id}", "\"signed in\"");
            return new SignedInAccount(account.Id, stamp);
        }, cancel);
}
