using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Xunit;

namespace HnCe.Graph.Tests.Audit;

/// <summary>审计日志 as its readers narrow it.</summary>
public sealed class AuditTests
{
    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.ViewAudit))];

    [Theory, OnBothDatabases, Trait("Spec", "GEN-10"), Trait("Spec", "S-SYS-08")]
    public async Task Lines_ByTimeActorActionAndSubject_AreNarrowed(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(world.Clock.GetUtcNow(), Domain.Data.ChinaTime.Zone).DateTime);
        await NoteAsync(world, "王检", "Test:1");
        world.Clock.Advance(TimeSpan.FromDays(1));
        await NoteAsync(world, "李检", "Test:1");
        await NoteAsync(world, "李检", "Test:2");

        Assert.Equal(["李检", "李检", "王检"], await ActorsAsync(world, "action: \"World\""));
        Assert.Equal(["王检"], await ActorsAsync(world, $"action: \"World\", to: \"{today:yyyy-MM-dd}\""));
        Assert.Equal(["李检", "李检"], await ActorsAsync(world, $"from: \"{today.AddDays(1):yyyy-MM-dd}\", to: \"9999-12-31\""));
        Assert.Empty(await ActorsAsync(world, $"from: \"{today.AddDays(2):yyyy-MM-dd}\""));
        Assert.Equal(["李检", "王检"], await ActorsAsync(world, "subject: \"Test:1\""));
        Assert.Equal(["李检"], await ActorsAsync(world, "subject: \"Test:1\", actor: \"李\""));
        Assert.Empty(await ActorsAsync(world, "action: \"Nothing\""));
    }

    [Theory, OnBothDatabases, Trait("Spec", "S-SYS-08"), Trait("Spec", "GEN-05")]
    public async Task Lines_PageByPage_ComeOnceEach(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        for (var i = 0; i < 5; i++)
        {
            await NoteAsync(world, "王检", $"Test:{i}");
        }

        var first = await world.SystemAdmin.MustAsync("{ auditEntries(action: \"World\", first: 3) { totalCount nodes { subject } pageInfo { endCursor hasNextPage } } }");
        var rest = await world.SystemAdmin.MustAsync("query ($after: String) { auditEntries(action: \"World\", first: 3, after: $after) { nodes { subject } pageInfo { hasNextPage } } }", new { after = first.String("auditEntries.pageInfo.endCursor") });

        Assert.Equal(["Test:4", "Test:3", "Test:2", "Test:1", "Test:0"], first.Each("auditEntries.nodes", "subject").Concat(rest.Each("auditEntries.nodes", "subject")));
        Assert.Equal(5, first.Number("auditEntries.totalCount"));
        Assert.False(rest["auditEntries.pageInfo.hasNextPage"].GetBoolean());
    }

    [Theory, MemberData(nameof(Others)), Trait("Spec", "SEC-A1"), Trait("Spec", "S-SYS-08")]
    public async Task Lines_OtherRoles_AreForbidden(UserType role)
    {
        await using var world = await World.CreateAsync();
        var actor = role is UserType.Individual ? await world.ProfessionalAsync(world.School) : world.As(role);

        Assert.Equal(["FORBIDDEN"], (await actor.AskAsync("{ auditEntries { nodes { actor } } }")).Errors);
    }

    private static Task<int> NoteAsync(World world, string actor, string subject) => new Actor(world, Caller.System with { Name = actor }).WriteAsync((_, write) =>
    {
        write.Note(subject, "1");
        return Task.FromResult(1);
    });

    private static async Task<IReadOnlyList<string>> ActorsAsync(World world, string filter) =>
        (await world.SystemAdmin.MustAsync($"{{ auditEntries({filter}) {{ nodes {{ actor }} }} }}")).Each("auditEntries.nodes", "actor");
}
