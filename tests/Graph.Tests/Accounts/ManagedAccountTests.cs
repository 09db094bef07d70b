using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Notifications;
using HnCe.Domain.Organizations;
using HnCe.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>移除权限, 禁用, 启用, 初始化密码, where it is not straightforward.</summary>
public sealed class ManagedAccountTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "BUR-09"), Trait("Spec", "BUR-11"), Trait("Spec", "EMP-11"), Trait("Spec", "SEC-A2")]
    public async Task Account_OutOfReach_ReadsAsNotFound(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        (Actor Actor, AccountAction Action, Organization Target)[] tries =
        [
            (world.As(world.Zhengzhou), AccountAction.Disable, world.CityHospital),
            (world.As(world.Zhongyuan), AccountAction.Disable, world.School),
            (world.As(world.Zhongyuan), AccountAction.Disable, world.CountySchool),
            (world.As(world.Zhongyuan), AccountAction.Revoke, world.Zhengzhou),
            (world.As(world.Zhongyuan), AccountAction.Revoke, world.Education),
            (world.As(world.Zhengzhou), AccountAction.Revoke, world.Zhengzhou),
            (world.As(world.Zhengzhou), AccountAction.Revoke, world.Luolong),
            (world.As(world.Zhengzhou), AccountAction.Revoke, world.Province),
            (world.As(world.School), AccountAction.Revoke, world.Hospital),
            (world.As(world.School), AccountAction.ResetPassword, world.Hospital),
        ];

        foreach (var (actor, action, target) in tries)
        {
            var somebody = await world.AppointAsync(target);

            var reply = await actor.DoAsync(action, somebody);

            Assert.Equal("NOT_FOUND", reply.RefusedItems[somebody.AccountId()]);
            Assert.Equal(AccountState.Active, (await RowAsync(world, somebody)).State);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-11"), Trait("Spec", "BUR-09"), Trait("Spec", "PRO-06")]
    public async Task Account_OfTheArea_IsReached(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        (Actor Actor, AccountAction Action, Organization Target)[] tries =
        [
            (world.As(world.Zhongyuan), AccountAction.Disable, world.Hospital),
            (world.As(world.Zhengzhou), AccountAction.Disable, world.Hospital),
            (world.As(world.Zhengzhou), AccountAction.Revoke, world.Xinzheng),
            (world.As(world.Province), AccountAction.Revoke, world.Gongyi),
            (world.As(world.Province), AccountAction.Disable, world.Factory),
        ];

        foreach (var (actor, action, target) in tries)
        {
            Assert.Empty((await actor.DoAsync(action, await world.AppointAsync(target))).Succeeded().RefusedItems);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-12")]
    public async Task LastAdministrator_AloneOrTogether_Stays(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (first, bureau) = (world.As(world.Zhongyuan), world.As(world.Zhengzhou));
        var alone = await bureau.DoAsync(AccountAction.Revoke, first);
        var second = await world.AppointAsync(world.Zhongyuan);
        var both = await bureau.DoAsync(AccountAction.Revoke, first, second);

        var one = await bureau.DoAsync(AccountAction.Revoke, first);
        var other = await bureau.DoAsync(AccountAction.Revoke, second);

        Assert.Equal(["LAST_ADMINISTRATOR"], alone.RefusedItems.Values);
        Assert.Equal(["LAST_ADMINISTRATOR", "LAST_ADMINISTRATOR"], both.RefusedItems.Values);
        Assert.Empty(one.Succeeded().RefusedItems);
        Assert.Equal(["LAST_ADMINISTRATOR"], other.RefusedItems.Values);
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-12")]
    public async Task LastAdministrator_BesideADisabledOne_Stays(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (first, second) = (world.As(world.Education), await world.AppointAsync(world.Education));
        (await world.SystemAdmin.DoAsync(AccountAction.Disable, second)).Succeeded();

        var last = await world.As(world.Zhengzhou).DoAsync(AccountAction.Revoke, first);
        var disabled = await world.As(world.Zhengzhou).DoAsync(AccountAction.Revoke, second);

        Assert.Equal(["LAST_ADMINISTRATOR"], last.RefusedItems.Values);
        Assert.Empty(disabled.Succeeded().RefusedItems);
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-12")]
    public async Task TwoAdministrators_RemovingEachOtherAtOnce_LeaveOne(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (first, second) = (world.As(world.School), await world.AppointAsync(world.School));

        for (var round = 0; round < 10; round++)
        {
            var replies = await Task.WhenAll(
                Task.Run(() => first.DoAsync(AccountAction.Revoke, second)),
                Task.Run(() => second.DoAsync(AccountAction.Revoke, first)));
            var left = await world.ReadAsync(db => db.Accounts.Where(a => a.OrganizationId == world.School.Id && a.UserType == UserType.Employer && a.State == AccountState.Active)
                .Select(a => a.Id).ToListAsync());

            Assert.Single(replies, reply => reply.Refusals.Count + reply.RefusedItems.Count == 0);
            var stays = Assert.Single(left);
            (first, second) = (stays == first.Caller.AccountId ? first : second, await world.AppointAsync(world.School));
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-12")]
    public async Task OwnAccount_AlwaysStays_AndTheOthersOfTheBatchGo(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var colleague = await world.AppointAsync(world.School);

        var batch = await clerk.DoAsync(AccountAction.Revoke, clerk, colleague);
        var refused = new[]
        {
            await clerk.DoAsync(AccountAction.ResetPassword, clerk),
            await world.As(world.Province).DoAsync(AccountAction.Revoke, world.As(world.Province)),
            await world.SystemAdmin.DoAsync(AccountAction.Disable, world.SystemAdmin),
            await world.SystemAdmin.DoAsync(AccountAction.ResetPassword, world.SystemAdmin),
        };

        Assert.Equal(1, batch.Number("revokeAdministrators.succeeded"));
        Assert.Equal("OWN_ACCOUNT", batch.RefusedItems[clerk.AccountId()]);
        Assert.All(refused, reply => Assert.Equal(["OWN_ACCOUNT"], reply.RefusedItems.Values));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SYS-03")]
    public async Task State_ThatDoesNotFit_IsRefusedByRow(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (somebody, admin) = (await world.AppointAsync(world.School), world.SystemAdmin);

        var enabled = await admin.DoAsync(AccountAction.Enable, somebody);
        (await admin.DoAsync(AccountAction.Disable, somebody)).Succeeded();
        var again = await admin.DoAsync(AccountAction.Disable, somebody);
        var reset = await admin.DoAsync(AccountAction.ResetPassword, somebody);
        (await world.As(world.School).DoAsync(AccountAction.Revoke, somebody)).Succeeded();
        var revoked = new[] { await admin.DoAsync(AccountAction.Enable, somebody), await world.As(world.School).DoAsync(AccountAction.Revoke, somebody) };

        Assert.Equal(["ACCOUNT_NOT_DISABLED"], enabled.RefusedItems.Values);
        Assert.Equal(["ACCOUNT_NOT_ACTIVE"], again.RefusedItems.Values);
        Assert.Equal(["ACCOUNT_NOT_ACTIVE"], reset.RefusedItems.Values);
        Assert.Equal(["ACCOUNT_NOT_DISABLED", "ACCOUNT_NOT_ACTIVE"], revoked.SelectMany(reply => reply.RefusedItems.Values));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-11"), Trait("Spec", "SYS-03")]
    public async Task Reason_MissingOrTooLong_OrNobodyChosen_ChangesNothing(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var somebody = await world.AppointAsync(world.School);
        string[] ids = [somebody.AccountId()];

        var blank = await world.As(world.School).DoAsync(AccountAction.Revoke, ids, " ");
        var missing = await world.SystemAdmin.DoAsync(AccountAction.Disable, ids, "");
        var tooLong = await world.SystemAdmin.DoAsync(AccountAction.Disable, ids, new string('字', 501));
        var nobody = await world.SystemAdmin.DoAsync(AccountAction.Enable, []);
        var crowd = await world.SystemAdmin.DoAsync(AccountAction.ResetPassword, Enumerable.Repeat(ids[0], 501));

        Assert.Equal(["REASON_REQUIRED", "input.reason"], blank.Refusals.Concat(blank.Paths));
        Assert.Equal(["REASON_REQUIRED"], missing.Refusals);
        Assert.Equal(["TOO_LONG"], tooLong.Refusals);
        Assert.Equal(["NOTHING_SELECTED"], nobody.Refusals);
        Assert.Equal(["TOO_MANY_SELECTED"], crowd.Refusals);
        Assert.Equal(AccountState.Active, (await RowAsync(world, somebody)).State);
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-01"), Trait("Spec", "ACC-02"), Trait("Spec", "SYS-03")]
    public async Task Reset_Always_SetsTheInitialPasswordFor72Hours(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var people = await world.ProfessionalsAsync(world.School, 3);

        (await world.SystemAdmin.DoAsync(AccountAction.ResetPassword, [.. people])).Succeeded();

        var hasher = world.Services.GetRequiredService<IPasswordHasher<Account>>();
        foreach (var person in people)
        {
            var row = await RowAsync(world, person);
            Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(row, row.PasswordHash!, "000000"));
            Assert.Equal(PasswordVerificationResult.Failed, hasher.VerifyHashedPassword(row, row.PasswordHash!, MadeUpPerson.Password));
            Assert.True(row.MustChangePassword);
            Assert.Equal(world.Clock.GetUtcNow().UtcDateTime.AddHours(72), row.InitialPasswordUntil);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "EML-02"), Trait("Spec", "GEN-10")]
    public async Task EveryAction_Done_TellsItsOwnerAndLeavesAnAuditLine(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var somebody = await world.AppointAsync(world.School);
        (Actor Actor, AccountAction Action, string Name, MessageKind Kind, string? Detail)[] steps =
        [
            (world.As(world.School), AccountAction.ResetPassword, nameof(ResetPasswords), MessageKind.PasswordReset, null),
            (world.As(world.Zhengzhou), AccountAction.Disable, nameof(DisableAccounts), MessageKind.AccountDisabled, "岗位调整"),
            (world.As(world.Zhengzhou), AccountAction.Enable, nameof(EnableAccounts), MessageKind.AccountEnabled, null),
            (world.As(world.School), AccountAction.Revoke, nameof(RevokeAdministrators), MessageKind.AdministratorRevoked, "岗位调整"),
        ];

        foreach (var (actor, action, name, kind, detail) in steps)
        {
            (await actor.DoAsync(action, somebody)).Succeeded();
            var message = await world.ReadAsync(db => db.Messages.OrderBy(m => m.Id).LastAsync());
            var line = await world.ReadAsync(db => db.AuditEntries.OrderBy(e => e.Sequence).LastAsync());

            Assert.Equal((somebody.Caller.AccountId, kind, "郑州市第一中学", detail), (message.AccountId, message.Kind, message.Title, message.Detail));
            Assert.Equal((name, $"Account:{somebody.Caller.AccountId}", actor.Caller.AccountId), (line.Action, line.Subject, line.AccountId));
            Assert.DoesNotContain("岗位调整", line.Detail, StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "ACC-04")]
    public async Task Session_OfWhomeverItBefalls_EndsAtOnce(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        foreach (var action in new[] { AccountAction.ResetPassword, AccountAction.Disable, AccountAction.Revoke })
        {
            var victim = await world.AppointAsync(world.School);
            using var browser = await world.SignInAsync(victim);
            var before = await browser.GetStringAsync("/graphql?query={viewer{name}}");

            (await (action is AccountAction.Disable ? world.SystemAdmin : world.As(world.School)).DoAsync(action, victim)).Succeeded();

            Assert.Contains(victim.Person!.Name, before, StringComparison.Ordinal);
            Assert.DoesNotContain(victim.Person.Name, await browser.GetStringAsync("/graphql?query={viewer{name}}"), StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-08")]
    public async Task Person_WithThreeAccounts_LosesOneAndKeepsTheOthers(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var (clerk, official) = (await world.AppointAsync(world.School, teacher.Person), await world.AppointAsync(world.Zhongyuan, teacher.Person));

        (await world.As(world.School).DoAsync(AccountAction.Revoke, clerk)).Succeeded();

        var found = await world.SystemAdmin.MustAsync("query ($n: String) { accounts(filter: { idNumber: $n }) { nodes { id userType state } } }", new { n = teacher.Person!.IdNumber });
        Assert.Equal([official.AccountId(), clerk.AccountId(), teacher.AccountId()], found.Each("accounts.nodes", "id"));
        Assert.Equal(["ACTIVE", "REVOKED", "ACTIVE"], found.Each("accounts.nodes", "state"));
        Assert.NotNull((await EnterAsync(teacher)).Value);
        Assert.NotNull((await EnterAsync(official)).Value);
        Assert.True((await EnterAsync(clerk)).IsRefused);
    }

    [Fact, Trait("Spec", "EMP-11")]
    public async Task Change_OfAnAccountThatIsBeingRevoked_LosesAsAConflict()
    {
        var before = new BeforeStatement("UPDATE \"Accounts\" SET");
        await using var world = await World.CreateAsync(DatabaseProvider.PostgreSql, before);
        var victim = await world.AppointAsync(world.School);
        before.Once(async () => (await world.As(world.School).DoAsync(AccountAction.Revoke, victim)).Succeeded());

        var late = await victim.RunAsync<HnCe.Domain.Data.UnitOfWork, Outcome<bool>>(work => work.RunAsync<bool>("ChangeContacts", async _ =>
        {
            (await work.Db.Accounts.SingleAsync(a => a.Id == victim.Caller.AccountId)).SetContacts([1], [2]);
            return true;
        }, default));

        Assert.Equal(RefusalCode.Conflict, Assert.Single(late.Refusals).Code);
    }

    private static Task<Outcome<SignedInAccount>> EnterAsync(Actor actor) =>
        actor.RunAsync<SignIn, Outcome<SignedInAccount>>(signIn => signIn.RunAsync(actor.Credentials, default));

    private static Task<Account> RowAsync(World world, Actor actor) => world.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == actor.Caller.AccountId));
}
