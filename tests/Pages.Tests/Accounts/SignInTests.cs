using System.Net;
using HnCe.Domain.Access;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

[Trait("Spec", "LOG-01")]
public sealed class SignInTests : WorldFixture
{
    public static TheoryData<UserType> Roles => [.. Enum.GetValues<UserType>()];

    [Theory]
    [MemberData(nameof(Roles))]
    [Trait("Spec", "IND-12")]
    [Trait("Spec", "EMP-06")]
    [Trait("Spec", "INS-05")]
    [Trait("Spec", "BUR-04")]
    [Trait("Spec", "DEP-03")]
    [Trait("Spec", "PRO-01")]
    [Trait("Spec", "SYS-01")]
    public async Task SignIn_RightAnswersOfEachRole_LeadsToItsHome(UserType role)
    {
        var actor = await SomebodyAsync(role);

        var entered = await EnterAsync(await VisitAsync("/"), actor);
        var home = await entered.FollowAsync();

        Assert.Equal("/home", entered.Location);
        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Contains(actor.Person!.Name, home.Document.QuerySelector("header")!.TextContent);
        Assert.Equal("/home", (await home.GoAsync("/")).Location);
    }

    [Fact]
    [Trait("Spec", "LOG-02")]
    public async Task SignIn_WrongPassword_SaysSoAndKeepsTheOtherAnswers()
    {
        var actor = World.As(World.School);

        var refused = await EnterAsync(await VisitAsync("/"), actor, ("password", "Wrong-2026x"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["账户或密码错误"], refused.Errors);
        Assert.Contains("请重新录入您的账户、密码，点击“登录”即可", refused.Text);
        Assert.Equal(actor.Person!.IdNumber, refused.ValueOf("account"));
        Assert.Equal(actor.OrganizationCode, refused.ValueOf("organizationCode"));
        Assert.Equal("Employer", refused.ValueOf("userType"));
        Assert.Equal("", refused.ValueOf("password"));
        Assert.Equal("", refused.ValueOf("captcha"));
    }

    [Fact]
    [Trait("Spec", "LOG-03")]
    public async Task SignIn_WrongCaptcha_SaysSoAtItsField()
    {
        var refused = await EnterAsync(await VisitAsync("/"), World.As(World.School), ("captcha", "0000"));

        Assert.Equal(["验证码错误"], refused.Errors);
        Assert.Equal("true", refused.Document.QuerySelector("[name=captcha]")!.GetAttribute("aria-invalid"));
        Assert.Contains("如果验证码看不清，可以点击右侧图片中的验证码，验证码会自动更换", refused.Text);
    }

    [Fact]
    [Trait("Spec", "LOG-05")]
    public async Task SignIn_WrongOrganizationCode_SoundsLikeAWrongPassword()
    {
        var refused = await EnterAsync(await VisitAsync("/"), World.As(World.School), ("organizationCode", World.As(World.Hospital).OrganizationCode!));

        Assert.Equal(["账户或密码错误"], refused.Errors);
    }

    [Fact]
    [Trait("Spec", "LOG-04")]
    public async Task SignIn_BeforeTheEmployerDecided_SaysWhomToAsk()
    {
        var person = World.Stranger();
        await World.RegistrationAsync(World.School, person);

        var refused = await EnterAsync(await VisitAsync("/"), ("userType", "Individual"), ("account", person.IdNumber), ("password", MadeUpPerson.Password));

        Assert.Equal(["此帐号还未被审核"], refused.Errors);
        Assert.Contains("请耐心等待所属单位管理员的审核，或者主动联系所属单位管理员催其审核", refused.Text);
    }

    [Fact]
    [Trait("Spec", "LOG-07")]
    public async Task SignIn_SixthTry_IsLockedOut()
    {
        var page = await VisitAsync("/");
        for (var i = 0; i < 5; i++)
        {
            page = await EnterAsync(page, World.As(World.School), ("password", "Wrong-2026x"));
        }

        page = await EnterAsync(page, World.As(World.School));

        Assert.Equal(["密码错误次数过多，请 15 分钟后再试"], page.Errors);
    }

    [Theory]
    [InlineData("/accounts/review", "/accounts/review")]
    [InlineData("https://example.com/", "/home")]
    [InlineData("//example.com/", "/home")]
    public async Task SignIn_WithAWayBack_StaysOnThisSite(string back, string led)
    {
        var entered = await EnterAsync(await VisitAsync($"/?back={Uri.EscapeDataString(back)}"), World.As(World.School));

        Assert.Equal(led, entered.Location);
    }

    [Fact]
    public async Task NewCaptcha_PressedWithoutScript_KeepsTheAnswers()
    {
        var again = await (await VisitAsync("/")).SubmitAsync("button[name=new-captcha]", ("account", "41010"));

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal("41010", again.ValueOf("account"));
        Assert.Empty(again.Errors);
    }

    [Fact]
    public async Task SignOut_ByPost_EndsTheSession()
    {
        var home = await VisitAsync(World.As(World.School), "/home");

        var left = await home.SubmitAsync("form[action='/accounts/signout'] button");

        Assert.Equal("/", left.Location);
        Assert.Contains("您已退出登录", (await left.FollowAsync()).Text);
        Assert.StartsWith("http://localhost/?back=", (await left.GoAsync("/home")).Location);
    }

    private static Task<Shown> EnterAsync(Shown page, Actor actor, params (string Name, string? Value)[] other) => EnterAsync(page,
    [
        .. new (string, string?)[]
        {
            ("userType", actor.Caller.Role.ToString()), ("organizationCode", actor.OrganizationCode ?? ""), ("account", actor.Person!.IdNumber),
            ("password", MadeUpPerson.Password), ("captcha", HnCeApplication.CaptchaAnswer),
        }.ExceptBy(other.Select(one => one.Name), one => one.Item1),
        .. other,
    ]);

    private static Task<Shown> EnterAsync(Shown page, params (string Name, string? Value)[] fields) =>
        page.SubmitAsync(".signin button.wide", [.. fields.Any(one => one.Name == "captcha") ? fields : [.. fields, ("captcha", HnCeApplication.CaptchaAnswer)]]);
}
