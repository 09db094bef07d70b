using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace HnCe.Testing;

/// <summary>Passwords, second factors and what they open.</summary>
public sealed partial class World
{
    /// <summary>Tries to sign in; parts of what is typed can be changed.</summary>
    public Task<Outcome<SignedInAccount>> EnterAsync(Actor actor, Func<Credentials, Credentials>? change = null) =>
        (actor with { Caller = Caller.Visitor with { Role = actor.Caller.Role, Address = actor.Caller.Address } })
            .RunAsync<SignIn, Outcome<SignedInAccount>>(signIn => signIn.RunAsync(change?.Invoke(actor.Credentials) ?? actor.Credentials, CancellationToken.None));

    /// <summary>初始化密码: gives the initial password, as an administrator does.</summary>
    public Task<int> GiveInitialPasswordAsync(Actor actor) => Program.WriteAsync(async (work, write) =>
    {
        var account = await work.Db.Accounts.SingleAsync(a => a.Id == actor.Caller.AccountId);
        account.SetInitialPassword(InitialPassword.Value, Services.GetRequiredService<IPasswordHasher<Account>>(), write.At + InitialPassword.Lifetime);
        return 1;
    });

    /// <summary>The same person after the database was asked again, as each request does.</summary>
    public async Task<Actor> AfreshAsync(Actor actor, SignedInAccount entered) =>
        actor with { Caller = await Services.GetRequiredService<CallerReader>().ReadAsync(entered.AccountId, entered.Stamp, actor.Caller.Address, CancellationToken.None) ?? Caller.Visitor };

    /// <summary>Turns the second factor on; answers with its secret. The code of the present step is used up.</summary>
    public async Task<string> TurnSecondFactorOnAsync(Actor actor)
    {
        var secret = (await actor.MustAsync("mutation { beginSecondFactor { secret userErrors { code message path } } }")).String("beginSecondFactor.secret")!;
        await actor.MustAsync("mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { userErrors { code message path } } }", new { code = CodeOf(secret) });
        return secret;
    }

    /// <summary>What the app shows now, or some steps from now.</summary>
    public string CodeOf(string secret, int steps = 0) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(Clock.Now().AddSeconds(30 * steps));
}
