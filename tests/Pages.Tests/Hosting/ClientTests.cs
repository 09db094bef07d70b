using System.Net.Http.Json;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Hosting;

/// <summary>The clients that others use, unchanged, against the real host on a real port.</summary>
public sealed class ClientTests(NodeFixture node) : IClassFixture<NodeFixture>
{
    private const string Pass = "mutation ($ids: [ID!]!) { reviewDeclarations(input: { ids: $ids, decision: PASS }) { succeeded userErrors { code } } }";

    [Theory, Trait("Spec", "GRAPH-8"), Trait("Spec", "GRAPH-9")]
    [InlineData("socket.mjs")]
    [InlineData("stream.mjs")]
    public async Task Review_ByTheBureau_ArrivesAtTheClientOfTheProfessional(string program)
    {
        await using var world = await World.CreateAsync();
        var teacher = await world.ProfessionalAsync(world.School);
        var id = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        var address = world.Application.Listen();
        var (own, cookie) = await HttpSession.StartAsync(address, teacher);
        var (bureau, _) = await HttpSession.StartAsync(address, world.As(world.Zhengzhou));
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
        var address = world.Application.Listen();
        var (client, cookie) = await HttpSession.StartAsync(address, world.As(world.School));
        using var foreign = node.Run("foreign.mjs", address.GetLeftPart(UriPartial.Authority), cookie);

        Assert.Equal("403", (await foreign.StandardOutput.ReadToEndAsync()).Trim());
        client.Dispose();
    }
}
