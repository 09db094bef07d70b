using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>停用 and 启用 of bureaus and departments, and departments otherwise.</summary>
public sealed class RetirementTests
{
    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.KeepBaseData))];

    [Theory, OnBothDatabases, Trait("Spec", "BAS-07"), Trait("Spec", "BAS-02"), Trait("Spec", "LOG-06")]
    public async Task Bureau_Retired_LetsNobodyInAndIsNotOffered(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.Luolong);
        using var browser = await world.SignInAsync(clerk);

        (await world.SystemAdmin.RetireAsync(world.Luolong)).Succeeded();
        var refused = await EnterAsync(clerk);
        var session = await browser.GetStringAsync("/graphql?query={viewer{name}}");
        var offered = await world.Visitor.MustAsync("{ pickHrBureaus(name: \"洛龙\") { nodes { name } } }");
        (await world.SystemAdmin.ReactivateAsync(world.Luolong)).Succeeded();
        var entered = await EnterAsync(clerk);

        Assert.Equal(RefusalCode.OrganizationRetired, Assert.Single(refused.Refusals).Code);
        Assert.DoesNotContain(clerk.Person!.Name, session, StringComparison.Ordinal);
        Assert.Empty(offered.Each("pickHrBureaus.nodes", "name"));
        Assert.False(entered.IsRefused);
    }

    [Theory, OnBothDatabases, Trait("Spec", "BAS-07")]
    public async Task Bureau_WithPendingItems_IsNotRetired(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.DeclarationAsync(await world.ProfessionalAsync(world.CityHospital), DeclarationStatus.UnderReview);
        await world.WaitsAsync(world.Luanchuan, RegistrationKind.LocalBureau);

        var refused = await world.SystemAdmin.RetireAsync(world.Luoyang);
        var effects = await world.SystemAdmin.MustAsync(
            "query ($id: ID!) { bureauRetirementEffects(id: $id) { registrations declarations bureaus organizations administrators reason } }", new { id = KeepBaseData.IdOf(world.Luoyang) });
        var bureaus = await world.ReadAsync(db => db.HrBureaus.CountAsync(b => b.SupervisorId == world.Luoyang.Id));

        Assert.Equal(["PENDING_ITEMS"], refused.Refusals);
        Assert.Equal($"不能停用：还有 1 条注册信息待审核、1 条继续教育信息待审核、{bureaus} 个下级人社局、2 个所属单位或部门。请先办理完毕，或改由其他部门负责", Assert.Single(refused.Messages));
        Assert.Equal(refused.Messages[0], effects.String("bureauRetirementEffects.reason"));
        Assert.Equal(["NOT_AN_OPTION"], (await world.SystemAdmin.RetireAsync(world.Province)).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "BAS-07")]
    public async Task Bureau_BelowARetiredOne_OrWhoseRegionWasTaken_IsNotReactivated(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        (await world.SystemAdmin.RetireAsync(world.Luolong)).Succeeded();
        await world.RetireAsync(world.Luoyang);

        var orphan = await world.SystemAdmin.ReactivateAsync(world.Luolong);
        (await world.SystemAdmin.ReactivateAsync(world.Luoyang)).Succeeded();
        (await world.SystemAdmin.AddBureauAsync(KeepBaseData.NewBureau(world, ("regionCode", "410311"), ("parent", KeepBaseData.IdOf(world.Luoyang))))).Succeeded();
        var doubled = await world.SystemAdmin.ReactivateAsync(world.Luolong);

        Assert.Equal(["ORGANIZATION_RETIRED"], orphan.Refusals);
        Assert.Equal(["ALREADY_EXISTS"], doubled.Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "BAS-01"), Trait("Spec", "BAS-07"), Trait("Spec", "FWD-06")]
    public async Task Department_Retired_StaysInHistoryAndIsNoTarget(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var waiting = await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview, target: ForwardTarget.IndustryDepartment);
        var next = World.IdOf(await world.DeclarationAsync(teacher));

        var refused = await world.SystemAdmin.RetireAsync(world.Education);
        (await world.As(world.Education).PassAsync(World.IdOf(waiting))).Succeeded();
        var effects = await world.SystemAdmin.MustAsync("query ($id: ID!) { industryDepartmentRetirementEffects(id: $id) { employers reason } }", new { id = KeepBaseData.IdOf(world.Education) });
        (await world.SystemAdmin.RetireAsync(world.Education)).Succeeded();
        var forwarded = await world.As(world.School).ForwardAsync([next], ForwardTarget.IndustryDepartment);
        var kept = await world.As(world.School).MustAsync("{ professionals { nodes { employer { industryDepartment { name } } } } }");

        Assert.Equal(["PENDING_ITEMS"], refused.Refusals);
        Assert.Equal(3, effects.Number("industryDepartmentRetirementEffects.employers"));
        Assert.Equal(["TARGET_RETIRED"], forwarded.Refusals);
        Assert.Equal("郑州市教育局", kept.String("professionals.nodes.0.employer.industryDepartment.name"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BAS-01"), Trait("Spec", "BAS-06"), Trait("Spec", "S-SYS-03"), Trait("Spec", "PIC-02")]
    public async Task Department_AddedAndMoved_LeavesItsRegistrationsToTheNewBureau(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var input = KeepBaseData.NewDepartment(world);

        var id = (await world.SystemAdmin.AddIndustryDepartmentAsync(input)).Succeeded().String("addIndustryDepartment.industryDepartmentId")!;
        var department = await world.ReadAsync(db => db.IndustryDepartments.SingleAsync(d => d.Id == GlobalIdOf.Key(id)));
        var waiting = await world.WaitsAsync(department, RegistrationKind.IndustryDepartment);
        input["id"] = id;
        (input["supervisor"], input["name"]) = (KeepBaseData.IdOf(world.Province), "巩义市教育体育局");
        var effects = await world.SystemAdmin.MustAsync(
            "query ($input: ChangeIndustryDepartmentInput!) { industryDepartmentChangeEffects(input: $input) { effects { moves registrations administrators } userErrors { code } } }", new { input });
        (await world.SystemAdmin.ChangeIndustryDepartmentAsync(input)).Succeeded();
        input["supervisor"] = KeepBaseData.IdOf(world.Luoyang);
        var foreign = await world.SystemAdmin.ChangeIndustryDepartmentAsync(input);
        var (reviewer, moved) = await world.ReadAsync(async db => (
            await db.Registrations.Where(r => r.Id == waiting).Select(r => r.ReviewerId).SingleAsync(), await db.IndustryDepartments.SingleAsync(d => d.Id == department.Id)));
        var listed = await world.SystemAdmin.MustAsync("{ industryDepartments(filter: { name: \"教育体育\", regionCode: \"410100\" }) { nodes { name industryName supervisor { name } } } }");

        Assert.Equal(1, effects.Number("industryDepartmentChangeEffects.effects.registrations"));
        Assert.Equal(world.Province.Id, reviewer);
        Assert.Equal((null, null), (moved.CityCode, moved.CountyCode));
        Assert.Equal(["REQUIRED", "input.supervisor"], foreign.Refusals.Concat(foreign.Paths));
        Assert.Equal("教育", listed.String("industryDepartments.nodes.0.industryName"));
        Assert.Equal(["PENDING_ITEMS"], (await world.SystemAdmin.RetireAsync(department)).Refusals);
        Assert.Equal(["NOT_AN_OPTION"], (await world.SystemAdmin.AddIndustryDepartmentAsync(KeepBaseData.NewDepartment(world, ("code", KeepBaseData.Code(5)), ("name", "某局"), ("industry", "ZZ")))).Refusals);
    }

    [Theory, MemberData(nameof(Others)), Trait("Spec", "SYS-05"), Trait("Spec", "SEC-A1")]
    public async Task BaseData_OtherRoles_AreForbidden(UserType role)
    {
        await using var world = await World.CreateAsync();
        var actor = role is UserType.Individual ? await world.ProfessionalAsync(world.School) : world.As(role);

        Assert.Equal(["FORBIDDEN"], (await actor.AddBureauAsync(KeepBaseData.NewBureau(world))).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.ChangeBureauAsync(await KeepBaseData.InputAsync(world, world.Luolong))).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.RetireAsync(world.Luolong)).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.RetireAsync(world.Education)).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.SetHoursAsync(new { year = world.Year, titleLevel = "intermediate", publicHours = 1, professionalHours = 1 })).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.CodeAsync("retire", new { list = "UNIT_NATURES", code = "10" })).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.AskAsync("{ bureaus { nodes { contact } } }")).Errors);
    }

    [Fact, Trait("Spec", "SYS-06")]
    public void SystemAdmin_ReviewsAndDeclaresNothing() =>
        Assert.All([Permission.ReviewDeclarations, Permission.ReviewRegistrations, Permission.Declare, Permission.ForwardDeclarations, Permission.ViewDeclarations, Permission.RevealPersonalData, Permission.RevokeDeclarations],
            permission => Assert.False(UserType.SystemAdmin.Grants(permission), $"{permission}"));

    private static Task<Outcome<SignedInAccount>> EnterAsync(Actor actor) =>
        actor.RunAsync<SignIn, Outcome<SignedInAccount>>(signIn => signIn.RunAsync(actor.Credentials, default));
}
