using System.Text.Json;
using HnCe.Domain.Data.Providers;
using HnCe.Graph.Server;
using HnCe.Testing;
using Xunit;

namespace HnCe.Graph.Tests.Access;

/// <summary>Nobody sees anything outside his jurisdiction, whichever way he asks. The oracle knows the org chart; here every way is tried.</summary>
public sealed class JurisdictionTests
{
    private static readonly string[] Types = ["Declaration", "Professional", "YearCompletion", "Certificate", "Registration"];

    [Theory, OnBothDatabases, Trait("Spec", "SEC-A2"), Trait("Spec", "SEC-A6"), Trait("Spec", "BUR-16")]
    public async Task EveryCaller_AskingEveryWay_SeesWhatTheOracleSays(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var oracle = await Oracle.PopulateAsync(world);
        List<Actor> everybody = [world.Visitor, .. world.Administrators, .. world.Professionals];

        foreach (var actor in everybody)
        {
            await ByNodesAsync(actor, oracle);
            await ByListsAsync(actor, oracle);
            await ByNestingAsync(actor, oracle);
        }

        Assert.All(Types, type => Assert.Contains(oracle.Facts, fact => fact.Type == type));
        Assert.NotEmpty(oracle.Visible(world.As(world.Luanchuan).Caller, "Declaration"));
        Assert.Empty(oracle.Visible(world.As(world.Luolong).Caller, [.. Types.Except(["Registration"])]));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SEC-A2"), Trait("Spec", "SEC-A5")]
    public async Task IdOutside_InEveryArgument_ReadsLikeOneThatDoesNotExist(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var person = await world.ProfessionalAsync(world.Clinic);
        var id = World.IdOf(await world.DeclarationAsync(person, Domain.Declarations.DeclarationStatus.UnderReview));
        var clerk = world.As(world.Luolong);
        string[] others = [World.IdOf(999_999), GlobalId.Encode("Professional", GlobalIdOf.Key(id)), "garbage", ""];

        foreach (var other in others)
        {
            Assert.Equal(await AnswersAsync(clerk, other, person.ProfessionalId), await AnswersAsync(clerk, id, person.ProfessionalId));
        }
    }

    [Fact, Trait("Spec", "SEC-A4"), Trait("Spec", "SEC-A5")]
    public async Task Cursor_OfAnotherList_IsRefused()
    {
        await using var world = await World.CreateAsync();
        await world.DeclarationsAsync(await world.ProfessionalsAsync(world.School, 3));
        var clerk = world.As(world.School);
        var cursor = (await clerk.MustAsync("{ professionals(first: 1) { pageInfo { endCursor } } }")).String("professionals.pageInfo.endCursor");

        var reply = await clerk.AskAsync("query ($after: String) { declarations(first: 1, after: $after) { nodes { id } } }", new { after = cursor });

        Assert.Equal(["BAD_CURSOR"], reply.Errors);
    }

    [Fact, Trait("Spec", "SEC-A7")]
    public async Task SystemAdministrator_InTheAuditLog_ReadsNoBusinessText()
    {
        await using var world = await World.CreateAsync();
        var person = await world.ProfessionalAsync(world.School, "欧阳秘");
        await world.DeclarationAsync(person, Domain.Declarations.DeclarationStatus.Failed);

        var log = await world.SystemAdmin.MustAsync("{ auditEntries(first: 100) { nodes { subject detail } } }");

        Assert.Contains("Declaration:", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳秘", string.Concat(log.Each("auditEntries.nodes", "detail")), StringComparison.Ordinal);
        Assert.DoesNotContain("证明材料不符", log.Text, StringComparison.Ordinal);
    }

    private static async Task ByNodesAsync(Actor actor, Oracle oracle)
    {
        foreach (var chunk in oracle.Facts.Select(fact => fact.Id).Chunk(100))
        {
            var found = (await actor.AskAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = chunk }))["nodes"]
                .EnumerateArray().Where(node => node.ValueKind is JsonValueKind.Object).Select(node => node.GetProperty("id").GetString()!);

            AssertSame(oracle.Visible(actor.Caller, Types).Intersect(chunk), found, actor, "nodes");
        }
    }

    private static async Task ByListsAsync(Actor actor, Oracle oracle)
    {
        foreach (var (field, type) in new[] { ("declarations", "Declaration"), ("professionals", "Professional"), ("yearCompletions", "YearCompletion"), ("registrations", "Registration") })
        {
            var reply = await actor.AskAsync($"{{ {field}(first: 100) {{ totalCount nodes {{ id }} }} }}");
            var expected = oracle.Visible(actor.Caller, type);
            if (type == "Professional")
            {
                expected = expected.Where(id => oracle.Facts.Single(fact => fact.Id == id).Forwarded).ToHashSet();
            }

            if (reply.Errors.Count > 0)
            {
                Assert.Contains(Assert.Single(reply.Errors), new[] { "FORBIDDEN", "UNAUTHENTICATED" });
                Assert.Empty(expected);
                continue;
            }

            AssertSame(expected, reply.Each($"{field}.nodes", "id"), actor, field);
            Assert.Equal(expected.Count, reply[$"{field}.totalCount"].GetInt32());
        }
    }

    private static async Task ByNestingAsync(Actor actor, Oracle oracle)
    {
        var reply = await actor.AskAsync(
            """
            {
              professionals(first: 100) { nodes { id employer { id departments { id } } declarations(first: 50) { id professional { id years { id } } similar { id professional { id } } } years { id certificate { id } } } }
              declarations(first: 100) { nodes { id professional { id declarations { id } years { id certificate { id } } } similar { id } } }
              yearCompletions(first: 100) { nodes { id professional { id declarations { id } } certificate { id } } }
            }
            """);
        var ids = IdsIn(reply.Json).Where(id => GlobalId.TryDecode(id, out var type, out _) && Types.Contains(type));

        Assert.Empty(ids.Except(oracle.Visible(actor.Caller, Types)));
    }

    private static IEnumerable<string> IdsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(field =>
            field.Name == "id" && field.Value.ValueKind is JsonValueKind.String ? [field.Value.GetString()!] : IdsIn(field.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(IdsIn),
        _ => [],
    };

    private static async Task<string> AnswersAsync(Actor clerk, string id, string person)
    {
        Reply[] replies =
        [
            await clerk.AskAsync("query ($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } declaration(id: $id) { title } }", new { id }),
            await clerk.PassAsync(id),
            await clerk.RevokeAsync("查实", id),
            await clerk.AskAsync("query ($id: ID!) { declarations(filter: { professional: $id }) { totalCount } yearCompletions(filter: { professional: $id }) { totalCount } }", new { id = person }),
        ];
        return string.Concat(replies.Select(reply => reply.Text))
            .Replace($"\"{id}\"", "\"…\"", StringComparison.Ordinal).Replace(World.IdOf(0), "…", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
    }

    private static void AssertSame(IEnumerable<string> expected, IEnumerable<string> actual, Actor actor, string way)
    {
        var (wanted, got) = (expected.ToHashSet(), actual.ToHashSet());
        Assert.True(wanted.SetEquals(got), $"{actor.Caller.Role} of {actor.Caller.OrganizationId} by {way}: {wanted.Except(got).Count()} missing, {got.Except(wanted).Count()} too many");
    }
}
