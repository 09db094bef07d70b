using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Accounts;

[Trait("Spec", "IND-16")]
[Trait("Spec", "S-IND-03")]
public sealed class PasswordTests : WorldFixture
{
    private const string Fresh = "Luo-Yang2026";

    public static TheoryData<UserType> Roles => [.. Enum.GetValues<UserType>()];

    [Theory]
    [MemberData(nameof(Roles))]
    [Trait("Spec", "EMP-10")]
    [Trait("Spec", "INS-06")]
    [Trait("Spec", "S-ACC-01/02")]
    public async Task Password_Changed_GoesOnHereAndEndsElsewhere(UserType role)
    {
        var actor = await SomebodyAsync(role);
        var elsewhere = await World.SignInAsync(actor);

        var saved = await (await VisitAsync(actor, "/password")).SubmitAsync("main .actions button", ("current", MadeUpPerson.Password), ("new", Fresh), ("newAgain", Fresh));
        var told = await saved.FollowAsync();

        Assert.Equal("/password", saved.Location);
        Assert.Contains("密码已修改，其他地方的登录已全部退出", told.Text);
        Assert.Equal(HttpStatusCode.OK, (await told.GoAsync("/home")).Status);
        Assert.StartsWith("http://localhost/?back=", (await Shown.OpenAsync(elsewhere, "/home")).Location);
    }

    [Fact]
    [Trait("Spec", "MSG-13")]
    public async Task Password_WrongOldOne_SaysSoAtItsFieldAndKeepsNoPassword()
    {
        var refused = await (await VisitAsync(World.As(World.School), "/password")).SubmitAsync("main .actions button", ("current", "Wrong-2026x"), ("new", Fresh), ("newAgain", Fresh));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(["原始密码错误"], refused.Errors);
        Assert.Equal("true", refused.Document.QuerySelector("[name=current]")!.GetAttribute("aria-invalid"));
        Assert.DoesNotContain(Fresh, refused.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "ACC-02")]
    public async Task Password_TypedTwiceDifferently_IsRefused()
    {
        var refused = await (await VisitAsync(World.As(World.School), "/password")).SubmitAsync("main .actions button", ("current", MadeUpPerson.Password), ("new", Fresh), ("newAgain", "Kai-Feng2026"));

        Assert.Equal(["两次录入的密码不一致"], refused.Errors);
    }

    [Fact]
    public async Task Password_ForAVisitor_AsksToSignIn() => Assert.StartsWith("http://localhost/?back=", (await VisitAsync("/password")).Location);

    [Theory]
    [MemberData(nameof(Roles))]
    [Trait("Spec", "ACC-01")]
    [Trait("Spec", "ACC-02")]
    [Trait("Spec", "SEC-B6")]
    public async Task InitialPassword_LeadsFromEveryPageToItsChange(UserType role)
    {
        var actor = await SomebodyAsync(role);
        await World.GiveInitialPasswordAsync(actor);

        var entered = await EnterAsync(actor, InitialPassword.Value);
        var home = await entered.FollowAsync();
        foreach (var address in new[] { "/", "/home", "/profile", "/inbox", "/register", "/verify", "/forgot" })
        {
            Assert.Equal("/password", (await home.GoAsync(address)).Location);
        }

        var page = await home.FollowAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("您用初始密码登录，请先设置自己的密码", page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("nav.menu, [name=current]"));

        var saved = await page.SubmitAsync("main .actions button", ("new", Fresh), ("newAgain", Fresh));
        Assert.Equal("/home", saved.Location);
        Assert.Equal(HttpStatusCode.OK, (await saved.FollowAsync()).Status);
    }

    [Fact]
    [Trait("Spec", "ACC-02")]
    [Trait("Spec", "SEC-B6")]
    public async Task InitialPassword_OpensNoFileNoCertificateAndNoGraph()
    {
        var actor = World.As(World.School);
        await World.GiveInitialPasswordAsync(actor);
        var browser = World.Application.Browser();
        var credentials = actor.Credentials with { Password = InitialPassword.Value };
        var started = await SessionAsync(browser, credentials);

        Assert.Equal(HttpStatusCode.NoContent, started.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/files/{actor.File}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/certificates/HN1.pdf")).StatusCode);
        using var upload = new HttpRequestMessage(HttpMethod.Post, "/files") { Content = new MultipartFormDataContent { { new ByteArrayContent(Proof.Png), "file", "a.png" } } };
        upload.Headers.Add("GraphQL-Preflight", "1");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(upload)).StatusCode);
        Assert.Contains("FORBIDDEN", await browser.GetStringAsync("/graphql?query={registrations{totalCount}}"), StringComparison.Ordinal);
        Assert.Contains("\"mustChangePassword\":true", await browser.GetStringAsync("/graphql?query={viewer{mustChangePassword}}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SessionAsync(World.Application.Browser(), credentials)).StatusCode);
    }

    [Fact]
    [Trait("Spec", "ACC-02")]
    public async Task InitialPassword_Expired_SaysWhatToDo()
    {
        var actor = World.As(World.School);
        await World.GiveInitialPasswordAsync(actor);
        World.Clock.Advance(InitialPassword.Lifetime);

        var refused = await EnterAsync(actor, InitialPassword.Value);

        Assert.Equal(["初始密码已过期，请联系管理员重新初始化密码"], refused.Errors);
        Assert.Contains("72 小时内有效", refused.Text);
    }

    [Fact]
    [Trait("Spec", "ACC-02")]
    public async Task InitialPassword_SignedOut_IsUsedUp()
    {
        var actor = World.As(World.School);
        await World.GiveInitialPasswordAsync(actor);
        var page = await (await (await EnterAsync(actor, InitialPassword.Value)).FollowAsync()).FollowAsync();

        Assert.Equal("/", (await page.SubmitAsync("form[action='/accounts/signout'] button")).Location);
        Assert.Equal(["账户或密码错误"], (await EnterAsync(actor, InitialPassword.Value)).Errors);
    }

    [Fact]
    [Trait("Spec", "SEC-B10")]
    [Trait("Spec", "ACC-06")]
    public async Task Session_EndsAfter30IdleMinutesAndAfter12Hours()
    {
        var idle = await VisitAsync(World.As(World.School), "/home");
        var busy = await VisitAsync(World.As(World.Hospital), "/home");
        for (var minutes = 0; minutes < 12 * 60; minutes += 20)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.GoAsync("/home")).Status);
            World.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await busy.GoAsync("/home")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await idle.GoAsync("/home")).Status);
    }

    [Fact]
    [Trait("Spec", "SEC-B10")]
    public async Task Session_Idle_EndsAfter30Minutes()
    {
        var page = await VisitAsync(World.As(World.School), "/home");
        World.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HttpStatusCode.OK, (await page.GoAsync("/home")).Status);

        World.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.Redirect, (await page.GoAsync("/home")).Status);
    }

    [Fact]
    [Trait("Spec", "SEC-B2")]
    [Trait("Spec", "LOG-07")]
    public async Task Address_ThatClaimsToBeAnother_IsLockedAllTheSame()
    {
        for (var i = 0; i < 30; i++)
        {
            var browser = World.Application.Browser();
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            Assert.Contains("WRONG_CREDENTIALS", await TextAsync(browser, World.As(World.School).Credentials with { IdNumber = World.Stranger().IdNumber }), StringComparison.Ordinal);
        }

        var last = World.Application.Browser();
        last.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.99");

        Assert.Contains("LOCKED_OUT", await TextAsync(last, World.As(World.Hospital).Credentials), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Spec", "SEC-B8")]
    [Trait("Spec", "SEC-B11")]
    public async Task Session_OfEachSignIn_HasATicketOfItsOwn()
    {
        var browser = World.Application.Browser();
        var tickets = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var cookies = (await SessionAsync(browser, World.As(World.School).Credentials)).Headers.GetValues("Set-Cookie");
            tickets.Add(Assert.Single(cookies, cookie => cookie.StartsWith("HnCe.Session=", StringComparison.Ordinal)));
        }

        Assert.Equal(2, tickets.Distinct().Count());
        Assert.All(tickets, ticket => Assert.Contains("httponly", ticket, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> TextAsync(HttpClient browser, Credentials credentials) => await (await SessionAsync(browser, credentials)).Content.ReadAsStringAsync();

    internal static async Task<HttpResponseMessage> SessionAsync(HttpClient browser, Credentials credentials)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/session")
        {
            Content = JsonContent.Create(new
            {
                userType = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(credentials.UserType.ToString()), credentials.OrganizationCode, credentials.IdNumber,
                credentials.Password, credentials.CaptchaAnswer, credentials.SecondFactor,
            }),
        };
        request.Headers.Add("GraphQL-Preflight", "1");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await browser.SendAsync(request);
    }

    private async Task<Shown> EnterAsync(Actor actor, string password) => await (await VisitAsync("/")).SubmitAsync(".signin button.wide",
        ("userType", actor.Caller.Role.ToString()), ("organizationCode", actor.OrganizationCode ?? ""), ("account", actor.Person!.IdNumber),
        ("password", password), ("captcha", HnCeApplication.CaptchaAnswer));
}
