using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>两步验证: it cannot be skipped, guessed or replayed.</summary>
[Trait("Spec", "SEC-B13")]
public sealed class SecondFactorTests(Worlds worlds) : IClassFixture<Worlds>
{
    private const string Begin = "mutation { beginSecondFactor { secret picture userErrors { code message path } } }";

    [Theory, OnBothDatabases]
    public async Task SignIn_WithASecondFactor_NeedsItAndTakesEachCodeOnce(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var secret = await world.TurnSecondFactorOnAsync(clerk);

        var without = await world.EnterAsync(clerk);
        var wrongPassword = await world.EnterAsync(clerk, typed => typed with { Password = "Wrong-2026x", SecondFactor = world.CodeOf(secret, 1) });
        var replayed = await world.EnterAsync(clerk, typed => typed with { SecondFactor = world.CodeOf(secret) });
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        var entered = await world.EnterAsync(clerk, typed => typed with { SecondFactor = world.CodeOf(secret) });
        var again = await world.EnterAsync(clerk, typed => typed with { SecondFactor = world.CodeOf(secret) });

        Assert.Equal(RefusalCode.SecondFactorRequired, Assert.Single(without.Refusals).Code);
        Assert.Equal(RefusalCode.WrongCredentials, Assert.Single(wrongPassword.Refusals).Code);
        Assert.Equal(RefusalCode.WrongSecondFactor, Assert.Single(replayed.Refusals).Code);
        Assert.False(entered.IsRefused);
        Assert.Equal(RefusalCode.WrongSecondFactor, Assert.Single(again.Refusals).Code);
    }

    [Theory, OnBothDatabases]
    public async Task Code_OfAStepAround_IsTakenAndOneFurtherAwayIsNot(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var secret = await world.TurnSecondFactorOnAsync(clerk);
        world.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(RefusalCode.WrongSecondFactor, Assert.Single((await world.EnterAsync(clerk, typed => typed with { SecondFactor = world.CodeOf(secret, -2) })).Refusals).Code);
        Assert.Equal(RefusalCode.WrongSecondFactor, Assert.Single((await world.EnterAsync(clerk, typed => typed with { SecondFactor = world.CodeOf(secret, 2) })).Refusals).Code);
        Assert.False((await world.EnterAsync(clerk, typed => typed with { SecondFactor = world.CodeOf(secret, -1) })).IsRefused);
        Assert.False((await world.EnterAsync(clerk, typed => typed with { SecondFactor = world.CodeOf(secret, 1) })).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task Code_SentByTenAtOnce_LetsOneIn(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var secret = await world.TurnSecondFactorOnAsync(clerk);
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var entered = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.EnterAsync(clerk, typed => typed with { SecondFactor = world.CodeOf(secret) }))));

        Assert.Single(entered, outcome => !outcome.IsRefused);
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-07")]
    public async Task Codes_ThatAreWrong_LockAfterFive(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var secret = await world.TurnSecondFactorOnAsync(clerk);
        var half = new SignedInAccount(clerk.Caller.AccountId!.Value, (await world.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == clerk.Caller.AccountId))).SecurityStamp!);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(RefusalCode.WrongSecondFactor, Assert.Single((await StepAsync(clerk, half, "000000")).Refusals).Code);
        }

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(RefusalCode.LockedOut, Assert.Single((await StepAsync(clerk, half, world.CodeOf(secret))).Refusals).Code);
        Assert.Equal(RefusalCode.LockedOut, Assert.Single((await world.EnterAsync(clerk)).Refusals).Code);
    }

    [Theory, OnBothDatabases]
    public async Task SecondStep_AfterThePasswordChanged_MustBeginAgain(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var secret = await world.TurnSecondFactorOnAsync(clerk);
        var half = new SignedInAccount(clerk.Caller.AccountId!.Value, (await world.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == clerk.Caller.AccountId))).SecurityStamp!);
        (await clerk.ChangePasswordAsync(MadeUpPerson.Password, "Luo-Yang2026")).Succeeded();
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(RefusalCode.WrongCredentials, Assert.Single((await StepAsync(clerk, half, world.CodeOf(secret))).Refusals).Code);
    }

    [Theory, OnBothDatabases]
    public async Task Factor_NotYetConfirmed_IsNotAskedFor(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var begun = (await clerk.AskAsync(Begin)).Succeeded();

        var wrong = await ConfirmAsync(clerk, "000000");

        Assert.Equal(32, begun.String("beginSecondFactor.secret")!.Length);
        Assert.All(begun["beginSecondFactor.picture"].EnumerateArray(), row => Assert.Equal(begun["beginSecondFactor.picture"].GetArrayLength(), row.GetString()!.Length));
        Assert.Equal(["WRONG_SECOND_FACTOR", "input.code"], wrong.Refusals.Concat(wrong.Paths));
        Assert.False((await world.EnterAsync(clerk)).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task Factor_IsTurnedOffByThePasswordOnly(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        await world.TurnSecondFactorOnAsync(clerk);

        var wrong = await EndAsync(clerk, "Wrong-2026x");
        var stillOn = (await clerk.MustAsync("{ viewer { twoSteps } }"))["viewer.twoSteps"].GetBoolean();
        (await EndAsync(clerk, MadeUpPerson.Password)).Succeeded();

        Assert.Equal(["WRONG_CREDENTIALS", "input.password"], wrong.Refusals.Concat(wrong.Paths));
        Assert.True(stillOn);
        Assert.False((await world.EnterAsync(clerk)).IsRefused);
        Assert.Equal(["CONFLICT"], (await EndAsync(clerk, MadeUpPerson.Password)).Refusals);
    }

    [Theory, OnBothDatabases]
    public async Task Factor_ThatIsOn_IsNotReplaced(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var secret = await world.TurnSecondFactorOnAsync(clerk);

        Assert.Equal(["CONFLICT"], (await clerk.AskAsync(Begin)).Refusals);
        Assert.Equal(["CONFLICT"], (await ConfirmAsync(clerk, world.CodeOf(secret, 1))).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-02")]
    public async Task Factor_OfALostPhone_EndsWithTheInitialPassword(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        await world.TurnSecondFactorOnAsync(clerk);

        await world.GiveInitialPasswordAsync(clerk);

        Assert.False((await world.EnterAsync(clerk, typed => typed with { Password = InitialPassword.Value })).IsRefused);
    }

    [Theory, OnBothDatabases]
    public async Task Professional_HasNoSecondFactor(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);

        Assert.Equal(["FORBIDDEN"], (await teacher.AskAsync(Begin)).Errors);
        Assert.Equal(["FORBIDDEN"], (await ConfirmAsync(teacher, "000000")).Errors);
        Assert.Equal(["FORBIDDEN"], (await EndAsync(teacher, MadeUpPerson.Password)).Errors);
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-E1")]
    public async Task Secret_IsStoredSealed(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var secret = await world.TurnSecondFactorOnAsync(clerk);
        var stored = (await world.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == clerk.Caller.AccountId))).SecondFactorSealed!;

        Assert.Equal(secret, new SecretBox(TestDatabase.Keys).Open(stored, SecretBox.SecondFactor, clerk.Caller.PersonHash));
        Assert.DoesNotContain(secret, System.Text.Encoding.UTF8.GetString(stored), StringComparison.Ordinal);
    }

    private static Task<Outcome<SignedInAccount>> StepAsync(Actor actor, SignedInAccount half, string code) =>
        (actor with { Caller = Caller.Visitor with { Address = "198.51.100.9" } }).RunAsync<EnterSecondFactor, Outcome<SignedInAccount>>(enter => enter.RunAsync(half, code, default));

    private static Task<Reply> ConfirmAsync(Actor actor, string code) =>
        actor.AskAsync("mutation ($code: String!) { confirmSecondFactor(input: { code: $code }) { userErrors { code message path } } }", new { code });

    private static Task<Reply> EndAsync(Actor actor, string password) =>
        actor.AskAsync("mutation ($password: String!) { endSecondFactor(input: { password: $password }) { userErrors { code message path } } }", new { password });
}
