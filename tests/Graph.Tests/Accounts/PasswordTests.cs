using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>Changing one's own password, and what the initial one opens.</summary>
public sealed class PasswordTests(Worlds worlds) : IClassFixture<Worlds>
{
    private const string Fresh = "Luo-Yang2026";

    [Theory, OnBothDatabases, Trait("Spec", "IND-16"), Trait("Spec", "EMP-10"), Trait("Spec", "ACC-04"), Trait("Spec", "SEC-B9")]
    public async Task Password_Changed_EndsEverySessionAndTellsTheOwner(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);
        var session = (await world.EnterAsync(clerk)).Value!;

        var changed = await clerk.ChangePasswordAsync(MadeUpPerson.Password, Fresh);
        var stamp = changed.Succeeded().String("changePassword.sessionStamp")!;

        Assert.False((await world.AfreshAsync(clerk, session)).Caller.IsSignedIn);
        Assert.True((await world.AfreshAsync(clerk, session with { Stamp = stamp })).Caller.IsSignedIn);
        Assert.Equal(RefusalCode.WrongCredentials, Assert.Single((await world.EnterAsync(clerk)).Refusals).Code);
        Assert.False((await world.EnterAsync(clerk, typed => typed with { Password = Fresh })).IsRefused);
        Assert.Contains("您的密码已修改", (await clerk.MustAsync("{ inbox { nodes { heading } } }")).Each("inbox.nodes", "heading"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-16"), Trait("Spec", "MSG-13"), Trait("Spec", "LOG-07")]
    public async Task Password_WithAWrongOldOne_IsRefusedAndLocksAfterFive(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);

        var first = await teacher.ChangePasswordAsync("Wrong-2026x", Fresh);
        var missing = await teacher.ChangePasswordAsync(null, Fresh);
        for (var i = 0; i < 3; i++)
        {
            await teacher.ChangePasswordAsync("Wrong-2026x", Fresh);
        }

        Assert.Equal(["原始密码错误", "input.current"], first.Messages.Concat(first.Paths));
        Assert.Equal(["WRONG_CREDENTIALS"], missing.Refusals);
        Assert.Equal(["LOCKED_OUT"], (await teacher.ChangePasswordAsync(MadeUpPerson.Password, Fresh)).Refusals);
        Assert.Equal(RefusalCode.LockedOut, Assert.Single((await world.EnterAsync(teacher)).Refusals).Code);
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-02"), Trait("Spec", "SEC-B7")]
    public async Task Password_OfTheLastFive_IsRefusedAndTheSixthIsNot(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        string[] used = [MadeUpPerson.Password, .. Enumerable.Range(1, 5).Select(i => $"Luo-Yang{i:0000}")];
        foreach (var (old, next) in used.Zip(used.Skip(1)))
        {
            (await teacher.ChangePasswordAsync(old, next)).Succeeded();
        }

        foreach (var reused in used.Skip(1))
        {
            Assert.Equal(["PASSWORD_REUSED", "input.new"], await RefusedAsync(teacher, used[^1], reused));
        }

        (await teacher.ChangePasswordAsync(used[^1], used[0])).Succeeded();
    }

    [Theory, Trait("Spec", "ACC-02"), Trait("Spec", "SEC-B7"), InlineData("Aa1-567"), InlineData("alllowercase1"), InlineData("Zz-000000"), InlineData("My-Password1")]
    public async Task Password_ThatIsWeak_IsRefused(string weak)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);

        Assert.Equal(["WEAK_PASSWORD", "input.new"], await RefusedAsync(await world.ProfessionalAsync(world.School), MadeUpPerson.Password, weak));
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-02")]
    public async Task Password_WithTheOwnBirthDate_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);

        Assert.Equal(["WEAK_PASSWORD", "input.new"], await RefusedAsync(teacher, MadeUpPerson.Password, $"Aa-{teacher.Person!.IdNumber[6..14]}"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-01"), Trait("Spec", "ACC-02"), Trait("Spec", "SEC-B6")]
    public async Task InitialPassword_SignsInOnceAndOpensNothingButItsChange(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);
        await world.GiveInitialPasswordAsync(clerk);

        var entered = await world.EnterAsync(clerk, Initial);
        var again = await world.EnterAsync(clerk, Initial);
        var inside = await world.AfreshAsync(clerk, entered.Value!);
        var viewer = await inside.MustAsync("{ viewer { name mustChangePassword permissions unreadCount profile { titleLevel } } }");
        var forbidden = await inside.AskAsync("{ registrations { totalCount } }");
        var own = await inside.AskAsync("{ viewer { mobile mail idNumber } }");

        Assert.Equal(RefusalCode.WrongCredentials, Assert.Single(again.Refusals).Code);
        Assert.Equal(["CHANGE_OWN_PASSWORD"], viewer["viewer.permissions"].EnumerateArray().Select(one => one.GetString()));
        Assert.Equal(["FORBIDDEN"], forbidden.Errors);
        Assert.Equal(["FORBIDDEN", "FORBIDDEN", "FORBIDDEN"], own.Errors);
        Assert.DoesNotContain(clerk.Person!.Mobile, own.Text, StringComparison.Ordinal);
        Assert.All(Enum.GetValues<Permission>(), permission => Assert.Equal(permission is Permission.ChangeOwnPassword, inside.Caller.Can(permission)));

        var stamp = (await inside.ChangePasswordAsync(null, Fresh)).Succeeded().String("changePassword.sessionStamp")!;

        Assert.True((await world.AfreshAsync(clerk, entered.Value! with { Stamp = stamp })).Caller.Can(Permission.ReviewRegistrations));
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-02"), Trait("Spec", "SEC-B6")]
    public async Task InitialPassword_TriedByTenAtOnce_LetsOneIn(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);
        await world.GiveInitialPasswordAsync(clerk);

        var entered = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.EnterAsync(clerk, Initial))));

        Assert.Single(entered, outcome => !outcome.IsRefused);
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-02")]
    public async Task InitialPassword_After72Hours_IsOverAndToldToItsOwnerOnly(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = await world.AppointAsync(world.School);
        await world.GiveInitialPasswordAsync(clerk);
        world.Clock.Advance(InitialPassword.Lifetime - TimeSpan.FromMinutes(1));
        await world.GiveInitialPasswordAsync(world.As(world.School));
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(RefusalCode.InitialPasswordExpired, Assert.Single((await world.EnterAsync(clerk, Initial)).Refusals).Code);
        Assert.Equal(RefusalCode.WrongCredentials, Assert.Single((await world.EnterAsync(clerk)).Refusals).Code);
        Assert.False((await world.EnterAsync(world.As(world.School), Initial)).IsRefused);
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-02")]
    public async Task InitialPassword_Changed_DoesNotBringAnOldOneBack(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);
        await world.GiveInitialPasswordAsync(clerk);
        var inside = await world.AfreshAsync(clerk, (await world.EnterAsync(clerk, Initial)).Value!);

        Assert.Equal(["PASSWORD_REUSED", "input.new"], await RefusedAsync(inside, null, MadeUpPerson.Password));
        Assert.Equal(["WEAK_PASSWORD"], (await inside.ChangePasswordAsync(null, InitialPassword.Value)).Refusals.Distinct());
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-E1")]
    public async Task Password_Changed_LeavesNoSecretInTheAuditLog(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        (await teacher.ChangePasswordAsync(MadeUpPerson.Password, Fresh)).Succeeded();

        var lines = await world.ReadAsync(db => db.AuditEntries.Where(e => e.Subject == $"Account:{teacher.Caller.AccountId}").Select(e => e.Action + e.Detail).ToListAsync());

        Assert.Contains(lines, line => line.StartsWith(nameof(ChangePassword), StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("AQAAAA", StringComparison.Ordinal) || line.Contains(Fresh, StringComparison.Ordinal));
    }

    private static Credentials Initial(Credentials typed) => typed with { Password = InitialPassword.Value };

    private static async Task<IEnumerable<string?>> RefusedAsync(Actor actor, string? current, string wanted)
    {
        var reply = await actor.ChangePasswordAsync(current, wanted);
        return [reply.Refusals[0], reply.Paths[0]];
    }
}
