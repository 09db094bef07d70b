using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>Verifies the code of an account whose password was right; wrong codes count like wrong passwords. Source: SEC-B13.</summary>
internal sealed class SecondStep(UnitOfWork work, SecretBox box, Entrance entrance, TimeProvider clock)
{
    public async Task<Outcome<SignedInAccount>> RunAsync(Account account, string? code, string[] counters, CancellationToken cancel)
    {
        var secret = box.Open(account.SecondFactorSealed!, SecretBox.SecondFactor, account.PersonHash);
        if (SecondFactor.StepOf(secret, code, account.SecondFactorStep, clock.Now()) is { } step)
        {
            return await entrance.EnterAsync(account, counters[0], step, cancel);
        }

        await new SignInLimits(work, clock).CountAsync(counters, cancel);
        return AccountRefusals.WrongSecondFactor;
    }
}

/// <summary>两步验证 at sign-in: the second page, for who gave the right password a moment ago. Source: SEC-B13.</summary>
public sealed class EnterSecondFactor(UnitOfWork work, SecretBox box, SessionSettings sessions, Caller caller, TimeProvider clock)
{
    /// <summary>Verifies the code; an account that has changed since the password was given must begin again.</summary>
    public async Task<Outcome<SignedInAccount>> RunAsync(SignedInAccount awaited, string? code, CancellationToken cancel)
    {
        var account = await work.Db.Accounts.AsNoTracking().Include(a => a.Organization)
            .SingleOrDefaultAsync(a => a.Id == awaited.AccountId && a.SecurityStamp == awaited.Stamp && a.TwoFactorEnabled, cancel);
        if (account is null)
        {
            return AccountRefusals.WrongCredentials;
        }

        var counters = SignInLimits.CountersOf(account.NormalizedUserName ?? "", box, caller);
        if (await new SignInLimits(work, clock).LockedForAsync(counters, cancel) is { } minutes)
        {
            return AccountRefusals.LockedOut(minutes);
        }

        var entrance = new Entrance(work, sessions, clock);
        return entrance.StateOf(account) is { } refusal ? refusal : await new SecondStep(work, box, entrance, clock).RunAsync(account, code, counters, cancel);
    }
}
