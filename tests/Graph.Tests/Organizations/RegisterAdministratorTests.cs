using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Organizations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>市、区（县）人社局注册 and 行业主管部门管理员注册.</summary>
public sealed class RegisterAdministratorTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "BUR-01"), Trait("Spec", "BUR-02"), Trait("Spec", "BUR-03"), Trait("Spec", "MSG-04")]
    public async Task Bureau_FilledIn_WaitsForTheBureauAbove(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var bureaus = await world.ReadAsync(db => db.HrBureaus.CountAsync());

        foreach (var (bureau, above) in new[] { (world.Xinzheng, world.Zhengzhou), (world.Zhengzhou, world.Province), (world.Gongyi, world.Province) })
        {
            var person = world.Stranger();
            var reply = await world.Visitor.RegisterBureauAdministratorAsync(Do.BureauApplication(bureau, person));
            var found = await RegistrationOf(world, person);

            Assert.Equal("您已完成人社管理员注册，请耐心等待所属人社部门审批", reply.Succeeded().String("registerBureauAdministrator.message"));
            Assert.Equal((RegistrationKind.LocalBureau, RegistrationStatus.Pending, above.Id), (found.Kind, found.Status, found.ReviewerId));
            Assert.Equal((UserType.LocalBureau, bureau.Id, AccountState.Pending), (found.Account.UserType, found.Account.OrganizationId!.Value, found.Account.State));
        }

        Assert.Equal(bureaus, await world.ReadAsync(db => db.HrBureaus.CountAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-01"), Trait("Spec", "GEN-02")]
    public async Task Bureau_ProvinceRetiredOrNone_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RetireAsync(world.Luoyang);

        async Task<IEnumerable<(string, string?)>> At(string? bureau) => Both(await world.Visitor.RegisterBureauAdministratorAsync(Do.BureauApplication(world.Xinzheng, world.Stranger(), ("bureau", bureau))));

        Assert.Equal([("NOT_AN_OPTION", "input.bureau")], await At(Do.BureauId(world.Province)));
        Assert.Equal([("NOT_AN_OPTION", "input.bureau")], await At(null));
        Assert.Equal([("NOT_AN_OPTION", "input.bureau")], await At(HnCe.Graph.Server.GlobalId.Encode("HrBureau", world.School.Id)));
        Assert.Equal([("TARGET_RETIRED", "input.bureau")], await At(Do.BureauId(world.Luoyang)));
        Assert.Equal([("TARGET_RETIRED", "input.bureau")], await At(Do.BureauId(world.Luolong)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "MSG-14"), Trait("Spec", "LOG-08")]
    public async Task Bureau_SamePersonTwice_IsRefusedThereButNotElsewhere(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var person = world.Stranger();
        var first = await world.BureauRegistrationAsync(world.Xinzheng, person);

        var again = await world.Visitor.RegisterBureauAdministratorAsync(Do.BureauApplication(world.Xinzheng, person));
        var elsewhere = await world.Visitor.RegisterBureauAdministratorAsync(Do.BureauApplication(world.Zhongyuan, person));
        await world.RefuseAsync(first);
        var repeated = await world.Visitor.RegisterBureauAdministratorAsync(Do.BureauApplication(world.Xinzheng, person));

        Assert.Equal([("ALREADY_REGISTERED", "input.applicant.idNumber")], Both(again));
        Assert.Equal(["该身份证号码已注册"], again.Messages);
        Assert.Empty(elsewhere.Refusals);
        Assert.Empty(repeated.Refusals);
        Assert.Equal(OrganizationState.Active, await world.ReadAsync(db => db.HrBureaus.Where(b => b.Id == world.Xinzheng.Id).Select(b => b.State).SingleAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "MSG-14")]
    public async Task Bureau_TenTimesAtOnce_HappensOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var input = Do.BureauApplication(world.Luolong, world.Stranger());

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => world.Visitor.RegisterBureauAdministratorAsync(input))));

        Assert.Single(replies, reply => reply.Refusals.Count == 0);
        Assert.All(replies.SelectMany(reply => reply.Refusals), refusal => Assert.Contains(refusal, new[] { "ALREADY_REGISTERED", "CONFLICT" }));
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEP-01"), Trait("Spec", "DEP-02"), Trait("Spec", "MSG-05")]
    public async Task Department_FilledIn_WaitsForTheBureau(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var person = world.Stranger();

        var reply = await world.Visitor.RegisterIndustryDepartmentAsync(Do.DepartmentApplication(world, person, ("department.name", "郑州市林业局")));
        var found = await RegistrationOf(world, person);

        Assert.Equal("您已完成行业主管注册，请耐心等待所属人社部门审批", reply.Succeeded().String("registerIndustryDepartment.message"));
        Assert.Equal((RegistrationKind.IndustryDepartment, world.Zhengzhou.Id, AccountState.Pending), (found.Kind, found.ReviewerId, found.Account.State));
        var department = Assert.IsType<IndustryDepartment>(found.Account.Organization);
        Assert.Equal((OrganizationState.Pending, "410100", world.Zhengzhou.Id), (department.State, department.RegionCode, department.SupervisorId!.Value));
        Assert.Empty((await world.Visitor.MustAsync("{ pickIndustryDepartments(name: \"林业\") { nodes { id } } }")).Each("pickIndustryDepartments.nodes", "id"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEP-01"), Trait("Spec", "MSG-14")]
    public async Task Department_ThatIsThereAlready_GetsAFurtherAdministratorOnlyIfAllAgrees(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var person = world.Stranger();

        Task<Reply> Name(string name, HrBureau bureau, MadeUpPerson who) => world.Visitor.RegisterIndustryDepartmentAsync(Do.DepartmentApplication(
            world, who, ("department.code", world.Education.OrgCode), ("department.name", name), ("department.bureau", Do.BureauId(bureau))));

        Assert.Equal([("CODE_TAKEN", "input.department.code")], Both(await Name("郑州市教育厅", world.Zhengzhou, person)));
        Assert.Equal([("CODE_TAKEN", "input.department.code")], Both(await Name(world.Education.Name, world.Luoyang, person)));
        Assert.Empty(Both(await Name($" {world.Education.Name} ", world.Zhengzhou, person)));
        Assert.Equal(world.Education.Id, (await RegistrationOf(world, person)).Account.OrganizationId);
        Assert.Equal([("ALREADY_REGISTERED", "input.applicant.idNumber")], Both(await Name(world.Education.Name, world.Zhengzhou, person)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "MSG-14")]
    public async Task Department_Waiting_KeepsItsCodeUntilRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (person, code) = (world.Stranger(), world.FreshCode());
        var first = await world.DepartmentRegistrationAsync(person: person, code: code);

        var taken = await world.Visitor.RegisterIndustryDepartmentAsync(Do.DepartmentApplication(world, world.Stranger(), ("department.code", code), ("department.name", "注册行业局")));
        await world.RefuseAsync(first);

        Assert.Equal([("CODE_TAKEN", "input.department.code")], Both(taken));
        Assert.NotEqual(first, await world.DepartmentRegistrationAsync(person: person, code: code));
    }

    [Theory, OnBothDatabases, Trait("Spec", "MSG-14")]
    public async Task Department_TenTimesAtOnce_IsFoundedOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var code = world.FreshCode();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => world.Stranger()).ToList()
            .Select(person => Task.Run(() => world.Visitor.RegisterIndustryDepartmentAsync(Do.DepartmentApplication(world, person, ("department.code", code))))));

        Assert.Single(replies, reply => reply.Refusals.Count == 0);
        Assert.All(replies.SelectMany(reply => reply.Refusals), refusal => Assert.Contains(refusal, new[] { "CODE_TAKEN", "CONFLICT" }));
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEP-01"), Trait("Spec", "MSG-15")]
    public async Task Department_WrongAnswers_AreRefusedWhereTheyStand(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RetireAsync(world.Luolong);

        var wrong = await world.Visitor.RegisterIndustryDepartmentAsync(Do.DepartmentApplication(world, world.Stranger(),
            ("department.code", "12345678"), ("department.name", "局"), ("department.bureau", null), ("applicant.idNumber", "1"), ("applicant.mail", "")));
        var retired = await world.Visitor.RegisterIndustryDepartmentAsync(Do.DepartmentApplication(world, world.Stranger(), ("department.bureau", Do.BureauId(world.Luolong))));

        Assert.Equal([("REQUIRED", "input.department.bureau"), ("REQUIRED", "input.department.name"), ("INVALID_ORGANIZATION_CODE", "input.department.code"),
            ("INVALID_ID_NUMBER", "input.applicant.idNumber"), ("INVALID_MAIL", "input.applicant.mail")], Both(wrong));
        Assert.Equal(["组织机构代码不正确", "身份证号码不正确"], wrong.Messages.Skip(2).Take(2));
        Assert.Equal([("TARGET_RETIRED", "input.department.bureau")], Both(retired));
    }

    [Theory, InlineData("department.state", "ACTIVE"), InlineData("department.supervisor", "x"), InlineData("applicant.userType", "SYSTEM_ADMIN"), Trait("Spec", "SEC-A1")]
    public async Task Input_WithMoreThanTheForm_IsNoInput(string path, string value)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);

        Assert.NotEmpty((await world.Visitor.RegisterIndustryDepartmentAsync(Do.DepartmentApplication(world, world.Stranger(), (path, value)))).Errors);
    }

    private static IEnumerable<(string, string?)> Both(Reply reply) => reply.Refusals.Zip(reply.Paths);

    private static Task<Registration> RegistrationOf(World world, MadeUpPerson person) => world.ReadAsync(db => db.Registrations
        .Include(r => r.Account).ThenInclude(a => a.Organization).SingleAsync(r => r.Account.Name == person.Name && r.Account.UserType != UserType.Individual));
}
