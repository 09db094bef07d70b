using HnCe.Domain.Access;
using HnCe.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>From the menu to the documentation, on to the playground, and there an example is sent.</summary>
[Collection(nameof(BrowserWalks))]
[Trait("Spec", "GRAPH-13")]
public sealed class PlaygroundWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task SystemAdministrator_SendsAnExample()
    {
        var page = await browser.SignInAsync(_world, _world.As(UserType.SystemAdmin));
        var (foreign, failed) = (new List<string>(), new List<string>());
        page.Request += (_, request) => foreign.Add(new Uri(request.Url).Host);
        page.Response += (_, response) => failed.AddRange(response.Status >= 400 ? [response.Url] : []);

        await page.Locator("nav.menu").GetByRole(AriaRole.Link, new() { Name = "接口文档" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "打开演练场" }).ClickAsync();
        await page.GetByText("我是谁", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发送请求" }).First.ClickAsync();

        await Expect(page.Locator(".query-result__list")).ToContainTextAsync("SYSTEM_ADMIN");
        Assert.Equal([new Uri(page.Url).Host], foreign.Distinct());
        Assert.Empty(failed);
    }
}
