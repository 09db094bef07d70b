using System.Diagnostics;
using System.Net.Http.Json;
using HnCe.Domain.Clients;
using HnCe.Pages.Tests.Hosting;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Clients;

/// <summary>The sample for mobile teams, on openid-client and graphql-ws as they are.</summary>
[Trait("Spec", "GRAPH-6"), Trait("Spec", "GRAPH-8"), Trait("Spec", "GRAPH-9")]
public sealed class MobileTests(NodeFixture node) : IClassFixture<NodeFixture>
{
    [Fact]
    public async Task Sample_OverAnExpiredToken_HearsTheVerdict()
    {
        await using var world = await World.CreateAsync();
        var teacher = await world.ProfessionalAsync(world.School);
        var address = NodeFixture.Serve(world, NodeFixture.FreeAddress());
        using var phone = await StartAsync(world, address, teacher);
        await HearsAsync(phone, "PENDING_EMPLOYER");
        var id = World.IdOf(await world.ReadAsync(db => db.Declarations.Select(d => d.Id).SingleAsync()));
        using var school = (await HttpSession.StartAsync(address, world.As(world.School))).Client;
        using var bureau = (await HttpSession.StartAsync(address, world.As(world.Zhengzhou))).Client;

        await DoAsync(school, "mutation ($ids: [ID!]!) { forwardDeclarations(input: { ids: $ids, target: SAME_LEVEL_BUREAU }) { succeeded } }", id);
        await HearsAsync(phone, "UNDER_REVIEW");
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await HearsAsync(phone, "refreshed");
        await HearsAsync(phone, "UNDER_REVIEW");
        await DoAsync(bureau, "mutation ($ids: [ID!]!) { reviewDeclarations(input: { ids: $ids, decision: PASS }) { succeeded } }", id);

        await HearsAsync(phone, "PASSED");
        await phone.WaitForExitAsync();
        Assert.Equal(0, phone.ExitCode);
    }

    [Fact]
    public async Task Sample_OverARestartOfTheServer_HearsWhatHappenedMeanwhile()
    {
        await using var world = await World.CreateAsync();
        var teacher = await world.ProfessionalAsync(world.School);
        world.PublicAddress = NodeFixture.FreeAddress();
        await using var first = await HnCeProcess.StartAsync(world);
        using var phone = await StartAsync(world, world.PublicAddress, teacher);
        await HearsAsync(phone, "PENDING_EMPLOYER");
        var id = World.IdOf(await world.ReadAsync(db => db.Declarations.Select(d => d.Id).SingleAsync()));

        await first.KillAsync();
        (await world.As(world.School).AskAsync(
            "mutation ($ids: [ID!]!) { forwardDeclarations(input: { ids: $ids, target: SAME_LEVEL_BUREAU }) { succeeded userErrors { code } } }", new { ids = new[] { id } })).Succeeded();
        await using var second = await HnCeProcess.StartAsync(world);
        await HearsAsync(phone, "UNDER_REVIEW");
        (await world.As(world.Zhengzhou).AskAsync(
            "mutation ($ids: [ID!]!) { reviewDeclarations(input: { ids: $ids, decision: PASS }) { succeeded userErrors { code } } }", new { ids = new[] { id } })).Succeeded();

        var told = await phone.StandardOutput.ReadToEndAsync();
        await phone.WaitForExitAsync();
        Assert.EndsWith("PASSED\n", told, StringComparison.Ordinal);
    }

    // Opens the address that the sample prints as a browser would, and gives it what the deep link would bring.
    private async Task<Process> StartAsync(World world, Uri address, Actor teacher)
    {
        var app = await world.AppAsync(ClientScope.Account, ClientScope.Records, ClientScope.Declare);
        var proof = Path.Combine(world.Folder, "证明.png");
        await File.WriteAllBytesAsync(proof, Proof.Png);
        var phone = node.Run("mobile.mjs", new Dictionary<string, string>
        {
            ["HNCE_URL"] = address.GetLeftPart(UriPartial.Authority),
            ["HNCE_CLIENT"] = app.ClientId,
            ["HNCE_REDIRECT"] = World.Redirect,
        }, proof);
        var asked = new Uri((await phone.StandardOutput.ReadLineAsync())!);
        using var browser = (await HttpSession.StartAsync(address, teacher)).Client;
        var back = await AppUser.ConsentAsync(await Shown.OpenAsync(browser, asked.PathAndQuery));
        await phone.StandardInput.WriteLineAsync(back.Location);
        return phone;
    }

    private static async Task HearsAsync(Process phone, string line) => Assert.Equal(line, await phone.StandardOutput.ReadLineAsync());

    private static async Task DoAsync(HttpClient client, string document, string id)
    {
        var answer = await client.PostAsJsonAsync("/graphql", new { query = document, variables = new { ids = new[] { id } } });
        Assert.Contains("\"succeeded\":1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
