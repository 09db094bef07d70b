using HnCe.Domain.Data.Providers;
using HnCe.Graph.Tests.Organizations;
using HnCe.Testing;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Xunit;

namespace HnCe.Graph.Tests.Data;

/// <summary>
/// There is no SQL Server where the tests run. Every query and every set-based statement that a long story causes is translated by its
/// provider instead, and the text, like that of the hand-written statements, is read by Microsoft's own parser.
/// </summary>
public sealed class SqlServerTests
{
    private const string Everything =
        """
        query ($ids: [ID!]!) {
          nodes(ids: $ids) { id ... on Declaration { title timeline { event organization { name } } similar { title } } ... on Professional { name declarations { title } years { year } } }
          professionals(filter: { name: "王" }) { totalCount nodes { idNumber employer { name departments { name } } department { name } } }
          declarations(order: OLDEST_FORWARDED_FIRST, filter: { statuses: [UNDER_REVIEW, PASSED], category: PROFESSIONAL, creditYear: 2026, kind: OTHER, name: "王", sentToUs: true }) { totalCount nodes { title target { name } attachment { name } employer { name supervisor { name } } } }
          more: declarations(first: 3, order: NEWEST_FORWARDED_FIRST) { nodes { title professional { name } } pageInfo { endCursor } }
          declarationCount waitingCount reviewQueue { totalCount nodes { waiting people employer { name } } }
          yearCompletions(filter: { completed: true, name: "王" }) { totalCount nodes { completed pending { public } certificate { number issuer { name } } professional { name } } }
          yearCompletionCount inbox { nodes { heading } } viewer { name organization { name } unreadCount } registrations(name: "王") { nodes { applicantName } }
          pickEmployers(regionCode: "410100", name: "郑州市第一") { nodes { name } } pickHrBureaus(name: "新") { nodes { name } } codes(list: MAJORS, name: "农") { name } regions(parentCode: "410100") { name }
        }
        """;

    private const string Managed =
        """
        query ($id: ID!) {
          accounts(filter: { userType: EMPLOYER, states: [ACTIVE, DISABLED], name: "王", organizationName: "郑州市第一", organization: $id, colleagues: true }) { totalCount nodes { name organization { name } allowedActions } }
          managedOrganizations(kind: EMPLOYER, filter: { name: "郑州市第一", nature: "20", level: "121", affiliation: "40", industry: "A", institutionLevel: "10", state: ACTIVE }) { totalCount nodes { name } }
          more: managedOrganizations(kind: EMPLOYER, first: 3) { nodes { tier kind nature certificateScan { name } administrators professionals } pageInfo { endCursor } }
          node(id: $id) { ... on OrganizationDetails { name supervisor { name } industryDepartment { name } } }
        }
        """;

    private const string BaseData =
        """
        query ($input: ChangeBureauInput!, $hours: SetRequiredHoursInput!, $id: ID!) {
          bureauChangeEffects(input: $input) { effects { organizations } } bureauRetirementEffects(id: $id) { reason } requiredHoursEffects(input: $hours) { years { people } }
          bureaus(filter: { name: "郑州", regionCode: "410100", state: ACTIVE, tiers: [CITY, COUNTY] }) { totalCount nodes { name parent { name } } } sameLevelBureaus(regionCode: "410184") { name }
          industryDepartments { nodes { name supervisor { name } } } keptCodes(list: UNIT_NATURES) { name } codeUses(list: AFFILIATIONS, code: "10") requiredHours(year: 2026, titleLevel: "none") { totalCount nodes { year } }
          auditEntries(from: "2020-01-01", to: "2030-01-01", actor: "王", action: "Declare", subject: "x") { totalCount nodes { detail } }
        }
        """;

    [Fact, Trait("Spec", "DB-3")]
    public async Task EveryStatement_OfALongStory_IsGoodTransactSql()
    {
        var queries = new QueryLog();
        await using var world = await World.CreateAsync(DatabaseProvider.Sqlite, queries);
        var oracle = await Access.Oracle.PopulateAsync(world);
        foreach (var actor in new[] { world.As(world.School), world.As(world.Zhengzhou), world.As(world.Luanchuan), world.As(world.Education), world.As(world.Province), world.Professionals[0] })
        {
            await actor.AskAsync(Everything, new { ids = oracle.Facts.Select(fact => fact.Id).Take(100) });
        }

        foreach (var actor in new[] { world.As(world.Zhengzhou), world.As(world.Zhongyuan), world.As(world.Province) })
        {
            (await actor.AskAsync(Managed, new { id = HnCe.Graph.Server.GlobalId.Encode("OrganizationDetails", world.School.Id) })).Succeeded();
        }

        var second = await world.AppointAsync(world.Zhongyuan);
        await world.As(world.Zhengzhou).DoAsync(Domain.Accounts.AccountAction.Revoke, second, world.As(world.Zhongyuan));
        await world.As(world.Zhengzhou).DoAsync(Domain.Accounts.AccountAction.Disable, world.As(world.School), world.As(world.Hospital));
        await world.SystemAdmin.MustAsync("query ($id: ID!) { accounts(filter: { idNumber: \"419900197501010020\", samePersonAs: $id }) { totalCount } }", new { id = second.AccountId() });
        await world.SystemAdmin.DoAsync(Domain.Accounts.AccountAction.ResetPassword, second, world.As(world.Luolong));
        await PlanAsync(world);
        await world.As(world.Zhengzhou).PassAllAsync(0, new { creditYear = world.Year, kind = "OTHER", category = "PROFESSIONAL", name = "王", employers = new[] { HnCe.Graph.Server.GlobalId.Encode("Employer", world.School.Id) } });

        var bureau = await KeepBaseData.InputAsync(world, world.Luanchuan, ("parent", KeepBaseData.IdOf(world.Province)));
        await world.SystemAdmin.AskAsync(BaseData, new { input = bureau, hours = new { year = world.Year, titleLevel = "intermediate", publicHours = 31, professionalHours = 61 }, id = bureau["id"] });
        await world.SystemAdmin.ChangeBureauAsync(bureau);
        await world.SystemAdmin.RetireAsync(world.Education);
        await world.SystemAdmin.CodeAsync("add", new { list = "UNIT_NATURES", code = "77", name = "某", order = 1 });
        await world.SystemAdmin.SetHoursAsync(new { year = world.Year, titleLevel = "intermediate", publicHours = 31, professionalHours = 61 });

        using var translation = new SqlServerTranslation();
        var written = queries.Expressions.Select(translation.TextOf).Distinct().ToList();
        var handWritten = world.Statements.Statements.Where(sql => sql.StartsWith("INSERT INTO", StringComparison.Ordinal) && sql.Contains("SELECT", StringComparison.Ordinal) && !sql.Contains("RETURNING", StringComparison.Ordinal)).Distinct().ToList();

        Assert.True(written.Count > 60, $"only {written.Count} statements were collected");
        Assert.True(handWritten.Count >= 3, $"only {handWritten.Count} hand-written statements were seen");
        Assert.Empty(written.Concat(handWritten).SelectMany(Mistakes));
    }

    [Fact, Trait("Spec", "DB-3")]
    public void Parser_OfForeignDialects_Objects()
    {
        Assert.NotEmpty(Mistakes("""SELECT "Id" FROM "Declarations" ORDER BY "Id" LIMIT 10"""));
        Assert.NotEmpty(Mistakes("""INSERT INTO "Messages" ("Id") VALUES (1) ON CONFLICT DO NOTHING"""));
        Assert.Empty(Mistakes("""SELECT TOP(10) [Id] FROM [Declarations] ORDER BY [Id]"""));
    }

    private static async Task PlanAsync(World world)
    {
        var id = World.PlanIdOf(await world.PlanAsync(Domain.Training.PlanStatus.Passed));
        await world.PlanAsync(Domain.Training.PlanStatus.Deleted);
        foreach (var actor in new[] { world.As(world.Institution), world.As(world.Zhengzhou) })
        {
            await actor.MustAsync(
                """
                query ($id: ID!) {
                  subjects(filter: { name: "教", trainingYear: 2026, major: "040101", available: true, category: PROFESSIONAL, own: false }) { totalCount nodes { name owner { name } } }
                  trainingPlans(filter: { name: "训", institutionName: "中心", creditYear: 2026, category: PROFESSIONAL, status: PENDING }) { totalCount nodes { name } }
                  all: trainingPlans { nodes { name subject { name } institution { name } target { name } attachment { name } } }
                  trainingPlanCount node(id: $id) { ... on TrainingPlan { name } }
                }
                """, new { id });
        }
    }

    private static IEnumerable<string> Mistakes(string sql)
    {
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return errors.Select(error => $"{error.Message}: {sql}");
    }
}
