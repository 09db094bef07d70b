using System.Net;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Clients;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Pages.Tests.Clients;

/// <summary>An app acts for the person who signed in and consented.</summary>
[Trait("Spec", "GRAPH-6")]
public sealed class CodeFlowTests : WorldFixture
{
    private const string Viewer = "{ viewer { name } }";

    [Fact]
    public async Task App_AfterSignInAndConsent_ReadsAsThePerson()
    {
        var (teacher, app) = (await World.ProfessionalAsync(World.School), await AppAsync(ClientScope.Account));
        var start = await VisitAsync(app.AuthorizeAddress("account offline_access"));
        var signedIn = await EnterAsync(await start.FollowAsync(), teacher);
        var asked = await AppUser.ContinueAsync(await signedIn.FollowAsync());
        var consent = await asked.FollowAsync();
        var redirect = await AppUser.ConsentAsync(asked);
        var tokens = await app.RedeemAsync(AppUser.CodeIn(redirect));
        var (response, text) = await app.AskAsync(tokens.Access, Viewer);

        Assert.StartsWith("http://localhost/?back=", start.Location);
        Assert.StartsWith("/connect/continue?", signedIn.Location);
        Assert.Contains("“学时助手”请求以您的身份使用本系统", consent.Text);
        Assert.Contains("查看和维护本人账户、消息和文件", consent.Text);
        Assert.Contains(teacher.Person!.Name, consent.Text);
        Assert.Equal("af0ifjsldkj", AppUser.QueryOf(redirect)["state"]);
        Assert.Equal("http://localhost:5080/", AppUser.QueryOf(redirect)["iss"]);
        Assert.Equal(600, tokens.Json.GetProperty("expires_in").GetInt32(), tolerance: 2);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(teacher.Person.Name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_OnceGiven_IsRememberedForTheSameScopesOfThatAccount()
    {
        var (clerk, app) = (World.As(World.School), await AppAsync(ClientScope.Account, ClientScope.Records));
        var browser = await World.SignInAsync(clerk);
        await AppUser.ConsentAsync(await Shown.OpenAsync(browser, app.AuthorizeAddress("account")));

        var again = await Shown.OpenAsync(browser, app.AuthorizeAddress("account"));
        var more = await Shown.OpenAsync(browser, app.AuthorizeAddress("account records"));
        var wanted = await Shown.OpenAsync(browser, app.AuthorizeAddress("account", ("prompt", "consent")));
        var other = await Shown.OpenAsync(await World.SignInAsync(World.As(World.Hospital)), app.AuthorizeAddress("account"));

        Assert.NotEmpty(AppUser.CodeIn(again));
        Assert.All([more, wanted, other], shown => Assert.StartsWith("/connect/consent?", shown.Location));
    }

    [Fact]
    public async Task Consent_Refused_TellsTheProgramAndKeepsNothing()
    {
        var app = await AppAsync(ClientScope.Account);
        var asked = await VisitAsync(World.As(World.School), app.AuthorizeAddress("account"));
        var consent = await asked.FollowAsync();

        var refused = await consent.GoAsync(consent.Document.QuerySelector("main .actions a")!.GetAttribute("href")!);

        Assert.Equal("access_denied", AppUser.QueryOf(refused)["error"]);
        Assert.StartsWith("/connect/consent?", (await consent.GoAsync(app.AuthorizeAddress("account"))).Location);
    }

    [Theory]
    [InlineData("/home")]
    [InlineData("https://example.com/connect/authorize?client_id=x")]
    [InlineData("/connect/authorize?client_id=nobody&scope=account")]
    public async Task Consent_WithoutARequestOfAProgram_IsNotThere(string back)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync(World.As(World.School), $"/connect/consent?back={Uri.EscapeDataString(back)}")).Status);
    }

    [Theory]
    [InlineData("/home")]
    [InlineData("//example.com/connect/authorize?")]
    public async Task Continue_LeadsToProgramsOnly(string back)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await VisitAsync($"/connect/continue?back={Uri.EscapeDataString(back)}")).Status);
    }

    [Fact]
    [Trait("Spec", "SEC-B14")]
    public async Task Request_ThatIsNotSafe_IsRefusedBeforeAnybodySignsIn()
    {
        var app = await AppAsync(ClientScope.Account);
        var answers = new List<string?>();
        foreach (var change in new (string, string?)[][]
        {
            [("redirect_uri", "https://evil.example/callback")],
            [("client_id", "ce-0000")],
            [("code_challenge_method", "plain"), ("code_challenge", AppUser.Verifier)],
            [("code_challenge_method", null)],
            [("code_challenge", null), ("code_challenge_method", null)],
            [("response_type", "token")],
            [("scope", "account review")],
            [("prompt", "none")],
        })
        {
            var shown = await VisitAsync(app.AuthorizeAddress("account", change));
            answers.Add(shown is { Status: HttpStatusCode.BadRequest, Location: null } && shown.Text.Contains("应用的请求不正确") ? "told" : AppUser.QueryOf(shown)["error"]);
        }

        Assert.Equal(["told", "told", "told", "told", "told", "told", "told", "login_required"], answers);
    }

    [Fact]
    [Trait("Spec", "SEC-B14")]
    public async Task Code_WithAWrongVerifierOrASecondTime_IsRefused()
    {
        var (clerk, app) = (World.As(World.School), await AppAsync(ClientScope.Account));
        var stolen = await app.RedeemAsync(await app.CodeAsync(clerk, "account"), "another-verifier-0123456789-0123456789-0123456789");
        var late = await app.CodeAsync(clerk, "account");
        World.Clock.Advance(TimeSpan.FromMinutes(3));
        var expired = await app.RedeemAsync(late);
        var code = await app.CodeAsync(clerk, "account");
        var first = await app.RedeemAsync(code);
        var second = await app.RedeemAsync(code);

        Assert.All([stolen, expired, second], answer => Assert.Equal("invalid_grant", answer.Error));
        Assert.False(await app.IsOpenAsync(first.Access));
    }

    [Fact]
    [Trait("Spec", "SEC-B14")]
    public async Task RefreshToken_Rotates_AndAReplayEndsTheChain()
    {
        var app = await AppAsync(ClientScope.Account);
        var other = await app.RedeemAsync(await app.CodeAsync(World.As(World.School), "account offline_access"));
        var first = await app.RedeemAsync(await app.CodeAsync(World.As(World.School), "account offline_access"));
        var second = await app.RefreshAsync(first.Refresh);
        var opened = await app.IsOpenAsync(second.Access);
        var (_, text) = await app.AskAsync(second.Access, Viewer);
        var replayed = await app.RefreshAsync(first.Refresh);

        Assert.True(opened);
        Assert.Contains(World.As(World.School).Person!.Name, text, StringComparison.Ordinal);
        Assert.NotEqual(first.Refresh, second.Refresh);
        Assert.Equal("invalid_grant", replayed.Error);
        Assert.Equal("invalid_grant", (await app.RefreshAsync(second.Refresh)).Error);
        Assert.False(await app.IsOpenAsync(second.Access));
        Assert.True(await app.IsOpenAsync(other.Access));
    }

    [Fact]
    [Trait("Spec", "SEC-B14")]
    public async Task CodeFlow_OnPostgreSql_RotatesAndEndsWithAReplay()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.PostgreSql);
        var app = new AppUser(world, (await world.AppAsync(ClientScope.Account)).ClientId);
        var first = await app.RedeemAsync(await app.CodeAsync(world.As(world.School), "account offline_access"));
        var second = await app.RefreshAsync(first.Refresh);
        var opened = await app.IsOpenAsync(second.Access);
        var replayed = await app.RefreshAsync(first.Refresh);

        Assert.True(opened);
        Assert.Equal("invalid_grant", replayed.Error);
        Assert.Equal("invalid_grant", (await app.RefreshAsync(second.Refresh)).Error);
        Assert.False(await app.IsOpenAsync(second.Access));
    }

    [Fact]
    public async Task AccessToken_After10Minutes_IsInvalid()
    {
        var app = await AppAsync(ClientScope.Account);
        var tokens = await app.RedeemAsync(await app.CodeAsync(World.As(World.School), "account offline_access"));
        World.Clock.Advance(TimeSpan.FromMinutes(9));
        var before = await app.IsOpenAsync(tokens.Access);
        World.Clock.Advance(TimeSpan.FromMinutes(2));
        var (response, text) = await app.AskAsync(tokens.Access, Viewer);

        Assert.True(before);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
        Assert.Contains("UNAUTHENTICATED", text, StringComparison.Ordinal);
        Assert.True(await app.IsOpenAsync((await app.RefreshAsync(tokens.Refresh)).Access));
        World.Clock.Advance(TimeSpan.FromDays(15));
        Assert.Equal("invalid_grant", (await app.RefreshAsync(tokens.Refresh)).Error);
    }

    [Fact]
    public async Task RefreshTokens_HoweverOftenRenewed_EndAfter90Days()
    {
        var app = await AppAsync(ClientScope.Account);
        var tokens = await app.RedeemAsync(await app.CodeAsync(World.As(World.School), "account offline_access"));
        foreach (var _ in Enumerable.Range(1, 9))
        {
            World.Clock.Advance(TimeSpan.FromDays(10));
            tokens = await app.RefreshAsync(tokens.Refresh);
            Assert.Null(tokens.Error);
        }

        World.Clock.Advance(TimeSpan.FromMinutes(1));
        var late = await app.RefreshAsync(tokens.Refresh);

        Assert.Equal("invalid_grant", late.Error);
        Assert.Contains("90 天", late.Json.GetProperty("error_description").GetString(), StringComparison.Ordinal);
        Assert.True(await app.IsOpenAsync(tokens.Access));
    }

    [Theory]
    [InlineData("http", HttpStatusCode.BadRequest)]
    [InlineData("https", HttpStatusCode.OK)]
    [Trait("Spec", "SEC-B14")]
    public async Task Tokens_OutsideDevelopment_AreGivenOverHttpsOnly(string scheme, HttpStatusCode expected)
    {
        var client = await World.IntegratorAsync(World.School, ClientScope.Records);
        await using var production = World.Application.WithWebHostBuilder(builder => builder.UseEnvironment("Production")
            .UseSetting("Captcha:DevelopmentAnswer", "").UseSetting("PublicAddress:Url", "https://hnce.example"));
        using var http = production.CreateClient(new() { BaseAddress = new($"{scheme}://localhost") });

        var answer = await TokenAnswer.OfAsync(await http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = "records",
            ["client_id"] = client.ClientId,
            ["client_secret"] = client.Secret!,
        })));

        Assert.Equal(expected, answer.Status);
        Assert.Equal(scheme == "http" ? "invalid_request" : null, answer.Error);
    }

    [Fact]
    public async Task Token_Revoked_IsInvalid()
    {
        var app = await AppAsync(ClientScope.Account);
        var tokens = await app.RedeemAsync(await app.CodeAsync(World.As(World.School), "account offline_access"));

        var revoked = await app.PostAsync("/connect/revoke", ("token", tokens.Access));

        Assert.Equal(HttpStatusCode.OK, revoked.Status);
        Assert.False(await app.IsOpenAsync(tokens.Access));
    }

    [Theory]
    [InlineData("disabled")]
    [InlineData("password")]
    [InlineData("everywhere")]
    [InlineData("organization")]
    [InlineData("client")]
    [Trait("Spec", "SEC-B9")]
    public async Task Token_OfWhoHasEnded_EndsAtOnce(string what)
    {
        var (clerk, client) = (World.As(World.School), await World.AppAsync(ClientScope.Account));
        var app = new AppUser(World, client.ClientId);
        var tokens = await app.RedeemAsync(await app.CodeAsync(clerk, "account offline_access"));
        var before = await app.IsOpenAsync(tokens.Access);

        Task ended = what switch
        {
            "disabled" => ChangeAsync(clerk, account => account.Disable("离职")),
            "password" => World.GiveInitialPasswordAsync(clerk),
            "everywhere" => clerk.MustAsync("mutation { endSessions { userErrors { code message path } } }"),
            "organization" => World.RetireAsync(World.School),
            _ => World.SystemAdmin.RunAsync<RetireClient, Outcome<long>>(useCase => useCase.RunAsync(client.Id, CancellationToken.None)),
        };
        await ended;

        Assert.True(before);
        Assert.False(await app.IsOpenAsync(tokens.Access));
        Assert.Contains((await app.RefreshAsync(tokens.Refresh)).Error, new[] { "invalid_grant", "unauthorized_client" });
    }

    [Fact]
    public async Task Scope_LacksThePermission_IsForbiddenAndNeverMoreThanTheRole()
    {
        var app = await AppAsync(ClientScope.Account, ClientScope.Records, ClientScope.Review);
        var narrow = await app.RedeemAsync(await app.CodeAsync(World.As(World.School), "account"));
        var wide = await app.RedeemAsync(await app.CodeAsync(World.As(World.School), "account records review"));
        const string Declarations = "{ declarations { totalCount } }";

        Assert.Contains("FORBIDDEN", (await app.AskAsync(narrow.Access, Declarations)).Text, StringComparison.Ordinal);
        Assert.Contains("totalCount", (await app.AskAsync(wide.Access, Declarations)).Text, StringComparison.Ordinal);
        Assert.Contains("FORBIDDEN", (await app.AskAsync(wide.Access, "{ reviewQueue { totalCount } }")).Text, StringComparison.Ordinal);
        Assert.Contains("FORBIDDEN", (await app.AskAsync(wide.Access, "mutation { changePassword(input: { new: \"Neu-2026!x\" }) { userErrors { code } } }")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Header_ThatIsNoTokenOfOurs_NeverFallsBackToTheCookie()
    {
        var browser = await World.SignInAsync(World.As(World.School));
        foreach (var header in new[] { "Bearer nonsense", "Bearer ", "Basic eDp5", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0." })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={viewer{name}}");
            request.Headers.TryAddWithoutValidation("Authorization", header);
            var response = await browser.SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Contains("invalid_token", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task File_WithAToken_IsOpened()
    {
        var (teacher, app) = (await World.ProfessionalAsync(World.School), await AppAsync(ClientScope.Account, ClientScope.Records));
        var tokens = await app.RedeemAsync(await app.CodeAsync(teacher, "account"));
        var narrow = await app.RedeemAsync(await app.CodeAsync(teacher, "records"));

        Assert.Equal(HttpStatusCode.OK, await OpenAsync(teacher.File, tokens.Access));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenAsync(teacher.File, narrow.Access));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(teacher.File, "nonsense"));
    }

    [Fact]
    [Trait("Spec", "SEC-B9")]
    public async Task EndSessions_OnTheProfile_EndsEveryBrowser()
    {
        var clerk = World.As(World.School);
        var (here, there) = (await VisitAsync(clerk, "/profile"), await VisitAsync(clerk, "/home"));

        var left = await here.SubmitAsync("#end-sessions");

        Assert.Equal("/", left.Location);
        Assert.Contains("已退出所有设备", (await left.FollowAsync()).Text);
        Assert.StartsWith("http://localhost/?back=", (await there.GoAsync("/home")).Location);
    }

    private async Task<AppUser> AppAsync(params ClientScope[] scopes) => new(World, (await World.AppAsync(scopes)).ClientId);

    private async Task<HttpStatusCode> OpenAsync(string file, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/files/{file}");
        request.Headers.Authorization = new("Bearer", token);
        return (await World.Application.Browser().SendAsync(request)).StatusCode;
    }

    private Task<int> ChangeAsync(Actor actor, Action<Account> change) => World.Program.WriteAsync(async (work, _) =>
    {
        change(await work.Db.Accounts.SingleAsync(account => account.Id == actor.Caller.AccountId));
        return 1;
    });

    private static Task<Shown> EnterAsync(Shown page, Actor actor) => page.SubmitAsync(".signin button.wide",
        ("userType", actor.Caller.Role.ToString()), ("organizationCode", actor.OrganizationCode ?? ""), ("account", actor.Person!.IdNumber),
        ("password", MadeUpPerson.Password), ("captcha", HnCeApplication.CaptchaAnswer));
}
