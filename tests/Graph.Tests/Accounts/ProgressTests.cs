using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>注册审核进度查询 and 撤回注册.</summary>
public sealed class ProgressTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "LOG-04"), Trait("Spec", "LOG-06")]
    public async Task Progress_OfEachState_SaysWhoHasItAndWhy(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (open, refused, passed) = (await world.WaitingEmployerAsync(world.Zhengzhou, "东区小学"), await world.WaitingInstitutionAsync(world.Zhengzhou), await world.WaitingAdministratorAsync(world.Xinzheng));
        var clerk = world.As(world.Zhengzhou);
        (await clerk.FailRegistrationsAsync("代码证已过期", refused.Id)).Succeeded();
        (await clerk.PassRegistrationsAsync(passed.Id)).Succeeded();

        var (waits, failed, done) = (await open.Applicant.ProgressAsync(), await refused.Applicant.ProgressAsync(), await passed.Applicant.ProgressAsync());

        Assert.Equal(("PENDING", "EMPLOYER", "东区小学", world.Zhengzhou.Name), (Told(waits, "status"), Told(waits, "kind"), Told(waits, "organization"), Told(waits, "reviewer")));
        Assert.Equal(("FAILED", "代码证已过期"), (Told(failed, "status"), Told(failed, "reason")));
        Assert.Equal("PASSED", Told(done, "status"));
        Assert.NotNull(Told(done, "decidedAt"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-04")]
    public async Task Progress_OfAProfessional_NamesTheEmployer(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var person = world.Stranger();
        await world.RegistrationAsync(world.School, person);

        var reply = await Individual(world, person).ProgressAsync();

        Assert.Equal((world.School.Name, world.School.Name), (Told(reply, "reviewer"), Told(reply, "organization")));
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-05"), Trait("Spec", "LOG-02")]
    public async Task Progress_WithAnythingWrong_IsAnsweredLikeAnUnknownAccount(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var applicant = (await world.WaitingEmployerAsync(world.Zhengzhou)).Applicant;
        Actor[] wrong = [applicant with { OrganizationCode = world.School.OrgCode }, applicant with { OrganizationCode = null }, applicant with { Person = world.Stranger() }, applicant with { Caller = applicant.Caller with { Role = UserType.Institution } }];

        Assert.Equal(["WRONG_CREDENTIALS"], (await applicant.ProgressAsync("Wrong-2026x")).Refusals);
        Assert.Equal(["WRONG_CREDENTIALS"], (await applicant.TakeBackAsync("Wrong-2026x")).Refusals);
        foreach (var one in wrong)
        {
            Assert.Equal(["账户或密码错误"], (await one.ProgressAsync()).Messages);
            Assert.Equal(["账户或密码错误"], (await one.TakeBackAsync()).Messages);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-07")]
    public async Task Progress_GuessedFiveTimes_LocksSigningInToo(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(["WRONG_CREDENTIALS"], (await teacher.ProgressAsync("Wrong-2026x")).Refusals);
        }

        Assert.Equal(["LOCKED_OUT"], (await teacher.ProgressAsync()).Refusals);
        Assert.Equal(RefusalCode.LockedOut, (await teacher.EnterAsync())!.Code);
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-03")]
    public async Task Progress_WithoutCaptcha_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        var reply = await world.Visitor.AskAsync("""mutation { checkRegistration(input: { userType: INDIVIDUAL, idNumber: "1", password: "x" }) { userErrors { code message path } } }""");

        Assert.Equal(["WRONG_CAPTCHA"], reply.Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-06")]
    public async Task Progress_OfAnAppointedAdministrator_SaysThereIsNone(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        Assert.Equal(["NOT_FOUND"], (await world.As(world.School).ProgressAsync()).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-11"), Trait("Spec", "LOG-06")]
    public async Task Withdrawn_Registration_GivesItsKeysBackAndReadsLikeAnUnknownAccount(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var waiting = await world.WaitingEmployerAsync(world.Zhengzhou);

        (await waiting.Applicant.TakeBackAsync()).Succeeded();

        Assert.Equal("WITHDRAWN", Told(await waiting.Applicant.ProgressAsync(), "status"));
        Assert.Equal(RefusalCode.WrongCredentials, (await waiting.Applicant.EnterAsync())!.Code);
        Assert.Equal(["ALREADY_REVIEWED"], (await waiting.Applicant.TakeBackAsync()).Refusals);
        Assert.Equal("ALREADY_REVIEWED", (await world.As(world.Zhengzhou).PassRegistrationsAsync(waiting.Id)).RefusedItems[waiting.Id]);
        Assert.Equal(
            (AccountState.Withdrawn, OrganizationState.Rejected, null, null),
            await world.ReadAsync(db => db.Registrations.Where(r => r.Id == waiting.Key)
                .Select(r => new ValueTuple<AccountState, OrganizationState, string?, string?>(r.Account.State, r.Account.Organization!.State, r.Account.Organization.CodeKey, r.Account.NormalizedUserName)).SingleAsync()));
        var again = await world.WaitingEmployerAsync(world.Zhengzhou, person: waiting.Applicant.Person, code: waiting.Organization.OrgCode);
        Assert.Equal("PENDING", Told(await again.Applicant.ProgressAsync(), "status"));
        var log = await world.ReadAsync(db => db.AuditEntries.Where(e => e.Subject == $"Registration:{waiting.Key}").Select(e => e.Action).ToListAsync());
        Assert.Equal(["WithdrawRegistration"], log);
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-11")]
    public async Task Withdrawn_Professional_RegistersAgain(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var person = world.Stranger();
        await world.RegistrationAsync(world.School, person);

        var reply = await Individual(world, person).TakeBackAsync();

        Assert.Equal("您已撤回注册，可以用同一身份证号码重新注册", reply.Succeeded().String("withdrawRegistration.message"));
        Assert.Empty((await world.Visitor.RegisterAsync(Do.Registration(world, person))).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "LOG-06")]
    public async Task Withdrawn_AfterAnEarlierRefusal_ReadsLikeAnUnknownAccount(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var first = await world.WaitingEmployerAsync(world.Zhengzhou);
        (await world.As(world.Zhengzhou).FailRegistrationsAsync("不属实", first.Id)).Succeeded();
        var second = await world.WaitingEmployerAsync(world.Zhengzhou, person: first.Applicant.Person, code: first.Organization.OrgCode);

        (await second.Applicant.TakeBackAsync()).Succeeded();

        Assert.Equal(RefusalCode.WrongCredentials, (await second.Applicant.EnterAsync())!.Code);
    }

    [Theory, OnBothDatabases, Trait("Spec", "IND-11")]
    public async Task Withdrawing_WhatWasDecided_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);

        Assert.Equal(["ALREADY_REVIEWED"], (await teacher.TakeBackAsync()).Refusals);
        Assert.Null(await teacher.EnterAsync());
    }

    [Fact, Trait("Spec", "IND-11")]
    public async Task Withdrawing_WhileItIsPassed_ChangesNothing()
    {
        var before = new BeforeStatement("UPDATE \"Registrations\"");
        await using var world = await World.CreateAsync(DatabaseProvider.PostgreSql, before);
        var person = world.Stranger();
        var id = GlobalId.Encode("Registration", await world.RegistrationAsync(world.School, person));
        before.Once(async () => (await world.As(world.School).PassRegistrationsAsync(id)).Succeeded());

        var late = await Individual(world, person).TakeBackAsync();

        Assert.Equal(["ALREADY_REVIEWED"], late.Refusals);
        Assert.Null(await Individual(world, person).EnterAsync());
    }

    private static string? Told(Reply reply, string field) => reply.Succeeded().String($"checkRegistration.progress.{field}");

    private static Actor Individual(World world, MadeUpPerson person) =>
        new(world, Caller.Visitor with { Role = UserType.Individual, Address = "198.51.100.9" }, person);
}
