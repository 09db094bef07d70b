using System.Text.Json.Nodes;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Declarations;

/// <summary>The province changes declaration types, hours and closing dates for coming years; what exists stays as it was.</summary>
public sealed class RevisionTests
{
    private const string Revise = "mutation ($input: ReviseDeclarationTypeInput!) { reviseDeclarationType(input: $input) { revisionId userErrors { code message path } } }";
    private const string Withdraw = "mutation ($id: ID!) { withdrawRevision(input: { id: $id }) { userErrors { code message path } } }";
    private const string Close = "mutation ($input: SetCreditYearClosingInput!) { setCreditYearClosing(input: $input) { userErrors { code message path } } }";

    [Theory, OnBothDatabases, Trait("Spec", "DEC-10"), Trait("Spec", "DEC-11"), Trait("Spec", "REV-05")]
    public async Task Revision_AtNewYear_HoldsForNewDeclarationsAndLeavesOldOnesTheirs(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (teacher, colleague) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School));
        var old = (await teacher.DeclareAsync(world.FormInput(teacher, hours: 2, title: "旧标准"))).Succeeded().String("declare.declarationId")!;
        (await world.As(world.School).ForwardAsync([old])).Succeeded();
        await ReviseAsync(world, (definition, rule) =>
        {
            definition["fields"]!.AsArray().Single(field => field!["name"]!.ToString() == "amount")!["label"] = "累计天数";
            rule["rates"]![0]!["perUnit"] = 8;
        });
        Assert.Equal(2, (await teacher.MustAsync(Propose(world.Year))).Number("proposeHours.hours"));

        world.Clock.SetUtcNow(new(world.Year + 1, 1, 15, 2, 0, 0, TimeSpan.Zero));
        var fresh = (await colleague.DeclareAsync(world.FormInput(colleague, hours: 16, title: "新标准"))).Succeeded().String("declare.declarationId")!;
        var reviewer = world.As(world.Zhengzhou);
        var passed = (await reviewer.PassAsync(old)).Succeeded().Number("reviewDeclarations.succeeded");

        Assert.Equal(1, passed);
        Assert.Equal((1m, "天数或课时", 2m), await SeenAsync(reviewer, old));
        Assert.Equal((2m, "累计天数", 16m), await SeenAsync(world.As(world.School), fresh));
        Assert.Equal(16, (await teacher.MustAsync(Propose(world.Year))).Number("proposeHours.hours"));
        Assert.Equal(2, (await teacher.MustAsync(Propose(world.Year - 1))).Number("proposeHours.hours"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEC-10")]
    public async Task Revision_ForTheSameYearAgain_ReplacesTheFirstAndKeepsItsNumber(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);

        await ReviseAsync(world, (_, rule) => rule["rates"]![0]!["perUnit"] = 2);
        var second = await ReviseAsync(world, (_, rule) => rule["rates"]![0]!["perUnit"] = 3);

        var standards = await StandardsAsync(world);
        Assert.Equal([1, 3], standards.Catalogue.Definitions.Where(d => d.Kind == DeclarationKind.Other).Select(d => d.Version));
        Assert.Equal(3, standards.Rules.Find(DeclarationKind.Other, world.Year + 1)!.Rates[0].PerUnit);
        (await world.As(world.Province).AskAsync(Withdraw, new { id = second })).Succeeded();
        Assert.Equal(1, (await StandardsAsync(world)).Catalogue.Current(DeclarationKind.Other, world.Year + 1)!.Version);
        Assert.Equal(["NOT_FOUND"], (await world.As(world.Province).AskAsync(Withdraw, new { id = second })).Refusals);
        Assert.True(await world.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Subject.StartsWith("DeclarationRevision:Other"))) >= 4);
    }

    [Fact, Trait("Spec", "DEC-11")]
    public async Task Revision_OnceItsYearHasBegun_CannotBeWithdrawnOrReplaced()
    {
        await using var world = await World.CreateAsync();
        var id = await ReviseAsync(world, (_, rule) => rule["rates"]![0]!["perUnit"] = 2);
        var input = Input(world.Year + 1, (_, _) => { });
        world.Clock.SetUtcNow(new(world.Year + 1, 1, 1, 2, 0, 0, TimeSpan.Zero));

        Assert.Equal(["STANDARD_IN_FORCE"], (await world.As(world.Province).AskAsync(Withdraw, new { id })).Refusals);
        Assert.Equal(["STANDARD_IN_FORCE"], (await world.As(world.Province).AskAsync(Revise, new { input })).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEC-10")]
    public async Task Revision_MadeElsewhere_IsKnownToEveryInstanceWithinSeconds(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var other = new StandardsInForce(world.Services.GetRequiredService<IDbContextFactory<HnCeDbContext>>(), world.Clock);
        Assert.Equal(1, (await other.ReadAsync(default)).Catalogue.Current(DeclarationKind.Other, world.Year + 1)!.Version);

        var id = await ReviseAsync(world, (_, rule) => rule["rates"]![0]!["perUnit"] = 2);

        Assert.Equal("其他", (await other.FindAsync(DeclarationKind.Other, 2, default)).Name);
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(2, (await other.ReadAsync(default)).Catalogue.Current(DeclarationKind.Other, world.Year + 1)!.Version);
        (await world.As(world.Province).AskAsync(Withdraw, new { id })).Succeeded();
        world.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, (await other.ReadAsync(default)).Catalogue.Current(DeclarationKind.Other, world.Year + 1)!.Version);
    }

    [Fact, Trait("Spec", "DEC-10"), Trait("Spec", "DEC-07")]
    public async Task Type_RetiredOrForOneCategory_IsOfferedAccordingly()
    {
        await using var world = await World.CreateAsync();
        var teacher = await world.ProfessionalAsync(world.School);
        await ReviseAsync(world, (definition, _) => definition["categories"] = new JsonArray("Professional"));
        world.Clock.SetUtcNow(new(world.Year + 1, 5, 5, 2, 0, 0, TimeSpan.Zero));

        var refused = await teacher.DeclareAsync(world.FormInput(teacher, SubjectCategory.Public));
        var id = (await teacher.DeclareAsync(world.FormInput(teacher))).Succeeded().String("declare.declarationId")!;
        var moved = await world.As(world.School).AskAsync(
            "mutation ($id: ID!) { changeDeclarationCategory(input: { id: $id, category: PUBLIC }) { userErrors { code message path } } }", new { id });
        await ReviseAsync(world, (definition, _) => definition["validToYear"] = world.Year);
        world.Clock.SetUtcNow(new(world.Year + 1, 5, 5, 2, 0, 0, TimeSpan.Zero));

        Assert.Equal(["CATEGORY_NOT_ALLOWED"], refused.Refusals);
        Assert.Equal(["input.category"], refused.Paths);
        Assert.Equal(["CATEGORY_NOT_ALLOWED"], moved.Refusals);
        Assert.Equal(["TYPE_RETIRED"], (await teacher.DeclareAsync(world.FormInput(teacher))).Refusals);
        Assert.Equal((14, 15), ((await teacher.MustAsync("{ declarationTypes { kind } }")).Each("declarationTypes", "kind").Count,
            (await teacher.MustAsync("{ declarationTypes(retired: true) { kind } }")).Each("declarationTypes", "kind").Count));
        Assert.Equal("其他", (await teacher.MustAsync("query ($id: ID!) { declaration(id: $id) { kindName } }", new { id })).String("declaration.kindName"));
    }

    [Fact, Trait("Spec", "DEC-11")]
    public async Task Preview_OfARevision_ShowsBothStandardsAndWritesNothing()
    {
        await using var world = await World.CreateAsync();
        var input = Input(world.Year + 1, (_, rule) => rule["rates"]![0]!["perUnit"] = 2);

        var shown = await world.As(world.Province).MustAsync(
            "query ($input: ReviseDeclarationTypeInput!) { previewRevision(input: $input) { userErrors { code } samples { say before { hours } after { hours trace } } } }", new { input });

        Assert.Equal((1, 2), (shown.Number("previewRevision.samples.0.before.hours"), shown.Number("previewRevision.samples.0.after.hours")));
        Assert.Equal("按申报 1 天（课时） × 2 学时 = 2 学时", shown.String("previewRevision.samples.0.after.trace"));
        Assert.Equal(0, await world.ReadAsync(db => db.DeclarationRevisions.CountAsync()));
        Assert.Equal(15, (await world.As(world.Province).MustAsync("{ declarationRevisions { hours } }"))["declarationRevisions"].GetArrayLength());
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEC-05")]
    public async Task ClosingDate_SetByTheProvince_DecidesWhetherLastYearIsOpen(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var (province, last) = (world.As(world.Province), world.Year - 1);

        (await province.AskAsync(Close, new { input = new { creditYear = last, closesOn = $"{world.Year}-03-17" } })).Succeeded();
        var closed = (await teacher.MustAsync("{ openCreditYears }"))["openCreditYears"].GetArrayLength();
        var late = await teacher.DeclareAsync(new { kind = "OTHER", category = "PROFESSIONAL", creditYear = last });
        (await province.AskAsync(Close, new { input = new { creditYear = last, closesOn = $"{world.Year}-03-18" } })).Succeeded();

        Assert.Equal(1, closed);
        Assert.Contains("CREDIT_YEAR_CLOSED", late.Refusals);
        Assert.Equal(2, (await teacher.MustAsync("{ openCreditYears }"))["openCreditYears"].GetArrayLength());
        Assert.Equal($"{world.Year}-03-18", (await teacher.MustAsync($"{{ creditYearClosing(creditYear: {last}) }}")).String("creditYearClosing"));
        Assert.Equal($"{world.Year + 1}-03-31", (await teacher.MustAsync($"{{ creditYearClosing(creditYear: {world.Year}) }}")).String("creditYearClosing"));
        Assert.Equal(["DATE_OUT_OF_RANGE"], (await province.AskAsync(Close, new { input = new { creditYear = last, closesOn = $"{last}-12-31" } })).Refusals);
        Assert.Equal(["OUT_OF_RANGE"], (await province.AskAsync(Close, new { input = new { creditYear = last - 1, closesOn = $"{last}-12-31" } })).Refusals);
        Assert.Equal(2, await world.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Subject == $"CreditYearClosing:{last}")));
    }

    [Theory, Trait("Spec", "DEC-10")]
    [InlineData(UserType.Individual)]
    [InlineData(UserType.Employer)]
    [InlineData(UserType.LocalBureau)]
    [InlineData(UserType.SystemAdmin)]
    public async Task Others_MayNotKeepTheRules(UserType role)
    {
        await using var world = await World.CreateAsync();
        var actor = role is UserType.Individual ? await world.ProfessionalAsync(world.School) : world.As(role);

        var denied = await actor.AskAsync(Revise, new { input = Input(world.Year + 1, (_, _) => { }) });
        var useCase = await actor.RunAsync<ReviseDeclarationType, Outcome<long>>(one => one.RunAsync(new(DeclarationKind.Other, world.Year + 1, "{}", "{}"), default));

        Assert.NotEmpty(denied.Errors);
        Assert.Equal(RefusalCode.NotFound, Assert.Single(useCase.Refusals).Code);
        Assert.Equal(0, await world.ReadAsync(db => db.DeclarationRevisions.CountAsync()));
    }

    /// <summary>A revision of 其他, changed as the test wants.</summary>
    internal static object Input(int validFromYear, Action<JsonNode, JsonNode> change)
    {
        var definition = JsonNode.Parse(StandardText.Write(DeclarationCatalogue.Delivered.Find(DeclarationKind.Other, 1)))!;
        var rule = JsonNode.Parse(StandardText.Write(CreditRules.Delivered.Rules.Single(one => one.Kind == DeclarationKind.Other)))!;
        change(definition, rule);
        return new { kind = DeclarationKind.Other, validFromYear, definition = definition.ToJsonString(), rule = rule.ToJsonString() };
    }

    internal static Task<Reply> AskReviseAsync(Actor actor, object input) => actor.AskAsync(Revise, new { input });

    private static async Task<string> ReviseAsync(World world, Action<JsonNode, JsonNode> change) =>
        (await AskReviseAsync(world.As(world.Province), Input(world.Year + 1, change))).Succeeded().String("reviseDeclarationType.revisionId")!;

    private static string Propose(int year) =>
        $$"""
        { proposeHours(kind: OTHER, creditYear: {{year}}, details: [{ name: "title", value: "练兵" }, { name: "description", value: "技能比武" }, { name: "organiser", value: "本单位" },
            { name: "startDate", value: "{{year}}-01-02" }, { name: "endDate", value: "{{year}}-01-03" }, { name: "amount", value: "2" }]) { hours } }
        """;

    private static async Task<DeclarationStandards> StandardsAsync(World world) => await world.Services.GetRequiredService<StandardsInForce>().ReadAsync(default);

    // Its version, the name that its last field has in that version, and what its rule proposed.
    private static async Task<(decimal Version, string Label, decimal Proposed)> SeenAsync(Actor actor, string id)
    {
        var seen = await actor.MustAsync("query ($id: ID!) { declaration(id: $id) { proposedHours details { name label } } }", new { id });
        var version = await actor.World.ReadAsync(db => db.Declarations.Where(d => d.Id == GlobalIdOf.Key(id)).Select(d => d.TypeVersion).SingleAsync());
        return (version, seen["declaration.details"].EnumerateArray().Single(one => one.GetProperty("name").GetString() == "amount").GetProperty("label").GetString()!, seen.Number("declaration.proposedHours"));
    }
}
