using HnCe.Domain.Organizations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>A county bureau's morning: one employer refused after a look at its scan, two passed in batch.</summary>
[Collection(nameof(BrowserWalks))]
public sealed class AccountReviewWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "BUR-06")]
    [Trait("Spec", "BUR-07")]
    public async Task CountyBureau_LooksRefusesAndPasses_EmployersOfItsCounty()
    {
        string[] names = ["新郑市第一小学", "新郑市第二小学", "新郑市第三小学"];
        foreach (var name in names)
        {
            await _world.WaitingEmployerAsync(_world.Xinzheng, name);
        }

        var page = await browser.SignInAsync(_world, _world.As(_world.Xinzheng));
        await page.GetByRole(AriaRole.Link, new() { Name = "审核法人单位" }).First.ClickAsync();
        await page.Locator("tr", new() { HasText = names[0] }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator(".proof-img img")).ToBeVisibleAsync();
        Assert.True(await page.Locator(".proof-img img").EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 0"));

        await page.GetByRole(AriaRole.Button, new() { Name = "不通过" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请填写原因");
        await page.GetByLabel("不通过的原因").FillAsync("扫描件与组织机构代码不一致");
        await page.GetByRole(AriaRole.Button, new() { Name = "不通过" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("不通过 1 个单位");

        await page.GetByLabel("全选本页").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "批量通过" }).ClickAsync();
        await Expect(page.GetByText("确定通过这 2 个单位的注册？")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "通过 2 个单位" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过 2 个单位");
        await Expect(page.GetByText("没有待审核的注册信息")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "不通过" }).ClickAsync();
        await Expect(page.GetByText("扫描件与组织机构代码不一致")).ToBeVisibleAsync();
        Assert.Equal(2, await _world.ReadAsync(db => db.Employers.CountAsync(e => names.Contains(e.Name) && e.State == OrganizationState.Active)));
    }
}
