using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>组织机构管理: the tree of departments of one employer.</summary>
[Trait("Spec", "EMP-13")]
public sealed class DepartmentTests(Worlds worlds) : IClassFixture<Worlds>
{
    private const string Tree = "{ ownDepartments { id name parentId order retired people } }";

    [Theory, OnBothDatabases]
    public async Task Tree_AddedChangedAndRetired_ReadsInItsOrder(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        await world.ProfessionalsAsync(world.School, 2);
        await world.RegistrationAsync(world.School);

        var (office, group) = (await AddAsync(clerk, "总务处", order: 0), await AddAsync(clerk, "临时组", order: 9));
        (await clerk.ChangeDepartmentAsync(group, "语文组", office, 3)).Succeeded();
        (await clerk.RetireDepartmentAsync(group)).Succeeded();
        var tree = await clerk.MustAsync(Tree);

        Assert.Equal(["总务处", "语文组", "业务一部", "业务二部"], tree.Each("ownDepartments", "name"));
        Assert.Equal((office, 3, true), (tree.String("ownDepartments.1.parentId"), (int)tree.Number("ownDepartments.1.order"), tree["ownDepartments.1.retired"].GetBoolean()));
        Assert.Equal(3, tree.Number("ownDepartments.2.people"));
        Assert.DoesNotContain("语文组", (await world.Visitor.MustAsync("query ($id: ID!) { departments(employer: $id) { name } }", new { id = GlobalId.Encode("Employer", world.School.Id) })).Text, StringComparison.Ordinal);
        (await clerk.RetireDepartmentAsync(group, retired: false)).Succeeded();
        Assert.False((await clerk.MustAsync(Tree))["ownDepartments.1.retired"].GetBoolean());
        Assert.Contains($"Department:{GlobalIdOf.Key(group)}", await world.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "ChangeDepartment").Select(e => e.Subject).ToListAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Retire_WithPeopleOrDepartmentsInIt_SaysHowMany(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        await world.ProfessionalsAsync(world.School, 2);
        var first = await FirstAsync(world, world.School.Id);
        var empty = await AddAsync(clerk, "空处");
        var child = await AddAsync(clerk, "下属组", empty);

        Assert.Equal(["该部门还有 2 名专业技术人员和 1 个下级部门，不能停用"], (await clerk.RetireDepartmentAsync(first)).Messages);
        Assert.Equal(["DEPARTMENT_IN_USE"], (await clerk.RetireDepartmentAsync(empty)).Refusals);
        (await clerk.RetireDepartmentAsync(child)).Succeeded();
        (await clerk.RetireDepartmentAsync(empty)).Succeeded();
        Assert.Equal(["NOT_AN_OPTION"], (await clerk.RetireDepartmentAsync(child, retired: false)).Refusals);
    }

    [Theory, OnBothDatabases]
    public async Task Department_OfAnotherEmployer_IsNotThere(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (clerk, foreign) = (world.As(world.School), await FirstAsync(world, world.Clinic.Id));

        Assert.Equal(["NOT_FOUND"], (await clerk.ChangeDepartmentAsync(foreign, "改名")).Refusals);
        Assert.Equal(["NOT_FOUND"], (await clerk.RetireDepartmentAsync(foreign)).Refusals);
        Assert.Equal(["NOT_AN_OPTION", "input.parent"], (await clerk.AddDepartmentAsync("教务处", foreign)) switch { var reply => reply.Refusals.Concat(reply.Paths) });
        Assert.DoesNotContain(foreign, (await clerk.MustAsync(Tree)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Moves_AtOnce_NeverMakeACircle(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.School);
        var (one, two) = (await AddAsync(clerk, "甲"), await AddAsync(clerk, "乙"));

        var replies = await Task.WhenAll(Task.Run(() => clerk.ChangeDepartmentAsync(one, "甲", two)), Task.Run(() => clerk.ChangeDepartmentAsync(two, "乙", one)));

        Assert.Single(replies, reply => reply.Refusals.Count == 0);
        Assert.Equal(4, (await clerk.MustAsync(Tree))["ownDepartments"].GetArrayLength());
    }

    [Theory, OnBothDatabases]
    public async Task Department_ForOtherRoles_IsForbidden(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var department = await FirstAsync(world, world.School.Id);

        foreach (var role in Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.ManageDepartments) && role is not UserType.Individual))
        {
            Assert.Equal(["FORBIDDEN"], (await world.As(role).AddDepartmentAsync("教务处")).Errors);
            Assert.Equal(["FORBIDDEN"], (await world.As(role).ChangeDepartmentAsync(department, "教务处")).Errors);
            Assert.Equal(["FORBIDDEN"], (await world.As(role).RetireDepartmentAsync(department)).Errors);
        }
    }

    private static async Task<string> AddAsync(Actor clerk, string name, string? parent = null, int order = 5) =>
        (await clerk.AddDepartmentAsync(name, parent, order)).Succeeded().String("addDepartment.departmentId")!;

    private static async Task<string> FirstAsync(World world, long employer) =>
        GlobalId.Encode("Department", await world.ReadAsync(db => db.Departments.Where(d => d.EmployerId == employer).OrderBy(d => d.Id).Select(d => d.Id).FirstAsync()));
}
