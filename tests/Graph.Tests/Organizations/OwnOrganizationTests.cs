using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>单位信息管理, 施教机构信息维护 and 单位信息查看.</summary>
public sealed class OwnOrganizationTests(Worlds worlds) : IClassFixture<Worlds>
{
    private const string Own = "{ ownOrganization { organization { name code } details { phone address natureName institutionLevelName supervisor { name } industryDepartment { name } } } }";

    private static readonly Dictionary<string, object?> Data = new()
    {
        ["address"] = " 建设路 1 号 ",
        ["legalRepresentative"] = "钱校长",
        ["contact"] = "赵主任",
        ["phone"] = "０３７１－６５９０００００",
        ["mail"] = "office@wr.example",
        ["nature"] = "20",
        ["affiliation"] = "40",
        ["level"] = "121",
        ["industry"] = "P",
        ["institutionLevel"] = "20",
    };

    [Theory, OnBothDatabases, Trait("Spec", "EMP-08")]
    public async Task Employer_Renamed_IsFoundByItsNewNameOnly(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        (await world.As(world.School).UpdateOrganizationAsync("郑州市东方红学校", Data)).Succeeded();
        var own = await world.As(world.School).MustAsync(Own);
        var found = await world.Visitor.MustAsync("{ now: pickEmployers(name: \"东方红\") { nodes { name } } before: pickEmployers(name: \"第一中学\") { nodes { name } } }");

        Assert.Equal(("郑州市东方红学校", world.School.OrgCode), (own.String("ownOrganization.organization.name"), own.String("ownOrganization.organization.code")));
        Assert.Equal(("0371-65900000", "建设路 1 号", "事业单位"), (own.String("ownOrganization.details.phone"), own.String("ownOrganization.details.address"), own.String("ownOrganization.details.natureName")));
        Assert.Equal(["郑州市东方红学校"], found.Each("now.nodes", "name"));
        Assert.Empty(found.Each("before.nodes", "name"));
        Assert.Equal([$"Organization:{world.School.Id}"], await world.ReadAsync(db => db.AuditEntries.Where(e => e.Action == "UpdateOrganization").Select(e => e.Subject).ToListAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "INS-07")]
    public async Task Institution_ChangesItsData(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        (await world.As(world.Institution).UpdateOrganizationAsync(world.Institution.Name, Data)).Succeeded();

        var own = await world.As(world.Institution).MustAsync(Own);
        Assert.Equal(("省级", world.Zhengzhou.Name), (own.String("ownOrganization.details.institutionLevelName"), own.String("ownOrganization.details.supervisor.name")));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-09"), Trait("Spec", "INS-07")]
    public async Task Reviewer_NamedInACraftedMutation_StaysTheSame(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var luoyang = GlobalId.Encode("HrBureau", world.Luoyang.Id);

        foreach (var (name, value) in new (string, object)[] { ("supervisor", luoyang), ("supervisorId", luoyang), ("industryDepartment", luoyang), ("regionCode", "410300"), ("code", "WR0000044") })
        {
            var inData = await world.As(world.School).UpdateOrganizationAsync("郑州市第一中学", new Dictionary<string, object?>(Data) { [name] = value });
            Assert.NotEmpty(inData.Errors);
        }

        var now = await world.ReadAsync(db => db.Organizations.SingleAsync(o => o.Id == world.School.Id));
        Assert.Equal(
            (world.School.SupervisorId, world.School.IndustryDepartmentId, world.School.RegionCode, world.School.CityCode, world.School.OrgCode, world.School.CodeKey),
            (now.SupervisorId, now.IndustryDepartmentId, now.RegionCode, now.CityCode, now.OrgCode, now.CodeKey));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EMP-08")]
    public async Task Data_ThatIsWrong_IsRefusedAtEachField(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        var reply = await world.As(world.Hospital).UpdateOrganizationAsync(" ", new { phone = "12", postalCode = "45", mail = "x", address = "路", legalRepresentative = "人", contact = "人", nature = "20", affiliation = "40", level = "121", industry = "P" });

        Assert.Equal(["input.name", "input.data.phone", "input.data.mail", "input.data.postalCode"], reply.Paths);
        Assert.Equal(OrganizationState.Active, (await world.ReadAsync(db => db.Organizations.SingleAsync(o => o.Id == world.Hospital.Id))).State);
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEP-05")]
    public async Task Department_SeesItsDataAndChangesNothing(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);

        var own = await world.As(world.Education).MustAsync(Own);

        Assert.Equal((world.Education.Name, world.Zhengzhou.Name), (own.String("ownOrganization.organization.name"), own.String("ownOrganization.details.supervisor.name")));
        foreach (var role in Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.MaintainOrganization) && role is not UserType.Individual))
        {
            Assert.Equal(["FORBIDDEN"], (await world.As(role).UpdateOrganizationAsync("改名", Data)).Errors);
        }
    }
}
