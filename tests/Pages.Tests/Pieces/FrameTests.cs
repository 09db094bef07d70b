using System.Net;
using AngleSharp.Html.Parser;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Pages.Tests.Pieces;

public sealed class FrameTests
{
    [Theory]
    [InlineData("/pieces")]
    [InlineData("/pieces?failed=true")]
    [InlineData("/pieces?view=%22%3E%3Cscript%3E1%3C%2Fscript%3E&size=50&after=x%27%22")]
    [InlineData("/pieces/picker?q=%22%3E%3Cscript%3E1%3C%2Fscript%3E")]
    [InlineData("/nothing")]
    [InlineData("/error")]
    [Trait("Spec", "GEN-04")]
    [Trait("Spec", "D9")]
    public async Task Page_AnyPiece_HasNoInlineScriptOrStyleAndIsReadableChinese(string address)
    {
        await using var host = await PieceHost.StartAsync();

        var reply = await host.Client.GetAsync(address);
        var source = await reply.Content.ReadAsStringAsync();
        var page = new HtmlParser().ParseDocument(source);

        Assert.All(page.QuerySelectorAll("script"), script => Assert.True(script.HasAttribute("src")));
        Assert.Empty(page.QuerySelectorAll("style, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("<hn-", source, StringComparison.Ordinal);
        Assert.DoesNotMatch("&#x[4-9][0-9A-F]{3};", source);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.DoesNotContain("unsafe", string.Join(' ', reply.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "GEN-08")]
    public async Task Page_Refused_SaysSoInTitleAndLeadsToEachField()
    {
        await using var host = await PieceHost.StartAsync();

        var reply = await host.Client.GetAsync("/pieces?failed=true");
        var page = new HtmlParser().ParseDocument(await reply.Content.ReadAsStringAsync());

        Assert.StartsWith("错误：", page.Title, StringComparison.Ordinal);
        var links = page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(5, links.Count);
        Assert.All(links, link => Assert.NotNull(page.QuerySelector(link)));
    }

    [Theory]
    [MemberData(nameof(Roles))]
    [Trait("Spec", "GEN-01")]
    public async Task Menu_AnyRole_NeverLeadsToAMissingPage(string role)
    {
        // The page of all pieces stands for one that exists; the signed-in frame hides the rest.
        var menu = Menu.For(role);
        var caller = new FrameData("王建军", null, role, 3, [.. menu, new("部件", [new("部件一览", "/Pieces/Picker"), new("缺", "/No/Such")])]);
        await using var host = await PieceHost.StartAsync(caller: caller);
        var pages = host.Services.GetRequiredService<KnownPages>();

        var existing = pages.Existing(caller.Menu);
        var generator = host.Services.GetRequiredService<LinkGenerator>();

        Assert.Contains(existing, group => group.Title == "部件" && group.Items.Single().Title == "部件一览");
        Assert.All(existing, group => Assert.NotEmpty(group.Items));
        foreach (var item in existing.SelectMany(group => group.Items))
        {
            Assert.False(string.IsNullOrEmpty(generator.GetPathByPage(item.Page, values: new { category = item.Category })), item.Title);
        }

        var source = await host.Client.GetStringAsync("/pieces");
        var links = new HtmlParser().ParseDocument(source).QuerySelectorAll("nav.menu a, header a, footer a");
        Assert.All(links, link => Assert.False(string.IsNullOrEmpty(link.GetAttribute("href"))));
    }

    public static TheoryData<string> Roles => [.. Menu.Roles];

    [Theory]
    [InlineData("/pieces")]
    [InlineData("/pieces/picker")]
    [Trait("Spec", "GEN-01")]
    public async Task Workshop_InProduction_DoesNotExist(string address)
    {
        await using var host = await PieceHost.StartAsync("Production");

        var reply = await host.Client.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, reply.StatusCode);
    }

    [Theory]
    [InlineData("/pieces", "/pieces")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData(null, "/")]
    [Trait("Spec", "B15")]
    public async Task Elder_AnyWayBack_StaysOnThisSite(string? back, string expected)
    {
        await using var host = await PieceHost.StartAsync();

        var reply = await host.Client.GetAsync($"/elder?on=true&back={Uri.EscapeDataString(back ?? "")}");

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.Equal(expected, reply.Headers.Location!.ToString());
        Assert.Contains(reply.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("elder=1", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Spec", "GEN-01")]
    public async Task Pages_ByRoute_LieInFeatureFoldersOnly()
    {
        await using var host = await PieceHost.StartAsync();

        var paths = host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText ?? "").ToList();

        Assert.Contains("pieces", paths);
        Assert.DoesNotContain(paths, path => path.StartsWith("bin/", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("obj/", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("wwwroot/", StringComparison.OrdinalIgnoreCase)
            || path.StartsWith("Shared/", StringComparison.OrdinalIgnoreCase));
    }
}
