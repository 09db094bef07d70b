using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>From the initial password by its forced change to the home page.</summary>
[Collection(nameof(BrowserWalks))]
public sealed class InitialPasswordWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "ACC-01")]
    [Trait("Spec", "ACC-02")]
    public async Task InitialPassword_ChangedAtOnce_LeadsHome()
    {
        var clerk = _world.As(_world.School);
        await _world.GiveInitialPasswordAsync(clerk);
        var page = await browser.OpenAsync(_world);

        await BrowserFixture.EnterAsync(page, UserType.Employer, clerk.OrganizationCode, clerk.Person!.IdNumber, InitialPassword.Value);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/password$"));
        await Expect(page.GetByText("您用初始密码登录，请先设置自己的密码")).ToBeVisibleAsync();
        await page.FillAsync("[name=new]", "Luo-Yang2026");
        await page.FillAsync("[name=newAgain]", "Luo-Yang2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/home$"));
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "功能列表" })).ToBeVisibleAsync();
    }
}
