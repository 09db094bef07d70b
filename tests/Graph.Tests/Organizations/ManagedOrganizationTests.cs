using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Organizations;

/// <summary>管理人社部门, 管理行业主管, 管理法人单位, 管理施教机构.</summary>
public sealed class ManagedOrganizationTests(Worlds worlds) : IClassFixture<Worlds>
{
    private const string Find = "query ($kind: OrganizationKind!, $filter: OrganizationFilterInput) { managedOrganizations(kind: $kind, filter: $filter, first: 100) { totalCount nodes { id name } } }";

    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.ManageOrganizations))];

    [Theory, OnBothDatabases, Trait("Spec", "BUR-09"), Trait("Spec", "BUR-10"), Trait("Spec", "BUR-11"), Trait("Spec", "BUR-12"), Trait("Spec", "BUR-16")]
    [Trait("Spec", "PRO-06"), Trait("Spec", "PRO-07"), Trait("Spec", "PRO-08"), Trait("Spec", "PRO-09")]
    public async Task EveryBureau_SeesItsArea(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        (Actor Bureau, OrganizationKind Kind, Organization[] Seen)[] expected =
        [
            (world.As(world.Province), OrganizationKind.Employer, [.. world.Employers]),
            (world.As(world.Province), OrganizationKind.IndustryDepartment, [world.Education, world.Health]),
            (world.As(world.Province), OrganizationKind.TrainingInstitution, [world.Institution]),
            (world.As(world.Zhengzhou), OrganizationKind.Employer, [world.School, world.Hospital, world.CountySchool]),
            (world.As(world.Zhengzhou), OrganizationKind.IndustryDepartment, [world.Education]),
            (world.As(world.Zhengzhou), OrganizationKind.TrainingInstitution, [world.Institution]),
            (world.As(world.Zhongyuan), OrganizationKind.Employer, [world.Hospital]),
            (world.As(world.Zhongyuan), OrganizationKind.HrBureau, []),
            (world.As(world.Luolong), OrganizationKind.Employer, []),
            (world.As(world.Gongyi), OrganizationKind.Employer, [world.Factory]),
        ];

        foreach (var (bureau, kind, seen) in expected)
        {
            Assert.Equal(seen.Select(o => o.Name).Order(), (await NamesAsync(bureau, kind)).Order());
        }

        var (everywhere, below) = (await NamesAsync(world.As(world.Province), OrganizationKind.HrBureau, new { name = "郑州市" }), await NamesAsync(world.As(world.Zhengzhou), OrganizationKind.HrBureau));
        Assert.Contains(world.Zhengzhou.Name, everywhere);
        Assert.Contains(world.Zhongyuan.Name, below);
        Assert.DoesNotContain(world.Zhengzhou.Name, below);
        Assert.DoesNotContain(world.Luolong.Name, below);
    }

    [Theory, OnBothDatabases, Trait("Spec", "S-MAN-01"), Trait("Spec", "S-MAN-02"), Trait("Spec", "S-MAN-03"), Trait("Spec", "S-MAN-04")]
    public async Task EveryFilter_Narrows(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.DescribeAsync(world.School, new() { Nature = "21", Level = "121", Affiliation = "40" });
        await world.DescribeAsync(world.Hospital, new() { Nature = "10", Level = "111", Affiliation = "10" });
        await world.DescribeAsync(world.Institution, new() { Industry = "A01", InstitutionLevel = "30" });
        await world.RetireAsync(world.Clinic);
        var province = world.As(world.Province);
        Task<IReadOnlyList<string>> Employers(object filter) => NamesAsync(province, OrganizationKind.Employer, filter);
        Task<IReadOnlyList<string>> Institutions(object filter) => NamesAsync(province, OrganizationKind.TrainingInstitution, filter);

        Assert.Equal([world.School.Name], await Employers(new { name = "州市 第一" }));
        Assert.Equal([world.School.Name], await Employers(new { nature = "20" }));
        Assert.Equal([world.School.Name], await Employers(new { nature = "21", level = "121", affiliation = "40" }));
        Assert.Equal([world.Hospital.Name], await Employers(new { level = "111" }));
        Assert.Equal([world.Hospital.Name], await Employers(new { affiliation = "10" }));
        Assert.Equal([world.Clinic.Name], await Employers(new { state = "RETIRED" }));
        Assert.Empty(await Employers(new { nature = "没有" }));
        Assert.Equal([world.Institution.Name], await Institutions(new { industry = "A", name = "继续" }));
        Assert.Equal([world.Institution.Name], await Institutions(new { institutionLevel = "30" }));
        Assert.Empty(await Institutions(new { institutionLevel = "10" }));
        Assert.Equal([world.Health.Name], await NamesAsync(province, OrganizationKind.IndustryDepartment, new { name = "卫生" }));
        Assert.Equal([world.Luanchuan.Name], await NamesAsync(province, OrganizationKind.HrBureau, new { name = "栾川" }));
    }

    [Theory, OnBothDatabases, Trait("Spec", "S-MAN-01"), Trait("Spec", "S-MAN-03"), Trait("Spec", "S-MAN-04")]
    public async Task Row_Shown_TellsInWordsAndNumbers(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.DescribeAsync(world.School, new() { Nature = "21", Level = "121", Affiliation = "40", Contact = "王老师", Phone = "0371-65900000" });
        await world.ProfessionalsAsync(world.School, 3);
        await world.AppointAsync(world.School);
        var revoked = await world.AppointAsync(world.School);
        (await world.As(world.School).DoAsync(AccountAction.Revoke, revoked)).Succeeded();

        var row = await world.As(world.Zhengzhou).MustAsync(
            "query ($id: ID!) { node(id: $id) { ... on OrganizationDetails { kind name code regionName state tier nature: natureName level: levelName affiliation: affiliationName administrators professionals contact phone supervisor { name } industryDepartment { name } certificateScan { url } } } }",
            new { id = IdOf(world.School) });
        var bureau = await world.As(world.Zhengzhou).MustAsync("{ managedOrganizations(kind: HR_BUREAU, filter: { name: \"中原\" }) { nodes { tier regionName administrators professionals } } }");

        Assert.Equal(["EMPLOYER", "郑州市第一中学", "郑州市", "ACTIVE", "教育事业单位", "正厅（局、地）级", "市、地区", "王老师", "0371-65900000", "郑州市教育局"],
            new[] { "kind", "name", "regionName", "state", "nature", "level", "affiliation", "contact", "phone", "industryDepartment.name" }.Select(field => row.String($"node.{field}")));
        Assert.Equal((2m, 3m), (row.Number("node.administrators"), row.Number("node.professionals")));
        Assert.Equal(("COUNTY", "郑州市中原区", 1m, 0m), (bureau.String("managedOrganizations.nodes.0.tier"), bureau.String("managedOrganizations.nodes.0.regionName"),
            bureau.Number("managedOrganizations.nodes.0.administrators"), bureau.Number("managedOrganizations.nodes.0.professionals")));
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-11"), Trait("Spec", "SYS-06"), Trait("Spec", "SEC-A2")]
    public async Task DetailAndScan_OutOfReach_DoNotExist(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clinic = IdOf(world.Clinic);
        await world.Program.WriteAsync(async (work, _) =>
        {
            var scan = await work.Db.Attachments.SingleAsync(a => a.Id == world.As(world.Clinic).FileId);
            (await work.Db.Organizations.SingleAsync(o => o.Id == world.Clinic.Id)).AwaitReview(scan);
            return 1;
        });
        var asked = "query ($id: ID!) { node(id: $id) { id } }";

        foreach (var (actor, sees) in new[] { (world.As(world.Luanchuan), true), (world.As(world.Luoyang), true), (world.As(world.Province), true), (world.As(world.Luolong), false), (world.As(world.Zhengzhou), false), (world.SystemAdmin, false), (world.As(world.School), false) })
        {
            using var browser = await world.SignInAsync(actor);

            Assert.Equal(sees, (await actor.AskAsync(asked, new { id = clinic })).Text.Contains(clinic, StringComparison.Ordinal));
            Assert.Equal(sees, (await browser.GetAsync($"/files/{world.As(world.Clinic).File}")).IsSuccessStatusCode);
        }

        Assert.DoesNotContain(IdOf(world.Zhengzhou), (await world.As(world.Zhengzhou).AskAsync(asked, new { id = IdOf(world.Zhengzhou) })).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Others)), Trait("Spec", "BUR-09"), Trait("Spec", "PRO-06")]
    public async Task Role_WithoutThatMenu_IsForbidden(UserType role)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        var actor = role is UserType.Individual ? await world.ProfessionalAsync(world.School) : world.As(role);

        Assert.Equal(["FORBIDDEN"], (await actor.AskAsync(Find, new { kind = "EMPLOYER" })).Errors);
    }

    [Theory, OnBothDatabases, Trait("Spec", "PERF-1")]
    public async Task Lists_OfFiveAndOfFiftyRows_TakeTheSameStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProfessionalsAsync(world.School, 60);

        await AssertSameAsync(world.SystemAdmin, 1, "accounts(first: {0}) { nodes { name idNumber mobile userType organization { name } state lastSignInAt allowedActions } }");
        await AssertSameAsync(world.As(world.Province), 3, "managedOrganizations(kind: HR_BUREAU, filter: { state: ACTIVE }, first: {0}) { nodes { name code regionName tier nature administrators professionals supervisor { name } } }");
    }

    private static async Task AssertSameAsync(Actor actor, int most, string query)
    {
        var counts = new List<int>();
        foreach (var rows in new[] { "5", "50" })
        {
            actor.World.Statements.Clear();
            (await actor.AskAsync($"{{ {query.Replace("{0}", rows, StringComparison.Ordinal)} }}")).Succeeded();
            counts.Add(actor.World.Statements.Statements.Count);
        }

        Assert.True(counts[0] == counts[1] && counts[0] <= most, $"{counts[0]} and {counts[1]} statements, at most {most}: {string.Join('\n', actor.World.Statements.Statements)}");
    }

    private static string IdOf(Organization organization) => GlobalId.Encode("OrganizationDetails", organization.Id);

    private static async Task<IReadOnlyList<string>> NamesAsync(Actor actor, OrganizationKind kind, object? filter = null) =>
        (await actor.MustAsync(Find, new { kind, filter })).Each("managedOrganizations.nodes", "name");
}
