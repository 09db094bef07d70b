using HnCe.Domain.Clients;
using HnCe.Pages.Tests.Clients;
using HnCe.Testing;
using Microsoft.Playwright;
using Xunit;

namespace HnCe.Pages.Tests.Browser;

/// <summary>Our policy of contents lets no form lead to another site; a program still gets its code after the two forms in between.</summary>
[Collection(nameof(BrowserWalks))]
[Trait("Spec", "GRAPH-6")]
public sealed class ConsentWalk(BrowserFixture browser)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task App_SendsAPerson_AndGetsItsCode(bool javaScript)
    {
        await using var world = await World.CreateAsync();
        var (clerk, client) = (world.As(world.School), await world.AppAsync(ClientScope.Account));
        Task SignInAsync(IPage page) => BrowserFixture.FillInAsync(page, clerk.Caller.Role!.Value, clerk.OrganizationCode, clerk.Person!.IdNumber);

        var page = await AskAsync(world, javaScript, client.ClientId);
        await SignInAsync(page);
        await BrowserFixture.ArriveAsync(page, "/connect/consent");
        var first = await page.RunAndWaitForRequestAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "同意" }).ClickAsync(), IsOfTheProgram);

        // In another browser: signed out, but consented.
        var other = await AskAsync(world, javaScript, client.ClientId);
        var second = await other.RunAndWaitForRequestAsync(() => SignInAsync(other), IsOfTheProgram);

        Assert.All([first, second], request => Assert.Contains("?code=", request.Url, StringComparison.Ordinal));
    }

    // The program is not on the network; no content keeps the browser where it is.
    private async Task<IPage> AskAsync(World world, bool javaScript, string clientId)
    {
        var page = await browser.OpenAsync(world, javaScript);
        await page.RouteAsync($"{World.Redirect}**", route => route.FulfillAsync(new() { Status = 204 }));
        await page.GotoAsync(new AppUser(world, clientId).AuthorizeAddress("account"));
        return page;
    }

    private static bool IsOfTheProgram(IRequest request) => request.Url.StartsWith(World.Redirect, StringComparison.Ordinal);
}
