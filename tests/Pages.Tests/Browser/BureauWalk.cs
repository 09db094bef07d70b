using HnCe.Domain.Access;
using HnCe.Domain.Organizations;
using HnCe.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>From 市、区（县）人社局注册 through the province's 审核人社部门 to the first sign-in and out again.</summary>
[Collection(nameof(BrowserWalks))]
public sealed class BureauWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Spec", "BUR-01")]
    [Trait("Spec", "BUR-03")]
    [Trait("Spec", "BUR-04")]
    [Trait("Spec", "PRO-04")]
    [Trait("Spec", "Q4")]
    public async Task CountyBelowTheProvince_Registered_IsPassedByTheProvinceAndSignsIn(bool javaScript)
    {
        var person = _world.Stranger("欧阳晓岚");
        var page = await browser.OpenAsync(_world, javaScript);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "市、区（县）人社局注册" }).ClickAsync();
        await PickAsync(page, "新郑", _world.Xinzheng);
        await PickAsync(page, "巩义", _world.Gongyi);
        foreach (var (name, value) in new[] { ("idNumber", person.IdNumber), ("name", person.Name), ("mobile", person.Mobile), ("mail", person.Mail), ("password", MadeUpPerson.Password), ("passwordAgain", MadeUpPerson.Password) })
        {
            await page.FillAsync($"[name='applicant.{name}']", value);
        }

        await page.CheckAsync("[name='applicant.consent']");
        await page.GetByRole(AriaRole.Button, new() { Name = "注册", Exact = true }).ClickAsync();
        await Expect(page.GetByText("您已完成人社管理员注册，请耐心等待所属人社部门审批")).ToBeVisibleAsync();

        await BrowserFixture.EnterAsync(page, UserType.LocalBureau, _world.Gongyi.OrgCode, person.IdNumber);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("此帐号还未被审核");
        await PassAsync(person, javaScript);

        await BrowserFixture.EnterAsync(page, UserType.LocalBureau, _world.Gongyi.OrgCode, person.IdNumber);
        await BrowserFixture.ArriveAsync(page, "/home");
        await Expect(page.Locator("header")).ToContainTextAsync(_world.Gongyi.Name);
        await page.GotoAsync("/organizations/manage/employers");
        await Expect(page.Locator("tbody th")).ToContainTextAsync([_world.Factory.Name]);
        await Expect(page.GetByText(_world.School.Name)).ToHaveCountAsync(0);
        await SignOutAsync(page);
        await page.GotoAsync("/home");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "用户登录" })).ToBeVisibleAsync();
    }

    private static async Task PickAsync(IPage page, string search, Organization bureau)
    {
        await page.ClickAsync("button[name=pick][value=bureau]");
        await page.FillAsync("[name=q]", search);
        await page.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
        await page.ClickAsync($"button[data-text^='{bureau.Name}']");
        await Expect(page.Locator("[name=bureauText]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"^{bureau.Name}"));
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.Locator("header details.who summary").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "退出登录" }).ClickAsync();
    }

    private async Task PassAsync(MadeUpPerson person, bool javaScript)
    {
        var province = await browser.SignInAsync(_world, _world.As(_world.Province) with { OrganizationCode = null }, javaScript);
        await province.GetByRole(AriaRole.Link, new() { Name = "审核人社部门" }).First.ClickAsync();
        await Expect(province.Locator("tbody tr")).ToContainTextAsync([person.Name]);
        await province.Locator("tbody").GetByRole(AriaRole.Link).First.ClickAsync();
        await province.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await Expect(province.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过");
    }
}
