using System.Net;
using HnCe.Domain.Access;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

[Trait("Spec", "SEC-B13")]
public sealed class TwoStepsTests : WorldFixture
{
    public static TheoryData<UserType> Denied => RolesWithout(Permission.UseSecondFactor);

    [Fact]
    public async Task TwoSteps_SetUpUsedAndTurnedOff()
    {
        var clerk = World.As(World.School);
        var profile = await VisitAsync(clerk, "/profile");
        var begun = await (await profile.GoAsync("/two-steps")).SubmitAsync("main .actions button");
        var secret = begun.Document.QuerySelector(".secret")!.TextContent;
        var wrong = await begun.SubmitAsync("main form[action$='Confirm'] .btn", ("code", "000000"));
        var on = await wrong.SubmitAsync("main form[action$='Confirm'] .btn", ("code", World.CodeOf(secret)));

        Assert.NotNull(begun.Document.QuerySelector("svg.qr path"));
        Assert.Equal(["动态验证码错误，请录入验证器上当前的 6 位数字"], wrong.Errors);
        Assert.Null(wrong.Document.QuerySelector(".secret"));
        Assert.Contains("两步验证已开启", (await on.FollowAsync()).Text);

        World.Clock.Advance(TimeSpan.FromSeconds(30));
        var second = await (await EnterAsync(clerk, "/accounts/review")).FollowAsync();
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GoAsync("/home")).Status);
        var refused = await second.SubmitAsync("main .actions button", ("code", "000000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var entered = await refused.SubmitAsync("main .actions button", ("code", World.CodeOf(secret)));
        Assert.Equal("/accounts/review", entered.Location);

        var off = await (await entered.GoAsync("/two-steps")).SubmitAsync("main .actions button", ("password", MadeUpPerson.Password));
        Assert.Contains("两步验证已关闭", (await off.FollowAsync()).Text);
        Assert.Equal("/home", (await EnterAsync(clerk)).Location);
    }

    [Fact]
    public async Task SecondStep_WithoutAPassword_IsNotThere()
    {
        Assert.Equal("/", (await VisitAsync("/second-factor")).Location);
    }

    [Fact]
    public async Task SecondStep_After5Minutes_MustBeginAgain()
    {
        var clerk = World.As(World.School);
        var secret = await World.TurnSecondFactorOnAsync(clerk);
        var second = await (await EnterAsync(clerk)).FollowAsync();
        World.Clock.Advance(TimeSpan.FromMinutes(5));

        var late = await second.SubmitAsync("main .actions button", ("code", World.CodeOf(secret)));

        Assert.Equal("/", late.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await late.GoAsync("/home")).Status);
    }

    [Fact]
    public async Task SecondStep_TheCookie_IsSealedAndNoSession()
    {
        var clerk = World.As(World.School);
        await World.TurnSecondFactorOnAsync(clerk);

        var cookie = Assert.Single((await EnterAsync(clerk)).Response.Headers.GetValues("Set-Cookie"), value => value.StartsWith("HnCe.Step=", StringComparison.Ordinal));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        var forged = World.Application.Browser();
        forged.DefaultRequestHeaders.Add("Cookie", "HnCe.Step=CfDJ8forged");
        Assert.Equal("/", (await Shown.OpenAsync(forged, "/second-factor")).Location);
    }

    [Fact]
    [Trait("Spec", "LOG-01")]
    public async Task Session_OfAProgram_WantsTheCodeInTheSameBody()
    {
        var clerk = World.As(World.School);
        var secret = await World.TurnSecondFactorOnAsync(clerk);
        World.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = World.Application.Browser();

        var first = await PasswordTests.SessionAsync(browser, clerk.Credentials);
        var inside = await browser.GetStringAsync("/graphql?query={viewer{name}}");
        var second = await PasswordTests.SessionAsync(browser, clerk.Credentials with { SecondFactor = World.CodeOf(secret) });
        var replayed = await PasswordTests.SessionAsync(World.Application.Browser(), clerk.Credentials with { SecondFactor = World.CodeOf(secret) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.StatusCode);
        Assert.Contains("SECOND_FACTOR_REQUIRED", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("\"viewer\":null", inside, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
        Assert.Contains(clerk.Person!.Name, await browser.GetStringAsync("/graphql?query={viewer{name}}"), StringComparison.Ordinal);
        Assert.Contains("WRONG_SECOND_FACTOR", await replayed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Denied))]
    public async Task TwoSteps_ForOtherRoles_IsForbidden(UserType role)
    {
        var page = await VisitAsync(await SomebodyAsync(role), "/two-steps");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Null((await page.GoAsync("/profile")).Document.QuerySelector("a[href='/two-steps']"));
    }

    private async Task<Shown> EnterAsync(Actor actor, string? back = null) => await (await VisitAsync(back is null ? "/" : $"/?back={back}")).SubmitAsync(".signin button.wide",
        ("userType", actor.Caller.Role.ToString()), ("organizationCode", actor.OrganizationCode ?? ""), ("account", actor.Person!.IdNumber),
        ("password", MadeUpPerson.Password), ("captcha", HnCeApplication.CaptchaAnswer));
}
