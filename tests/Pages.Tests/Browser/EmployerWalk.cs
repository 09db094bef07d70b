using HnCe.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>单位注册 as people do it: four steps, pickers as dialogs, one answer changed at the end.</summary>
[Collection(nameof(BrowserWalks))]
public sealed class EmployerWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;
    private IPage _page = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "EMP-02")]
    [Trait("Spec", "EMP-05")]
    [Trait("Spec", "PIC-01")]
    [Trait("Spec", "PIC-02")]
    public async Task Employer_RegisteredWithDialogs_WaitsForTheBureau()
    {
        var person = _world.Stranger("欧阳晓岚");
        _page = await browser.OpenAsync(_world);
        await _page.GotoAsync("/");
        await _page.GetByRole(AriaRole.Link, new() { Name = "单位注册" }).First.ClickAsync();
        await _page.FillAsync("[name='organization.code']", _world.FreshCode());
        await _page.SetInputFilesAsync("[name='organization.scan']", new FilePayload { Name = "组织机构代码证.png", MimeType = "image/png", Buffer = Proof.Png });
        await NextAsync("基本信息");

        await FillDataAsync();
        await NextAsync("申请人账户");
        await FillAsync(("applicant.idNumber", person.IdNumber), ("applicant.name", person.Name), ("applicant.mobile", person.Mobile), ("applicant.mail", person.Mail));
        await NextAsync("核对并注册");
        await Expect(_page.Locator("main")).ToContainTextAsync("郑州市新郑市");

        await _page.Locator(".answers div").Filter(new() { HasText = "联系电话" }).GetByRole(AriaRole.Link).ClickAsync();
        await _page.FillAsync("[name='organization.phone']", "0371-11112222");
        await _page.GetByRole(AriaRole.Button, new() { Name = "保存并返回核对" }).ClickAsync();
        await Expect(_page.Locator("main")).ToContainTextAsync("0371-11112222");
        await FillAsync(("applicant.password", MadeUpPerson.Password), ("applicant.passwordAgain", MadeUpPerson.Password));
        await _page.CheckAsync("[name='applicant.consent']");
        await _page.GetByRole(AriaRole.Button, new() { Name = "注册", Exact = true }).ClickAsync();

        await Expect(_page.GetByText("您已完成单位注册，请耐心等待所属人社部门审批")).ToBeVisibleAsync();
    }

    private async Task FillDataAsync()
    {
        await FillAsync(("organization.name", "新郑市测绘院"), ("organization.address", "人民路1号"), ("organization.legalRepresentative", "张三"),
            ("organization.contact", "李四"), ("organization.phone", "0371-65900000"), ("organization.mail", "office@hnce.example"));
        await _page.ClickAsync("button[value='organization.supervisor']");
        await Expect(_page.Locator("dialog")).ToContainTextAsync("请先选择所属区域");
        await _page.Keyboard.PressAsync("Escape");
        await PickAsync("organization.regionCode", "郑州市新郑市", "新郑");
        await PickAsync("organization.supervisor", _world.Xinzheng.Name, null);
        await PickAsync("organization.industryDepartment", _world.Education.Name, null);
        await PickAsync("organization.industry", "农业", "农业");
        await PickAsync("organization.nature", "教育事业单位", "教育");
        await PickAsync("organization.affiliation", "县", "县");
        await PickAsync("organization.level", "正省", null);

        await PickAsync("organization.regionCode", "洛阳市洛龙区", "洛龙");
        await Expect(Shown("organization.supervisor")).ToHaveValueAsync("");
        await Expect(Shown("organization.industryDepartment")).ToHaveValueAsync("");
        await PickAsync("organization.regionCode", "郑州市新郑市", "新郑");
        await PickAsync("organization.supervisor", _world.Xinzheng.Name, null);
    }

    private async Task PickAsync(string field, string text, string? search)
    {
        await _page.ClickAsync($"button[value='{field}']");
        var dialog = _page.Locator("dialog");
        if (search is not null)
        {
            await dialog.Locator("[name=q]").FillAsync(search);
            await Expect(dialog.Locator("tbody th").Filter(new() { HasNotText = search })).ToHaveCountAsync(0);
        }

        // By keyboard: the rows are buttons.
        await dialog.Locator($"button[data-text^='{text}']").First.PressAsync("Enter");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(Shown(field)).Not.ToHaveValueAsync("");
    }

    private ILocator Shown(string field) => _page.Locator($"[name='{field}Text']");

    private async Task FillAsync(params (string Name, string Value)[] answers)
    {
        foreach (var (name, value) in answers)
        {
            await _page.FillAsync($"[name='{name}']", value);
        }
    }

    private async Task NextAsync(string step)
    {
        await _page.GetByRole(AriaRole.Button, new() { Name = "下一步" }).ClickAsync();
        await Expect(_page.Locator(".steps [aria-current]")).ToHaveTextAsync(step);
    }
}
