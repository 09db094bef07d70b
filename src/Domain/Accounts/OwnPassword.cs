using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.AspNetCore.Identity;

namespace HnCe.Domain.Accounts;

/// <summary>Asks the signed-in person for the password again; wrong ones count like failed sign-ins, so that it cannot be guessed from an open session. Source: IND-16.</summary>
internal sealed class OwnPassword(UnitOfWork work, SecretBox box, IPasswordHasher<Account> hasher, Caller caller, TimeProvider clock)
{
    /// <summary>Null when it is right; runs before the write, since a refusal would undo the count.</summary>
    public async Task<Refusal?> CheckAsync(Account account, string? password, Refusal wrong, CancellationToken cancel)
    {
        var limits = new SignInLimits(work, clock);
        var counters = SignInLimits.CountersOf(account.NormalizedUserName ?? "", box, caller);
        if (await limits.LockedForAsync(counters, cancel) is { } minutes)
        {
            return AccountRefusals.LockedOut(minutes) with { Path = wrong.Path };
        }

        if (account.PasswordHash is { } hash && hasher.VerifyHashedPassword(account, hash, password ?? "") is not PasswordVerificationResult.Failed)
        {
            return null;
        }

        await limits.CountAsync(counters, cancel);
        return wrong;
    }
}
