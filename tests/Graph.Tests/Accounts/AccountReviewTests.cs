using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Accounts;

/// <summary>审核账户: what a verdict does to accounts and organizations of each kind, and who may give it.</summary>
public sealed class AccountReviewTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "BUR-06"), Trait("Spec", "EML-01"), Trait("Spec", "LOG-04")]
    public async Task BureauAdministrator_Passed_SignsInAndTheBureauStaysAsItIs(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var waiting = await world.WaitingAdministratorAsync(world.Xinzheng);
        var before = await waiting.Applicant.EnterAsync();

        var reply = await world.As(world.Zhengzhou).PassRegistrationsAsync(waiting.Id);

        Assert.Equal(RefusalCode.NotYetApproved, before?.Code);
        Assert.Equal(1, reply.Succeeded().Number("reviewRegistrations.succeeded"));
        Assert.Null(await waiting.Applicant.EnterAsync());
        Assert.Equal(OrganizationState.Active, await StateAsync(world, waiting));
        Assert.Contains($"您以“{world.Xinzheng.Name}”管理员身份提交的注册已通过审核", await MailAsync(world, waiting), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-06")]
    public async Task BureauAdministrator_Refused_LeavesTheBureauAloneAndMayRegisterAgain(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var waiting = await world.WaitingAdministratorAsync(world.Xinzheng);

        (await world.As(world.Zhengzhou).FailRegistrationsAsync("不是本局人员", waiting.Id)).Succeeded();

        Assert.Equal((OrganizationState.Active, world.Xinzheng.OrgCode), (await StateAsync(world, waiting), await CodeKeyAsync(world, waiting)));
        Assert.NotNull(await world.WaitingAdministratorAsync(world.Xinzheng, waiting.Applicant.Person));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-07"), Trait("Spec", "EML-01")]
    public async Task NewOrganization_Passed_IsActiveWithItsAdministrator(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        Waiting[] all = [await world.WaitingEmployerAsync(world.Zhongyuan), await world.WaitingInstitutionAsync(world.Zhongyuan), await world.WaitingDepartmentAsync(world.Zhongyuan)];

        var reply = await world.As(world.Zhongyuan).PassRegistrationsAsync(all.Select(one => one.Id));

        Assert.Equal(3, reply.Succeeded().Number("reviewRegistrations.succeeded"));
        foreach (var one in all)
        {
            Assert.Null(await one.Applicant.EnterAsync());
            Assert.Equal((OrganizationState.Active, one.Organization.OrgCode), (await StateAsync(world, one), await CodeKeyAsync(world, one)));
            Assert.Contains("用组织机构代码、身份证号码和密码登录", await MailAsync(world, one), StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-07"), Trait("Spec", "EML-02"), Trait("Spec", "LOG-06")]
    public async Task NewOrganization_Refused_TellsWhyAndGivesItsCodeBack(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var waiting = await world.WaitingEmployerAsync(world.Zhongyuan);

        (await world.As(world.Zhongyuan).FailRegistrationsAsync("  扫描件看不清 ", waiting.Id)).Succeeded();

        Assert.Equal(OrganizationState.Rejected, await StateAsync(world, waiting));
        Assert.Null(await CodeKeyAsync(world, waiting));
        Assert.Equal("此帐号审核未通过，原因：扫描件看不清", (await waiting.Applicant.EnterAsync())!.Message);
        Assert.Equal(RefusalCode.WrongCredentials, (await (waiting.Applicant with { OrganizationCode = world.Hospital.OrgCode }).EnterAsync())!.Code);
        Assert.Contains("原因：扫描件看不清。您可以更正后用同一组织机构代码", await MailAsync(world, waiting), StringComparison.Ordinal);
        var again = await world.WaitingEmployerAsync(world.Zhongyuan, person: waiting.Applicant.Person, code: waiting.Organization.OrgCode);
        Assert.Equal(RefusalCode.NotYetApproved, (await again.Applicant.EnterAsync())!.Code);
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-07"), Trait("Spec", "DEP-02")]
    public async Task FurtherDepartmentAdministrator_Refused_LeavesTheDepartmentActive(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var waiting = await world.WaitingAdministratorAsync(world.Education);

        (await world.As(world.Zhengzhou).FailRegistrationsAsync("已离职", waiting.Id)).Succeeded();

        Assert.Equal((OrganizationState.Active, world.Education.OrgCode), (await StateAsync(world, waiting), await CodeKeyAsync(world, waiting)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-06"), Trait("Spec", "EMP-15")]
    public async Task Batch_OfOwnForeignAndDecided_DecidesTheOwnAndNamesTheRest(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (own, foreign, decided) = (await world.WaitingEmployerAsync(world.Zhengzhou), await world.WaitingEmployerAsync(world.Luoyang), await world.WaitingEmployerAsync(world.Zhengzhou));
        var teacher = GlobalId.Encode("Registration", await world.RegistrationAsync(world.School));
        var clerk = world.As(world.Zhengzhou);
        (await clerk.PassRegistrationsAsync(decided.Id)).Succeeded();

        var reply = await clerk.FailRegistrationsAsync("不属实", own.Id, foreign.Id, decided.Id, teacher, own.Id);

        Assert.Equal(1, reply.Number("reviewRegistrations.succeeded"));
        Assert.Equal(
            new Dictionary<string, string> { [foreign.Id] = "NOT_FOUND", [decided.Id] = "ALREADY_REVIEWED", [teacher] = "NOT_FOUND" }, reply.RefusedItems);
        Assert.Equal(OrganizationState.Pending, await StateAsync(world, foreign));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-06"), Trait("Spec", "EMP-14")]
    public async Task Reviewers_OfOtherRolesAndPlaces_SeeAndDecideNothing(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var waiting = await world.WaitingEmployerAsync(world.Zhongyuan, "中原区只看本级小学");
        Actor[] others = [world.As(world.Zhengzhou), world.As(world.Xinzheng), world.As(world.Luoyang), world.As(world.Province), world.As(world.School)];

        foreach (var other in others)
        {
            var seen = await other.MustAsync("query ($id: ID!) { registrations(name: \"只看本级\") { totalCount } waitingRegistrationCount(kind: EMPLOYER, name: \"只看本级\") node(id: $id) { id } }", new { id = waiting.Id });
            Assert.Equal((0, 0), (seen.Number("registrations.totalCount"), seen.Number("waitingRegistrationCount")));
            Assert.Equal(System.Text.Json.JsonValueKind.Null, seen["node"].ValueKind);
            Assert.Equal("NOT_FOUND", (await other.PassRegistrationsAsync(waiting.Id)).RefusedItems[waiting.Id]);
        }

        foreach (var role in Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.ReviewRegistrations) && role is not UserType.Individual))
        {
            Assert.Equal(["FORBIDDEN"], (await world.As(role).PassRegistrationsAsync(waiting.Id)).Errors);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-11")]
    public async Task OwnRegistration_AsEmployerOrBureau_IsLeftToSomebodyElse(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (clerk, officer) = (world.As(world.Clinic), world.As(world.Luoyang));
        var asTeacher = GlobalId.Encode("Registration", await world.RegistrationAsync(world.Clinic, clerk.Person));
        var asEmployer = await world.WaitingEmployerAsync(world.Luoyang, person: officer.Person);

        Assert.Equal("OWN_REGISTRATION", (await clerk.PassRegistrationsAsync(asTeacher)).RefusedItems[asTeacher]);
        Assert.Equal("OWN_REGISTRATION", (await officer.FailRegistrationsAsync("本人", asEmployer.Id)).RefusedItems[asEmployer.Id]);
        Assert.Equal(1, (await (await world.AppointAsync(world.Clinic)).PassRegistrationsAsync(asTeacher)).Succeeded().Number("reviewRegistrations.succeeded"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-06"), Trait("Spec", "BAS-07")]
    public async Task Retired_OrganizationOrReviewer_IsNotPassed(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (administrator, employer) = (await world.WaitingAdministratorAsync(world.Luolong), await world.WaitingEmployerAsync(world.Luanchuan));
        await world.RetireAsync(world.Luolong);
        await world.RetireAsync(world.Luanchuan);

        Assert.Equal("ORGANIZATION_RETIRED", (await world.As(world.Luoyang).PassRegistrationsAsync(administrator.Id)).RefusedItems[administrator.Id]);
        Assert.Equal("TARGET_RETIRED", (await world.As(world.Luanchuan).PassRegistrationsAsync(employer.Id)).RefusedItems[employer.Id]);
        Assert.Equal(1, (await world.As(world.Luoyang).FailRegistrationsAsync("该局已撤并", administrator.Id)).Succeeded().Number("reviewRegistrations.succeeded"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PRO-04"), Trait("Spec", "PRO-05")]
    public async Task All_OfTheProvince_TakesWhatWaitsOfOneKindUnderTheFilter(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var province = world.As(world.Province);
        Waiting[] academies = [await world.WaitingEmployerAsync(world.Province, "甲研究院"), await world.WaitingEmployerAsync(world.Province, "乙研究院", province.Person), await world.WaitingEmployerAsync(world.Province, "丙研究院")];
        var (school, city, department) = (await world.WaitingEmployerAsync(world.Province, "省实验中学"), await world.WaitingAdministratorAsync(world.Zhengzhou), await world.WaitingDepartmentAsync(world.Province));

        var changed = await province.AllRegistrationsAsync(RegistrationKind.Employer, 2, name: "研究院");
        var passed = await province.AllRegistrationsAsync(RegistrationKind.Employer, 3, name: "研究院");
        var refused = await province.AllRegistrationsAsync(RegistrationKind.LocalBureau, 1, ReviewDecision.Fail, reason: "不属实");

        Assert.Equal(["COUNT_CHANGED"], changed.Refusals);
        Assert.Equal(2, passed.Succeeded().Number("reviewRegistrations.succeeded"));
        Assert.Equal("OWN_REGISTRATION", passed.RefusedItems[academies[1].Id]);
        Assert.Equal(1, refused.Succeeded().Number("reviewRegistrations.succeeded"));
        Assert.Equal([OrganizationState.Active, OrganizationState.Pending, OrganizationState.Active], await Task.WhenAll(academies.Select(one => StateAsync(world, one))));
        Assert.Equal([OrganizationState.Pending, OrganizationState.Pending], await Task.WhenAll(StateAsync(world, school), StateAsync(world, department)));
        Assert.Equal(RefusalCode.RegistrationRefused, (await city.Applicant.EnterAsync())!.Code);
        Assert.Equal(["REASON_REQUIRED"], (await province.AllRegistrationsAsync(RegistrationKind.Employer, 2, ReviewDecision.Fail)).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "PRO-04")]
    public async Task All_OfABureauOrAnEmployer_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var waiting = await world.WaitingEmployerAsync(world.Gongyi);

        Assert.Equal(["PROVINCE_ONLY"], (await world.As(world.Gongyi).AllRegistrationsAsync(RegistrationKind.Employer, 1)).Refusals);
        Assert.Equal(["PROVINCE_ONLY"], (await world.As(world.School).AllRegistrationsAsync(RegistrationKind.Professional, 0)).Refusals);
        Assert.Equal(["NOTHING_SELECTED"], (await world.As(world.Gongyi).ReviewRegistrationsAsync(new { ids = new[] { waiting.Id }, allWaiting = new { kind = "EMPLOYER", expected = 1 }, decision = "PASS" })).Refusals);
        Assert.Equal(OrganizationState.Pending, await StateAsync(world, waiting));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-06"), Trait("Spec", "REV-13")]
    public async Task Verdicts_PassAndFailAtOnce_OneOfThemHolds(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var waiting = await world.WaitingEmployerAsync(world.Xinzheng);
        var clerk = world.As(world.Xinzheng);

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() =>
            i % 2 == 0 ? clerk.PassRegistrationsAsync(waiting.Id) : clerk.FailRegistrationsAsync("不属实", waiting.Id))));

        var winner = Array.FindIndex(replies, reply => reply.Refusals.Count == 0 && reply.Number("reviewRegistrations.succeeded") == 1);
        Assert.Single(replies, reply => reply.Refusals.Count == 0 && reply.Number("reviewRegistrations.succeeded") == 1);
        Assert.Equal(winner % 2 == 0 ? OrganizationState.Active : OrganizationState.Rejected, await StateAsync(world, waiting));
        Assert.Single(await MessagesAsync(world, waiting));
    }

    [Fact, Trait("Spec", "BUR-06"), Trait("Spec", "REV-13")]
    public async Task Verdict_ThatComesSecond_ChangesNothing()
    {
        var before = new BeforeStatement("UPDATE \"Registrations\"");
        await using var world = await World.CreateAsync(DatabaseProvider.PostgreSql, before);
        var waiting = await world.WaitingEmployerAsync(world.Xinzheng);
        var clerk = world.As(world.Xinzheng);
        before.Once(async () => (await clerk.FailRegistrationsAsync("不属实", waiting.Id)).Succeeded());

        var late = await clerk.PassRegistrationsAsync(waiting.Id);

        Assert.Equal("ALREADY_REVIEWED", late.RefusedItems[waiting.Id]);
        Assert.Equal(OrganizationState.Rejected, await StateAsync(world, waiting));
    }

    private static Task<OrganizationState> StateAsync(World world, Waiting waiting) =>
        world.ReadAsync(db => db.Registrations.Where(r => r.Id == waiting.Key).Select(r => r.Account.Organization!.State).SingleAsync());

    private static Task<string?> CodeKeyAsync(World world, Waiting waiting) =>
        world.ReadAsync(db => db.Registrations.Where(r => r.Id == waiting.Key).Select(r => r.Account.Organization!.CodeKey).SingleAsync());

    private static Task<List<Message>> MessagesAsync(World world, Waiting waiting) =>
        world.ReadAsync(db => db.Messages.Where(m => db.Registrations.Any(r => r.Id == waiting.Key && r.AccountId == m.AccountId)).ToListAsync());

    private static async Task<string> MailAsync(World world, Waiting waiting)
    {
        var message = Assert.Single(await MessagesAsync(world, waiting));
        return MessageTexts.Body(message.Kind, message.Title, message.Detail, message.Hours);
    }
}
