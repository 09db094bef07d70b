using System.Net;
using System.Text.RegularExpressions;
using HnCe.Domain.Accounts;
using HnCe.Domain.Notifications;
using HnCe.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

[Trait("Spec", "LOG-10")]
public sealed class ForgotPasswordTests : WorldFixture
{
    private const string Fresh = "Luo-Yang2026";

    [Fact]
    [Trait("Spec", "SEC-B12")]
    public async Task ForgottenPassword_FromSignInByTheMailToSignIn()
    {
        var clerk = World.As(World.School);
        var elsewhere = await World.SignInAsync(clerk);
        var start = await VisitAsync("/");
        var sent = await AskAsync(await start.GoAsync(start.Document.QuerySelector(".signin-more a")!.GetAttribute("href")!), clerk);
        Assert.Contains("链接已发到它登记的电子邮箱", (await sent.FollowAsync()).Text);

        var form = await start.GoAsync(await LinkAsync());
        var chosen = await form.SubmitAsync("main .actions button", ("password", Fresh), ("passwordAgain", Fresh));

        Assert.Equal("/", chosen.Location);
        Assert.Contains("密码已重设，请用新密码登录", (await chosen.FollowAsync()).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await Shown.OpenAsync(elsewhere, "/home")).Status);
        var again = await form.SubmitAsync("main .actions button", ("password", "Kai-Feng2026"), ("passwordAgain", "Kai-Feng2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal(["链接已失效。链接 30 分钟内有效，只能使用一次，请重新申请"], again.Errors);
        Assert.Equal("/forgot", again.Document.QuerySelector("main .actions a")!.GetAttribute("href"));
    }

    [Fact]
    [Trait("Spec", "SEC-B12")]
    [Trait("Spec", "SEC-E9")]
    public async Task Link_IsKeptByNobodyOnItsWay()
    {
        await AskAsync(await VisitAsync("/forgot"), World.As(World.School));

        var form = await VisitAsync(await LinkAsync());

        Assert.Contains("no-store", form.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["same-origin"], form.Response.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    [Trait("Spec", "SEC-B5")]
    public async Task Request_ForAKnownAndAnUnknownAccount_LooksTheSame()
    {
        var known = await AskAsync(await VisitAsync("/forgot"), World.As(World.School));
        var unknown = await AskAsync(await VisitAsync("/forgot"), World.As(World.School), World.Stranger().IdNumber);

        Assert.Equal((known.Status, known.Location), (unknown.Status, unknown.Location));
        Assert.Equal((await known.FollowAsync()).Document.QuerySelector("main")!.InnerHtml, (await unknown.FollowAsync()).Document.QuerySelector("main")!.InnerHtml);
        Assert.Equal("/forgot", known.Location);
    }

    [Fact]
    [Trait("Spec", "LOG-03")]
    public async Task Request_WrongCaptcha_SaysSoAndKeepsTheAnswers()
    {
        var refused = await (await VisitAsync("/forgot")).SubmitAsync("button.wide", ("userType", "Employer"), ("account", "41990"), ("captcha", "0000"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["验证码错误"], refused.Errors);
        Assert.Equal("41990", refused.ValueOf("account"));
        Assert.Equal("true", refused.Document.QuerySelector("[name=captcha]")!.GetAttribute("aria-invalid"));
    }

    [Theory]
    [InlineData("/", ".signin")]
    [InlineData("/forgot", ".signin")]
    [InlineData("/verify", "main form")]
    [Trait("Spec", "LOG-07")]
    public async Task Captcha_InWords_ReplacesThePictureAndStays(string address, string form)
    {
        var asked = await (await VisitAsync(address)).SubmitAsync("button[name=new-captcha][value=words]");
        var question = asked.Document.QuerySelector($"{form} #captcha-hint")!.TextContent;

        var refused = await asked.SubmitAsync("button.wide", ("captcha", "零"), ("number", "HN1"));
        var back = await refused.SubmitAsync("button[name=new-captcha][value=picture]");

        Assert.Matches("^[一二三四五六七八九十]+[加减][一二三四五六七八九]等于几？请填数字$", question);
        Assert.Null(asked.Document.QuerySelector($"{form} img"));
        Assert.Contains("captcha-hint", asked.Document.QuerySelector("[name=captcha]")!.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal(["验证码错误"], refused.Errors);
        Assert.Contains("等于几", refused.Document.QuerySelector("#captcha-hint")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(back.Document.QuerySelector($"{form} img"));
    }

    [Fact]
    [Trait("Spec", "LOG-07")]
    public async Task Captcha_InWords_AnsweredRightly_LetsIn()
    {
        var actor = World.As(World.School);
        var asked = await (await VisitAsync("/")).SubmitAsync("button[name=new-captcha][value=words]");

        var entered = await asked.SubmitAsync(".signin button.wide", ("userType", "Employer"), ("organizationCode", actor.OrganizationCode), ("account", actor.Person!.IdNumber),
            ("password", MadeUpPerson.Password), ("captcha", Solve(asked.Document.QuerySelector("#captcha-hint")!.TextContent)));

        Assert.Equal("/home", entered.Location);
    }

    private static string Solve(string question)
    {
        var numbers = Enumerable.Range(0, 100).ToDictionary(number => CaptchaSum.Read($"{number}"), number => number);
        var parts = question.Split("等于")[0].Split('加', '减');
        var (large, small) = (numbers[CaptchaSum.Read(parts[0])], numbers[CaptchaSum.Read(parts[1])]);
        return $"{(question.Contains('加', StringComparison.Ordinal) ? large + small : large - small)}";
    }

    private static Task<Shown> AskAsync(Shown page, Actor actor, string? idNumber = null) => page.SubmitAsync("button.wide",
        ("userType", actor.Caller.Role.ToString()), ("organizationCode", actor.OrganizationCode ?? ""), ("account", idNumber ?? actor.Person!.IdNumber), ("captcha", HnCeApplication.CaptchaAnswer));

    /// <summary>The path of the link in the one mail.</summary>
    private async Task<string> LinkAsync()
    {
        await World.Services.GetRequiredService<DeliverMail>().RunAsync(default);
        var mail = await MimeKit.MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(World.Mail.Folder)));
        return Regex.Match(mail.TextBody!, @"/reset\?\S+").Value;
    }
}
