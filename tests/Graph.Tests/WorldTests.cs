using System.Diagnostics;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Xunit;
using Xunit.Abstractions;

namespace HnCe.Graph.Tests;

/// <summary>The world that the other tests play in.</summary>
public sealed class WorldTests(ITestOutputHelper output)
{
    [Theory, InlineData(DatabaseProvider.Sqlite), InlineData(DatabaseProvider.PostgreSql)]
    public async Task World_EveryState_IsReached(DatabaseProvider provider)
    {
        await using (await World.CreateAsync(provider))
        {
        }

        var watch = Stopwatch.StartNew();
        await using var world = await World.CreateAsync(provider);
        output.WriteLine($"world {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        var teacher = await world.ProfessionalAsync(world.School, "王芳");
        foreach (var status in Enum.GetValues<DeclarationStatus>())
        {
            var id = await world.DeclarationAsync(teacher, status);
            var reply = await teacher.MustAsync("query ($id: ID!) { declaration(id: $id) { status } }", new { id = World.IdOf(id) });

            Assert.Equal(status.ToString(), reply.String("declaration.status")!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
        }

        output.WriteLine($"declarations {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        var browser = await world.SignInAsync(world.As(world.Zhengzhou));
        var answer = await browser.PostAsync("/graphql", new StringContent("""{"query":"{ viewer { name } }"}""", null, "application/json") { Headers = { { "GraphQL-Preflight", "1" } } });
        output.WriteLine($"host {watch.ElapsedMilliseconds} ms");

        Assert.Contains(world.As(world.Zhengzhou).Caller.Name, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
