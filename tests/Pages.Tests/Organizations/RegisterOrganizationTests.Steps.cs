using System.Net;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Organizations;

/// <summary>Moving between the steps, and what is kept meanwhile.</summary>
public sealed partial class RegisterOrganizationTests
{
    private const string Next = "button[value=next]";
    private const string Back = "button[value=back]";

    [Fact]
    [Trait("Spec", "S-PUB-03")]
    public async Task Steps_BackAndForth_KeepTheAnswersButNoPassword()
    {
        var (person, code) = (World.Stranger(), World.FreshCode());
        var account = await AccountStepAsync("/register/employer", code);
        var data = await (await account.SubmitAsync(Back, ("applicant.name", person.Name))).FollowAsync();
        var first = await (await data.SubmitAsync(Back, ("organization.contact", "王五"))).FollowAsync();

        Assert.Equal("郑州市测绘院", data.ValueOf("organization.name"));
        Assert.Equal(code, first.ValueOf("organization.code"));
        Assert.Contains("证.png", first.Text);
        var again = await (await (await first.SubmitAsync(Next)).FollowAsync()).SubmitAsync(Next);
        var check = await (await (await again.FollowAsync()).SubmitAsync(Next, Applicant(person))).FollowAsync();
        Assert.Contains("王五", check.Text);

        var mistyped = await check.SubmitAsync(Next, ("applicant.password", MadeUpPerson.Password), ("applicant.passwordAgain", "Other-2026x"), ("applicant.consent", "true"));
        Assert.Equal(["两次录入的密码不一致"], mistyped.Errors);
        Assert.Equal("", mistyped.ValueOf("applicant.password"));
        Assert.DoesNotContain("Other-2026x", mistyped.Document.DocumentElement.OuterHtml);
    }

    [Fact]
    [Trait("Spec", "S-PUB-03")]
    public async Task Check_OneAnswerChanged_ComesStraightBack()
    {
        var account = await AccountStepAsync("/register/employer", World.FreshCode());
        var check = await (await account.SubmitAsync(Next, Applicant(World.Stranger()))).FollowAsync();
        var data = await check.GoAsync(check.Document.QuerySelector("a[href*='#organization-phone']")!.GetAttribute("href")!.Split('#')[0]);

        Assert.Equal("保存并返回核对", data.Document.QuerySelector(Next)!.TextContent);
        var back = await (await data.SubmitAsync(Next, ("organization.phone", "0371-11112222"))).FollowAsync();

        Assert.Contains("0371-11112222", back.Text);
        Assert.Equal("核对并注册", back.Document.QuerySelector(".steps [aria-current]")!.TextContent);
    }

    [Fact]
    [Trait("Spec", "MSG-14")]
    public async Task Check_CodeTakenMeanwhile_LeadsBackToItsStep()
    {
        var code = World.FreshCode();
        var account = await AccountStepAsync("/register/employer", code);
        var check = await (await account.SubmitAsync(Next, Applicant(World.Stranger()))).FollowAsync();
        await World.EmployerRegistrationAsync(code: code);

        var refused = await check.SubmitAsync(Next, Secrets());
        var corrected = await refused.SubmitAsync(Next, ("organization.code", World.FreshCode()));

        Assert.Equal(["该组织机构代码已注册"], refused.Errors);
        Assert.Equal("组织机构代码", refused.Document.QuerySelector(".steps [aria-current]")!.TextContent);
        Assert.Equal("/register/employer?step=4", corrected.Location);
    }

    [Fact]
    [Trait("Spec", "S-PUB-03")]
    public async Task Answers_HalfAnHourOld_AreGone()
    {
        var account = await AccountStepAsync("/register/employer", World.FreshCode());
        World.Clock.Advance(TimeSpan.FromMinutes(29));
        var inTime = await account.GoAsync("/register/employer?step=3");
        World.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.OK, inTime.Status);
        Assert.Equal("/register/employer", (await account.GoAsync("/register/employer?step=3")).Location);
    }

    [Fact]
    [Trait("Spec", "S-PUB-04")]
    public async Task Answers_FormOpenedAnew_AreGone()
    {
        var account = await AccountStepAsync("/register/employer", World.FreshCode());

        Assert.Equal("/register/institution", (await account.GoAsync("/register/institution?step=4")).Location);
        Assert.Equal("/register/employer?step=3", (await account.GoAsync("/register/employer?step=4")).Location);
        Assert.Equal("", (await account.GoAsync("/register/employer")).ValueOf("organization.code"));
        Assert.Equal("/register/employer", (await account.GoAsync("/register/employer?step=2")).Location);
    }

    private async Task<Shown> DataStepAsync(string address, string code) =>
        await (await (await VisitAsync(address)).UploadAsync(Next, "organization.scan", "证.png", Proof.Png, ("organization.code", code))).FollowAsync();

    private async Task<Shown> AccountStepAsync(string address, string code, params string[] lists)
    {
        var page = await DataStepAsync(address, code);
        page = await PickAsync(page, "organization.regionCode", "郑州市新郑市", "新郑", ("organization.name", "郑州市测绘院"));
        page = await PickAsync(page, "organization.supervisor", World.Xinzheng.Name, null);
        page = await PickAsync(page, "organization.industryDepartment", World.Education.Name, null);
        page = await PickAsync(page, "organization.industry", "农业", "农业");
        foreach (var list in lists.Length > 0 ? lists : ["affiliation", "level"])
        {
            page = await PickAsync(page, $"organization.{list}", null, null);
        }

        page = lists.Length > 0 ? page : await PickAsync(page, "organization.nature", "教育事业单位", "教育");
        return await (await page.SubmitAsync(Next, ("organization.address", "中原西路1号"), ("organization.legalRepresentative", "张三"), ("organization.contact", "李四"),
            ("organization.phone", "0371-65900000"), ("organization.mail", "office@hnce.example"), ("organization.professionalCount", "120"))).FollowAsync();
    }

    // The picker without script: post, redirect, perhaps a search, 选定, redirect.
    private static async Task<Shown> PickAsync(Shown page, string field, string? text, string? search, params (string, string?)[] typed)
    {
        var picker = await (await page.SubmitAsync($"button[value='{field}']", typed)).FollowAsync();
        picker = search is null ? picker : await picker.SubmitAsync("form.filter button", ("q", search));
        var back = await picker.SubmitAsync(text is null ? "button[name=pick]" : $"button[data-text^='{text}']");
        var shown = await back.FollowAsync();
        Assert.NotEqual("", shown.ValueOf($"{field}Text"));
        return shown;
    }

    private static (string, string?)[] Applicant(MadeUpPerson person) =>
        [("applicant.idNumber", person.IdNumber), ("applicant.name", person.Name), ("applicant.mobile", person.Mobile), ("applicant.mail", person.Mail)];

    private static (string, string?)[] Secrets() =>
        [("applicant.password", MadeUpPerson.Password), ("applicant.passwordAgain", MadeUpPerson.Password), ("applicant.consent", "true")];
}
