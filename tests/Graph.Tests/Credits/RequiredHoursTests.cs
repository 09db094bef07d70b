using CsCheck;
using HnCe.Domain.Credits;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Graph.Tests.Organizations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Credits;

/// <summary>管理年度完成继续教育学时, and what follows.</summary>
public sealed class RequiredHoursTests(Worlds worlds) : IClassFixture<Worlds>
{
    private const string Level = "intermediate";

    public static TheoryData<string, object, string, string> Wrong => new()
    {
        { "year", 1999, "OUT_OF_RANGE", "input.year" },
        { "year", 2100, "OUT_OF_RANGE", "input.year" },
        { "titleLevel", "senior", "NOT_AN_OPTION", "input.titleLevel" },
        { "publicHours", -0.5m, "HOURS_OUT_OF_RANGE", "input.publicHours" },
        { "professionalHours", 200.5m, "HOURS_OUT_OF_RANGE", "input.professionalHours" },
        { "publicHours", 30.2m, "HOURS_NOT_IN_HALF_STEPS", "input.publicHours" },
    };

    [Theory, OnBothDatabases, Trait("Spec", "REQ-01"), Trait("Spec", "REQ-02"), Trait("Spec", "REQ-04"), Trait("Spec", "BAS-05"), Trait("Spec", "S-SYS-07")]
    public async Task Hours_Raised_FlipWhoNoLongerReachesThemAndBack(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var done = await CompletedAsync(world, world.School);
        await world.ProfessionalAsync(world.School);
        await world.ProfessionalAsync(world.School, titleLevel: "senior_full");
        var certificate = (await world.As(world.School).IssueAsync((await done.OwnYearAsync(world.Year)).String("yearCompletions.nodes.0.id")!)).String("issueCertificate.certificate.number")!;

        var effects = await EffectsAsync(world, world.Year, 30.5m);
        (await SetAsync(world, world.Year, 30.5m)).Succeeded();
        var raised = await done.OwnYearAsync(world.Year);
        var valid = await world.ReadAsync(db => db.Certificates.Where(c => c.Number == certificate).Select(c => c.VoidedAt).SingleAsync());
        var back = await EffectsAsync(world, world.Year, 30);
        (await SetAsync(world, world.Year, 30)).Succeeded();

        Assert.Equal((2, 0, 1, 1), Of(effects));
        Assert.Equal((30.5m, false), (raised.Number("yearCompletions.nodes.0.requiredPublic"), raised["yearCompletions.nodes.0.completed"].GetBoolean()));
        Assert.Null(valid);
        Assert.Equal((2, 1, 0, 1), Of(back));
        Assert.True((await done.OwnYearAsync(world.Year))["yearCompletions.nodes.0.completed"].GetBoolean());
        Assert.Equal(30, await world.ReadAsync(db => db.YearTotals.Where(t => t.TitleLevel == "senior_full").Select(t => t.RequiredPublic).SingleAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REQ-04")]
    public async Task PastYear_Unconfirmed_ChangesNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        var asked = await SetAsync(world, world.Year - 1, 50);
        var before = await HoursAsync(world, world.Year - 1);
        (await SetAsync(world, world.Year - 1, 50, confirm: true)).Succeeded();

        Assert.Equal(["CONFIRMATION_REQUIRED", "input.confirmPastYear"], asked.Refusals.Concat(asked.Paths));
        Assert.Equal((30, 50), (before, await HoursAsync(world, world.Year - 1)));
    }

    [Theory, MemberData(nameof(Wrong)), Trait("Spec", "REQ-01")]
    public async Task Hours_Wrong_AreRefusedAtTheField(string field, object value, string code, string path)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        var input = new Dictionary<string, object?> { ["year"] = world.Year, ["titleLevel"] = Level, ["publicHours"] = 30m, ["professionalHours"] = 60m, [field] = value };

        var reply = await world.SystemAdmin.SetHoursAsync(input);
        var ahead = await world.SystemAdmin.AskAsync("query ($input: SetRequiredHoursInput!) { requiredHoursEffects(input: $input) { userErrors { code message path } } }", new { input });

        Assert.Equal([code, path], reply.Refusals.Concat(reply.Paths));
        Assert.Equal([code, path], ahead.Refusals.Concat(ahead.Paths));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REQ-01"), Trait("Spec", "REQ-02"), Trait("Spec", "REQ-03")]
    public async Task YearTotals_AfterAnyChanges_AreWhatOpeningTheYearWouldWrite(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        // Hours of later years are missing, so that they take over from earlier ones.
        var people = new[] { await CompletedAsync(world, world.School), await world.ProfessionalAsync(world.School, titleLevel: "senior_full"), await world.ProfessionalAsync(world.Clinic) };
        foreach (var year in Enumerable.Range(world.Year - 2, 6))
        {
            await world.Program.WriteAsync(async (work, _) =>
            {
                await OpenYear.ForAllAsync(work.Db, year, default);
                return 1;
            });
        }

        var change = Gen.Select(Gen.Int[-16, 2], Gen.Int[0, 1].Select(which => which == 0 ? Level : "senior_full"), Gen.Int[0, 140], Gen.Int[0, 140]);
        await change.Array[5, 15].SampleAsync(async changes =>
        {
            foreach (var (back, level, general, professional) in changes)
            {
                (await world.SystemAdmin.SetHoursAsync(new
                {
                    year = world.Year + back,
                    titleLevel = level,
                    publicHours = general / 2m,
                    professionalHours = professional / 2m,
                    confirmPastYear = true,
                })).Succeeded();
            }

            var (totals, hours) = await world.ReadAsync(async db => (await db.YearTotals.AsNoTracking().ToListAsync(), await db.RequiredHours.AsNoTracking().ToListAsync()));
            Assert.Equal(18, totals.Count);
            Assert.All(totals, total =>
            {
                var required = RequiredHours.For(total.Year, total.TitleLevel, hours);
                Assert.Equal((required.PublicHours, required.ProfessionalHours), (total.RequiredPublic, total.RequiredProfessional));
                Assert.Equal(total.PublicHours >= required.PublicHours && total.ProfessionalHours >= required.ProfessionalHours, total.Completed);
            });
        }, iter: 6, threads: 1);
        Assert.Equal(3, people.Length);
    }

    [Theory, OnBothDatabases, Trait("Spec", "REQ-01")]
    public async Task List_ByYearAndLevel_IsSeenByEverybodySignedIn(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var query = $"{{ requiredHours(year: 2014, titleLevel: \"{Level}\") {{ totalCount nodes {{ year titleLevel publicHours professionalHours }} }} }}";

        var list = await world.As(world.School).MustAsync(query);
        var first = await world.SystemAdmin.MustAsync("{ requiredHours(first: 10) { nodes { year levelCode } pageInfo { endCursor } } }");
        var next = await world.SystemAdmin.MustAsync("query ($after: String) { requiredHours(first: 10, after: $after) { nodes { year levelCode } } }", new { after = first.String("requiredHours.pageInfo.endCursor") });

        Assert.Equal((1, 24, 40), ((int)list.Number("requiredHours.totalCount"), (int)list.Number("requiredHours.nodes.0.publicHours"), (int)list.Number("requiredHours.nodes.0.professionalHours")));
        Assert.Equal(SeedReferenceDataYears, first.Number("requiredHours.nodes.0.year"));
        Assert.Empty(Pairs(first).Intersect(Pairs(next)));
        Assert.Equal(["UNAUTHENTICATED"], (await world.Visitor.AskAsync(query)).Errors);
    }

    [Theory, OnBothDatabases, Trait("Spec", "PERF-1")]
    public async Task Setting_ForFewAndForMany_TakesTheSameStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProfessionalsAsync(world.School, 2);

        var few = await CountAsync(world, 31);
        await world.ProfessionalsAsync(world.School, 40);
        var many = await CountAsync(world, 32);

        Assert.Equal(few, many);
    }

    [Theory, OnBothDatabases, Trait("Spec", "GEN-10"), Trait("Spec", "REQ-04")]
    public async Task Change_LeavesOldAndNewValues(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.ProfessionalAsync(world.School);

        (await SetAsync(world, world.Year, 31.5m)).Succeeded();
        var told = await world.SystemAdmin.MustAsync("query ($subject: String!) { auditEntries(subject: $subject) { nodes { action actor detail } } }", new { subject = $"RequiredHours:{world.Year}/{Level}" });

        Assert.Equal("SetRequiredHours", told.String("auditEntries.nodes.0.action"));
        Assert.Equal(world.SystemAdmin.Caller.Name, told.String("auditEntries.nodes.0.actor"));
        Assert.Matches("""^\{"PublicHours":\[30(\.0)?,31\.5\],"YearTotals":1\}$""", told.String("auditEntries.nodes.0.detail"));
    }

    private static decimal SeedReferenceDataYears => HnCe.Domain.ReferenceData.SeedReferenceData.LastYear;

    private static IEnumerable<string> Pairs(Reply reply) => reply["requiredHours.nodes"].EnumerateArray().Select(node => node.GetRawText());

    private static async Task<Actor> CompletedAsync(World world, Domain.Organizations.Employer employer)
    {
        var person = await world.ProfessionalAsync(employer);
        await world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await world.DeclarationAsync(person, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
        return person;
    }

    private static Task<Reply> SetAsync(World world, int year, decimal general, bool confirm = false) =>
        world.SystemAdmin.SetHoursAsync(new { year, titleLevel = Level, publicHours = general, professionalHours = 60, confirmPastYear = confirm });

    private static Task<Reply> EffectsAsync(World world, int year, decimal general) => world.SystemAdmin.MustAsync(
        "query ($input: SetRequiredHoursInput!) { requiredHoursEffects(input: $input) { years { year people becomeCompleted becomeIncomplete certificates } userErrors { code message path } } }",
        new { input = new { year, titleLevel = Level, publicHours = general, professionalHours = 60 } });

    private static (int People, int Up, int Down, int Certificates) Of(Reply reply) => (
        (int)reply.Number("requiredHoursEffects.years.0.people"), (int)reply.Number("requiredHoursEffects.years.0.becomeCompleted"),
        (int)reply.Number("requiredHoursEffects.years.0.becomeIncomplete"), (int)reply.Number("requiredHoursEffects.years.0.certificates"));

    private static async Task<decimal> HoursAsync(World world, int year) =>
        await world.ReadAsync(db => db.RequiredHours.Where(r => r.Year == year && r.TitleLevel == Level).Select(r => r.PublicHours).SingleAsync());

    private static async Task<int> CountAsync(World world, decimal general)
    {
        world.Statements.Clear();
        (await SetAsync(world, world.Year, general)).Succeeded();
        return world.Statements.Statements.Count;
    }
}
