using HnCe.Domain.Access;
using HnCe.Domain.Certificates;
using HnCe.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>A secret that waits to be confirmed, as text and as the QR picture that an app reads.</summary>
/// <param name="Secret">Base32.</param>
/// <param name="Modules">Modules of the QR picture, row by row; true is dark.</param>
public sealed record SecondFactorSecret(string Secret, IReadOnlyList<IReadOnlyList<bool>> Modules);

/// <summary>两步验证, begun: makes a secret that is in force once a code of it was typed. Source: SEC-B13.</summary>
public sealed class BeginSecondFactor(UnitOfWork work, SecretBox box, Caller caller)
{
    /// <summary>Makes a secret; one that was never confirmed is replaced.</summary>
    public Task<Outcome<SecondFactorSecret>> RunAsync(CancellationToken cancel) => work.RunAsync<SecondFactorSecret>(nameof(BeginSecondFactor), async _ =>
    {
        var account = await work.Db.Accounts.Within(caller.ReachFor(Permission.UseSecondFactor)).SingleOrDefaultAsync(a => !a.TwoFactorEnabled, cancel);
        if (account is null)
        {
            return AccountRefusals.SecondFactorChanged;
        }

        var secret = SecondFactor.NewSecret();
        account.SetSecondFactor(box.Seal(secret, SecretBox.SecondFactor, account.PersonHash), confirmed: false);
        return new SecondFactorSecret(secret, QrModules.Of(SecondFactor.AddressOf(secret, account.UserType.ToString())));
    }, cancel);
}

/// <summary>两步验证, turned on: by a code that shows that the app has the secret. Source: SEC-B13.</summary>
public sealed class ConfirmSecondFactor(UnitOfWork work, SecretBox box, Caller caller, TimeProvider clock)
{
    /// <summary>Turns it on.</summary>
    public Task<Outcome<bool>> RunAsync(string code, CancellationToken cancel) => work.RunAsync<bool>(nameof(ConfirmSecondFactor), async _ =>
    {
        var account = await work.Db.Accounts.Within(caller.ReachFor(Permission.UseSecondFactor))
            .SingleOrDefaultAsync(a => !a.TwoFactorEnabled && a.SecondFactorSealed != null, cancel);
        if (account is null)
        {
            return AccountRefusals.SecondFactorChanged;
        }

        if (SecondFactor.StepOf(box.Open(account.SecondFactorSealed!, SecretBox.SecondFactor, account.PersonHash), code, 0, clock.Now()) is not { } step)
        {
            return AccountRefusals.WrongSecondFactor;
        }

        account.SetSecondFactor(account.SecondFactorSealed, confirmed: true, step);
        return true;
    }, cancel);
}

/// <summary>两步验证, turned off: with the password, so that nobody does it at a desk that was left. Source: SEC-B13.</summary>
public sealed class EndSecondFactor(UnitOfWork work, SecretBox box, IPasswordHasher<Account> hasher, Caller caller, TimeProvider clock)
{
    /// <summary>Turns it off.</summary>
    public async Task<Outcome<bool>> RunAsync(string password, CancellationToken cancel)
    {
        var read = await Own().AsNoTracking().SingleOrDefaultAsync(cancel);
        if (read is null)
        {
            return AccountRefusals.SecondFactorChanged;
        }

        if (await new OwnPassword(work, box, hasher, caller, clock).CheckAsync(read, password, AccountRefusals.WrongPassword, cancel) is { } wrong)
        {
            return wrong;
        }

        return await work.RunAsync<bool>(nameof(EndSecondFactor), async _ =>
        {
            if (await Own().SingleOrDefaultAsync(cancel) is not { } account)
            {
                return AccountRefusals.SecondFactorChanged;
            }

            account.SetSecondFactor(null, confirmed: false);
            return true;
        }, cancel);
    }

    private IQueryable<Account> Own() => work.Db.Accounts.Within(caller.ReachFor(Permission.UseSecondFactor)).Where(a => a.TwoFactorEnabled);
}
