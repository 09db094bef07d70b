using System.Net;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

/// <summary>注册审核进度查询 for visitors.</summary>
public sealed class ProgressTests : WorldFixture
{
    [Fact]
    [Trait("Spec", "LOG-04")]
    public async Task Waiting_Employer_SaysWhoHasItAndWhomToAsk()
    {
        var waiting = await World.WaitingEmployerAsync(World.Zhengzhou);
        var form = await (await VisitAsync("/")).GoAsync("/progress");

        var shown = await AskAsync(form, waiting.Applicant);

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.Contains("待审核", shown.Text);
        Assert.Contains($"{World.Zhengzhou.Name}审核", shown.Text);
        Assert.Contains("请耐心等待同级人社部门管理员的审核，或者主动联系同级人社部门管理员催其审核", shown.Text);
        Assert.DoesNotContain(MadeUpPerson.Password, shown.Document.DocumentElement.OuterHtml);
    }

    [Fact]
    [Trait("Spec", "LOG-06")]
    public async Task Refused_Professional_ReadsTheReason()
    {
        var person = World.Stranger();
        var id = GlobalId.Encode("Registration", await World.RegistrationAsync(World.School, person));
        await World.As(World.School).MustAsync("mutation ($id: ID!) { reviewRegistrations(input: { ids: [$id], decision: FAIL, reason: \"姓名不一致\" }) { userErrors { code message path } } }", new { id });

        var shown = await (await VisitAsync("/progress")).SubmitAsync("form.signin .actions button",
            ("userType", "Individual"), ("account", person.IdNumber), ("password", MadeUpPerson.Password), ("captcha", HnCeApplication.CaptchaAnswer));

        Assert.Contains("姓名不一致", shown.Text);
        Assert.Contains("您可以按原因更正后，用同一身份证号码重新注册", shown.Text);
        Assert.Null(shown.Document.QuerySelector("form"));
    }

    [Fact]
    [Trait("Spec", "LOG-02")]
    [Trait("Spec", "LOG-05")]
    public async Task Wrong_Password_SaysSoAndKeepsTheOtherAnswers()
    {
        var waiting = await World.WaitingEmployerAsync(World.Zhengzhou);

        var refused = await AskAsync(await VisitAsync("/progress"), waiting.Applicant, "Wrong-2026x");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["账户或密码错误"], refused.Errors);
        Assert.Equal(waiting.Applicant.OrganizationCode, refused.ValueOf("organizationCode"));
        Assert.Equal("", refused.ValueOf("password"));
    }

    [Fact]
    [Trait("Spec", "LOG-03")]
    public async Task NewCaptcha_PressedWithoutScript_KeepsTheAnswers()
    {
        var again = await (await VisitAsync("/progress")).SubmitAsync("button[name=new-captcha]", ("account", "41010"));

        Assert.Equal((HttpStatusCode.OK, "41010"), (again.Status, again.ValueOf("account")));
    }

    [Fact]
    [Trait("Spec", "IND-11")]
    public async Task Withdraw_WithThePasswordAgain_EndsTheRegistration()
    {
        var waiting = await World.WaitingEmployerAsync(World.Zhengzhou);
        var shown = await AskAsync(await VisitAsync("/progress"), waiting.Applicant);

        var wrong = await shown.SubmitAsync("button.refuse", ("password", "Wrong-2026x"), ("captcha", HnCeApplication.CaptchaAnswer));
        var told = await (await shown.SubmitAsync("button.refuse", ("password", MadeUpPerson.Password), ("captcha", HnCeApplication.CaptchaAnswer))).FollowAsync();

        Assert.Equal(["账户或密码错误"], wrong.Errors);
        Assert.Contains("您已撤回注册，可以用同一身份证号码重新注册", told.Document.QuerySelector("[role=status]")!.TextContent);
        Assert.Equal(RegistrationStatus.Withdrawn, await World.ReadAsync(db => db.Registrations.Where(r => r.Id == waiting.Key).Select(r => r.Status).SingleAsync()));
        Assert.Contains("您撤回了注册", (await AskAsync(told, waiting.Applicant)).Text);
    }

    private static Task<Shown> AskAsync(Shown form, Actor applicant, string password = MadeUpPerson.Password) => form.SubmitAsync("form.signin .actions button",
        ("userType", applicant.Caller.Role.ToString()), ("organizationCode", applicant.OrganizationCode), ("account", applicant.Person!.IdNumber),
        ("password", password), ("captcha", HnCeApplication.CaptchaAnswer));
}
