using HnCe.Domain.Access;
using HnCe.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>From 个人用户注册 through 审核注册账号 to the first sign-in, as people do it.</summary>
[Collection(nameof(BrowserWalks))]
public sealed class RegistrationWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Spec", "IND-05")]
    [Trait("Spec", "IND-10")]
    [Trait("Spec", "PIC-03")]
    public async Task Registration_FilledInWithPickers_LeadsToSignIn(bool javaScript)
    {
        var person = _world.Stranger("欧阳晓岚");
        var page = await browser.OpenAsync(_world, javaScript);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "个人用户注册" }).ClickAsync();
        await FillAsync(page, person);

        await PickEmployerAsync(page, javaScript);
        await PickAsync(page, "department", null);
        await PickAsync(page, "major", "数学");
        await Expect(page.Locator("[name=employerText]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"^{_world.School.Name}（"));
        await Expect(page.Locator("[name=departmentText]")).Not.ToHaveValueAsync("");
        await Expect(page.Locator("[name=mail]")).ToHaveValueAsync(person.Mail);
        await page.FillAsync("[name=password]", MadeUpPerson.Password);
        await page.FillAsync("[name=passwordAgain]", MadeUpPerson.Password);
        await page.CheckAsync("[name=consent]");
        await page.GetByRole(AriaRole.Button, new() { Name = "注册", Exact = true }).ClickAsync();
        await Expect(page.GetByText("您已完成专技人员注册，请耐心等待所属单位审批")).ToBeVisibleAsync();

        await BrowserFixture.EnterAsync(page, UserType.Individual, null, person.IdNumber);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("此帐号还未被审核");

        await ApproveAsync(person, javaScript);

        await BrowserFixture.EnterAsync(page, UserType.Individual, null, person.IdNumber.ToLowerInvariant());
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/home$"));
        await Expect(page.Locator("header")).ToContainTextAsync(person.Name);
        await page.GetByRole(AriaRole.Link, new() { Name = "消息" }).ClickAsync();
        await Expect(page.GetByText("您的注册已通过审核")).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Spec", "PIC-03")]
    [Trait("Spec", "IND-07")]
    public async Task Form_AnotherEmployerPicked_ClearsTheDepartment()
    {
        var page = await browser.OpenAsync(_world);
        await page.GotoAsync("/register");
        await page.FillAsync("[name=idNumber]", _world.Stranger().IdNumber);
        await Expect(page.Locator("[name=sex]")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("男|女"));
        await PickEmployerAsync(page, javaScript: true);
        await PickAsync(page, "department", null);

        await PickAsync(page, "employer", _world.Hospital.Name);

        await Expect(page.Locator("[name=departmentText]")).ToHaveValueAsync("");
        await Expect(page.Locator("[name=department]")).ToHaveValueAsync("");
    }

    private static async Task FillAsync(IPage page, MadeUpPerson person)
    {
        await page.FillAsync("[name=idNumber]", person.IdNumber);
        await page.FillAsync("[name=mobile]", person.Mobile);
        await page.FillAsync("[name=mail]", person.Mail);
        await page.FillAsync("[name=name]", person.Name);
        await page.SelectOptionAsync("[name=titleLevel]", "intermediate");
    }

    private async Task PickEmployerAsync(IPage page, bool javaScript)
    {
        await page.ClickAsync("button[value=employer]");
        await page.SelectOptionAsync("[name=city]", "410100");
        if (!javaScript)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
        }

        await Expect(page.Locator("[name=county] option")).Not.ToHaveCountAsync(1);
        await Expect(page.GetByText(_world.Clinic.Name)).ToHaveCountAsync(0);
        await page.ClickAsync($"button[data-text^='{_world.School.Name}']");
    }

    private static async Task PickAsync(IPage page, string field, string? search)
    {
        await page.ClickAsync($"button[name=pick][value={field}]");
        if (search is not null)
        {
            await page.FillAsync("[name=q]", search);
            await page.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
            await Expect(page.Locator("tbody th").Filter(new() { HasNotText = search })).ToHaveCountAsync(0);
        }

        await page.Locator("button[data-text]").First.ClickAsync();
        await Expect(page.Locator("button[data-text]")).ToHaveCountAsync(0);
    }

    private async Task ApproveAsync(MadeUpPerson person, bool javaScript)
    {
        var employer = await browser.SignInAsync(_world, _world.As(_world.School), javaScript);
        await employer.GetByRole(AriaRole.Link, new() { Name = "审核注册账号" }).First.ClickAsync();
        await employer.CheckAsync($"[aria-label='选择{person.Name}']");
        await employer.GetByRole(AriaRole.Button, new() { Name = "批量通过" }).ClickAsync();
        await employer.GetByRole(AriaRole.Button, new() { Name = "通过 1 人" }).ClickAsync();
        await Expect(employer.GetByRole(AriaRole.Status)).ToContainTextAsync("已通过 1 人");
    }
}
