using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>The institution's chapter of the manual: from 施教机构注册 over plan, class and scores to the hours on the professional's page.</summary>
[Collection(nameof(BrowserWalks))]
public sealed class InstitutionWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    [Trait("Spec", "INS-01")]
    [Trait("Spec", "INS-02")]
    [Trait("Spec", "INS-03")]
    [Trait("Spec", "INS-04")]
    [Trait("Spec", "INS-05")]
    [Trait("Spec", "INS-06")]
    [Trait("Spec", "INS-08")]
    [Trait("Spec", "PLN-01")]
    [Trait("Spec", "CLS-02")]
    [Trait("Spec", "SCO-02")]
    [Trait("Spec", "SCO-07")]
    [Trait("Spec", "SCO-09")]
    [Trait("Spec", "SCO-11")]
    [Trait("Spec", "BUR-08")]
    [Trait("Spec", "BUR-15")]
    [Trait("Spec", "MSG-09")]
    public async Task Year_OfANewInstitution_EndsOnTheProfessionalsPage()
    {
        var (clerk, code) = (_world.Stranger("欧阳晓岚"), _world.FreshCode());
        var teacher = await _world.ProfessionalAsync(_world.School, "司马云飞");
        await _world.SubjectAsync(SubjectCategory.Public, name: "数字经济概论");
        var page = await browser.OpenAsync(_world);
        await RegisterAsync(page, clerk, code);
        var bureau = await browser.SignInAsync(_world, _world.As(_world.Xinzheng));
        await PassAsync(bureau, "审核施教机构", "新郑市继续教育学校");

        await BrowserFixture.EnterAsync(page, UserType.Institution, code, clerk.IdNumber);
        await BrowserFixture.ArriveAsync(page, "/home");
        await PlanAsync(page);
        await PassAsync(bureau, "审核培训计划", "数字经济概论培训计划");
        await FileClassAsync(page);
        await EnterScoreAsync(page, teacher.Person!);
        await SubmitAsync(page);
        await PassClassAsync(bureau);

        var own = await browser.SignInAsync(_world, teacher);
        await Expect(own.Locator("#sum")).ToContainTextAsync("已认定 20 学时");
        await own.GetByRole(AriaRole.Link, new() { Name = "查看继续教育信息" }).First.ClickAsync();
        await Expect(own.Locator("#trainings tbody tr")).ToContainTextAsync(["数字经济概论一班"]);
        await Expect(own.Locator("#trainings tbody tr")).ToContainTextAsync(["20"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "消息" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("数字经济概论一班");
    }

    private async Task RegisterAsync(IPage page, MadeUpPerson clerk, string code)
    {
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "施教机构注册" }).ClickAsync();
        await page.FillAsync("[name='organization.code']", code);
        await page.SetInputFilesAsync("[name='organization.scan']", new FilePayload { Name = "证.png", MimeType = "image/png", Buffer = Proof.Png });
        await NextAsync(page, "下一步");
        await PickAsync(page, "organization.regionCode", "新郑", "郑州市新郑市");
        await PickAsync(page, "organization.supervisor", null, _world.Xinzheng.Name);
        await PickAsync(page, "organization.industry", "教育", null);
        await PickAsync(page, "organization.institutionLevel", null, null);
        await FillAsync(page, "organization", ("name", "新郑市继续教育学校"), ("address", "中原西路1号"), ("legalRepresentative", "张三"), ("contact", "李四"), ("phone", "0371-65900000"), ("mail", "office@hnce.example"));
        await NextAsync(page, "下一步");
        await FillAsync(page, "applicant", ("idNumber", clerk.IdNumber), ("name", clerk.Name), ("mobile", clerk.Mobile), ("mail", clerk.Mail));
        await NextAsync(page, "下一步");
        await FillAsync(page, "applicant", ("password", MadeUpPerson.Password), ("passwordAgain", MadeUpPerson.Password));
        await page.CheckAsync("[name='applicant.consent']");
        await NextAsync(page, "注册");
        await Expect(page.GetByText("您已完成施教机构注册，请耐心等待所属人社部门审批")).ToBeVisibleAsync();
    }

    private async Task PlanAsync(IPage page)
    {
        await GoAsync(page, "添加培训计划", "新增培训计划");
        await page.CheckAsync("[name=category][value=PUBLIC]");
        await page.SelectOptionAsync("[name=subject]", (await page.Locator("[name=subject] option", new() { HasText = "数字经济概论" }).GetAttributeAsync("value"))!);
        await page.CheckAsync("[name=target]");
        await page.SelectOptionAsync("[name=form]", new SelectOptionValue { Index = 1 });
        foreach (var (name, value) in new[]
        {
            ("name", "数字经济概论培训计划"), ("hours", "20"), ("plannedTrainees", "50"), ("startsOn", $"{_world.Year}-01-04"), ("endsOn", $"{_world.Year}-01-10"), ("place", "二号楼"),
        })
        {
            await page.FillAsync($"[name={name}]", value);
        }

        await NextAsync(page, "保存并送审");
        await Expect(page.Locator("tbody tr")).ToContainTextAsync(["待审核"]);
    }

    private async Task FileClassAsync(IPage page)
    {
        await GoAsync(page, "培训班管理", "培训班管理");
        await GoAsync(page, "新增", "新增培训班");
        await page.SelectOptionAsync("[name=plan]", new SelectOptionValue { Index = 1 });
        await Expect(page.Locator("#follows")).ToContainTextAsync("50 人");
        foreach (var (name, value) in new[]
        {
            ("name", "数字经济概论一班"), ("startsOn", $"{_world.Year}-01-05"), ("endsOn", $"{_world.Year}-01-09"), ("place", "二号楼"), ("manager", "周敏"), ("phone", "0371-65900000"), ("capacity", "40"),
        })
        {
            await page.FillAsync($"[name={name}]", value);
        }

        await NextAsync(page, "保存");
        await Expect(page.Locator("tbody tr")).ToContainTextAsync(["数字经济概论一班"]);
    }

    private static async Task EnterScoreAsync(IPage page, MadeUpPerson trainee)
    {
        await GoAsync(page, "学员成绩管理", "学员成绩管理");
        await GoAsync(page, "成绩录入", "成绩录入");
        await page.SelectOptionAsync("[name=class]", new SelectOptionValue { Label = "数字经济概论一班" });
        await Expect(page.Locator("#class-head")).ToBeVisibleAsync();
        await page.FillAsync("[name=idNumber]", trainee.IdNumber);
        await page.FillAsync("[name=score]", "88.5");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Expect(page.Locator("#who")).ToContainTextAsync(trainee.Name);
        await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Expect(page.Locator("section tbody tr")).ToContainTextAsync([trainee.Name]);
    }

    private static async Task SubmitAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "学员成绩申报" }).ClickAsync();
        await page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = "申报花名册" }).ClickAsync();
        await Expect(page.GetByText("学员 1 人，合格 1 人")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "申报学时" }).ClickAsync();
        await page.CheckAsync("[name=target]");
        await NextAsync(page, "提交");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("申报成功，请耐心等待上级部门的审批");
    }

    private static async Task PassAsync(IPage bureau, string desk, string what)
    {
        await bureau.GotoAsync("/home");
        await bureau.GetByRole(AriaRole.Link, new() { Name = desk }).First.ClickAsync();
        await bureau.Locator("tr", new() { HasText = what }).GetByRole(AriaRole.Link).First.ClickAsync();
        await bureau.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await Expect(bureau.GetByRole(AriaRole.Status)).ToContainTextAsync("通过");
    }

    private static async Task PassClassAsync(IPage bureau)
    {
        await bureau.GotoAsync("/home");
        await bureau.GetByRole(AriaRole.Link, new() { Name = "审核培训班申报" }).First.ClickAsync();
        await bureau.Locator("tbody").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(bureau.Locator("tbody tr")).ToContainTextAsync(["司马云飞"]);
        await bureau.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await bureau.GetByRole(AriaRole.Button, new() { Name = "通过 1 个培训班" }).ClickAsync();
        await Expect(bureau.GetByRole(AriaRole.Status)).ToContainTextAsync("通过");
    }

    // A choice that is made before the page is whole would be made before its script listens.
    private static async Task GoAsync(IPage page, string link, string heading)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync(heading);
        await BrowserFixture.WholeAsync(page);
    }

    private static async Task PickAsync(IPage page, string field, string? search, string? text)
    {
        await page.ClickAsync($"button[name=pick][value='{field}']");
        if (search is not null)
        {
            await page.FillAsync("[name=q]", search);
            await page.GetByRole(AriaRole.Button, new() { Name = "查询" }).ClickAsync();
        }

        await page.ClickAsync(text is null ? "button[data-text] >> nth=0" : $"button[data-text^='{text}']");
        await Expect(page.Locator($"[name='{field}Text']")).Not.ToHaveValueAsync("");
    }

    private static async Task FillAsync(IPage page, string group, params (string Name, string Value)[] answers)
    {
        foreach (var (name, value) in answers)
        {
            await page.FillAsync($"[name='{group}.{name}']", value);
        }
    }

    private static Task NextAsync(IPage page, string button) => page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
