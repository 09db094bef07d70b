using System.Net.Http.Json;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Xunit;
using Xunit.Abstractions;

namespace HnCe.Pages.Tests.Hosting;

/// <summary>The clients that others use, unchanged, against the real host on a real port.</summary>
public sealed class ClientTests(NodeFixture node, ITestOutputHelper output) : IClassFixture<NodeFixture>
{
    private const string Pass = "mutation ($ids: [ID!]!) { reviewDeclarations(input: { ids: $ids, decision: PASS }) { succeeded userErrors { code } } }";

    [Fact, Trait("Spec", "GRAPH-4")]
    public async Task Audit_OfGraphqlHttp_FindsNoError()
    {
        await using var world = await World.CreateAsync();
        using var audit = node.Run("audit.mjs", new Uri(NodeFixture.Serve(world), "/graphql").ToString());

        var report = await audit.StandardOutput.ReadToEndAsync();
        await audit.WaitForExitAsync();

        output.WriteLine(report);
        Assert.True(audit.ExitCode == 0, report);
    }

    [Theory, Trait("Spec", "GRAPH-8"), Trait("Spec", "GRAPH-9")]
    [InlineData("socket.mjs")]
    [InlineData("stream.mjs")]
    public async Task Review_ByTheBureau_ArrivesAtTheClientOfTheProfessional(string program)
    {
        await using var world = await World.CreateAsync();
        var teacher = await world.ProfessionalAsync(world.School);
        var id = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        var address = NodeFixture.Serve(world);
        var (own, cookie) = await NodeFixture.SignInAsync(address, teacher);
        var (bureau, _) = await NodeFixture.SignInAsync(address, world.As(world.Zhengzhou));
        using var following = node.Run(program, address.GetLeftPart(UriPartial.Authority), cookie);
        var ready = await following.StandardOutput.ReadLineAsync();
        Assert.True(ready == "ready" || ready!.Contains(teacher.Person!.Name, StringComparison.Ordinal), ready);

        var reviewed = await (await bureau.PostAsJsonAsync("/graphql", new { query = Pass, variables = new { ids = new[] { id } } })).Content.ReadAsStringAsync();
        Assert.Contains("\"succeeded\":1", reviewed, StringComparison.Ordinal);

        var told = await following.StandardOutput.ReadToEndAsync();
        await following.WaitForExitAsync();
        Assert.Contains($"\"declaration\":{{\"id\":\"{id}\",\"status\":\"PASSED\"}}", told, StringComparison.Ordinal);
        Assert.Equal(program == "socket.mjs", told.Contains("DECLARATION_PASSED", StringComparison.Ordinal));
        own.Dispose();
        bureau.Dispose();
    }

    [Fact, Trait("Spec", "GRAPH-9"), Trait("Spec", "SEC-C3")]
    public async Task Socket_OfAForeignPageWithOurCookie_IsRefused()
    {
        await using var world = await World.CreateAsync();
        var address = NodeFixture.Serve(world);
        var (client, cookie) = await NodeFixture.SignInAsync(address, world.As(world.School));
        using var foreign = node.Run("foreign.mjs", address.GetLeftPart(UriPartial.Authority), cookie);

        Assert.Equal("403", (await foreign.StandardOutput.ReadToEndAsync()).Trim());
        client.Dispose();
    }
}
