using System.Net.Http.Json;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Clients;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace HnCe.Pages.Tests.Browser;

/// <summary>From the menu to the documentation, on to the playground, and there examples are sent: with the cookie, and with a token that is typed in.</summary>
[Collection(nameof(BrowserWalks))]
[Trait("Spec", "GRAPH-13")]
public sealed class PlaygroundWalk(BrowserFixture browser) : IAsyncLifetime
{
    private World _world = null!;

    public async Task InitializeAsync() => _world = await World.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task SystemAdministrator_SendsAnExample()
    {
        var page = await browser.SignInAsync(_world, _world.As(UserType.SystemAdmin));
        var (foreign, failed) = (new List<string>(), new List<string>());
        page.Request += (_, request) => foreign.Add(new Uri(request.Url).Host);
        page.Response += (_, response) => failed.AddRange(response.Status >= 400 ? [response.Url] : []);

        await page.Locator("nav.menu").GetByRole(AriaRole.Link, new() { Name = "接口文档" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "打开演练场" }).ClickAsync();
        await page.GetByText("我是谁", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "发送请求" }).First.ClickAsync();

        await Expect(page.Locator(".query-result__list")).ToContainTextAsync("SYSTEM_ADMIN");
        Assert.Equal([new Uri(page.Url).Host], foreign.Distinct());
        Assert.Empty(failed);
    }

    /// <summary>The hospital has signed in, the token is the school's: what is shown is the school's, by stream as by socket, and the hospital's cookie counts for nothing.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Spec", "GRAPH-7"), Trait("Spec", "GRAPH-9")]
    public async Task Token_TypedIn_AsksAndFollowsInItsOwnName(bool bySocket)
    {
        var teacher = await _world.ProfessionalAsync(_world.School);
        var waiting = World.IdOf(await _world.DeclarationAsync(teacher, DeclarationStatus.ToForward));
        var id = World.IdOf(await _world.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        var page = await browser.SignInAsync(_world, _world.As(_world.Hospital));
        var address = new Uri(new Uri(page.Url), "/");
        var token = await TokenAsync(address, await _world.IntegratorAsync(_world.School, ClientScope.Records));
        using var bureau = (await HttpSession.StartAsync(address, _world.As(_world.Zhengzhou))).Client;
        var sent = new TaskCompletionSource();
        page.Response += (_, response) => Note(sent, response.Headers.GetValueOrDefault("content-type")?.StartsWith("text/event-stream", StringComparison.Ordinal) == true);
        page.WebSocket += (_, opened) => opened.FrameSent += (_, frame) => Note(sent, frame.Text?.Contains("\"subscribe\"", StringComparison.Ordinal) == true);

        await page.GotoAsync("/graphql/playground");
        await OpenAsync(page, "待上报的申报");
        await AuthorizeAsync(page, token);
        await SendAsync(page);
        await Expect(page.Locator(".query-result__list")).ToContainTextAsync(waiting);

        await OpenAsync(page, "订阅：申报的每一步");
        await (bySocket ? ChooseSocketAsync(page, token) : AuthorizeAsync(page, token));
        await SendAsync(page);
        await sent.Task.WaitAsync(TimeSpan.FromSeconds(30));

        // A socket says nothing once it follows; the feed is joined within a moment of the message.
        await Task.Delay(TimeSpan.FromSeconds(bySocket ? 1 : 0));
        await PassAsync(bureau, id);

        await Expect(page.Locator(".query-result__list")).ToContainTextAsync(id);
    }

    [Fact]
    public async Task Help_LeadsToTheDocumentationAndTheSchema()
    {
        var page = await browser.OpenAsync(_world);
        await page.GotoAsync("/graphql/playground");
        await Expect(page.GetByText("我是谁", new() { Exact = true })).ToBeVisibleAsync();

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载 schema.graphql" }).ClickAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "怎样取得令牌" }).ClickAsync();

        Assert.Equal("schema.graphql", file.SuggestedFilename);
        await Expect(page.Locator("#calls")).ToBeVisibleAsync();
        await Expect(page.Locator(".doc-notes")).ToContainTextAsync("Authorization: Bearer");
    }

    private static void Note(TaskCompletionSource sent, bool isIt)
    {
        if (isIt)
        {
            sent.TrySetResult();
        }
    }

    private static Task OpenAsync(IPage page, string example) => page.GetByText(example, new() { Exact = true }).ClickAsync();

    private static Task SendAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "发送请求" }).First.ClickAsync();

    private static async Task AuthorizeAsync(IPage page, string token)
    {
        var window = page.Locator("app-window").Filter(new() { Visible = true });
        await window.GetByText("Auth", new() { Exact = true }).ClickAsync();
        await window.Locator("nz-select").First.ClickAsync();
        await page.Locator(".ant-select-item").Filter(new() { HasText = "Bearer 令牌" }).ClickAsync();
        await window.Locator("app-authorization-bearer .cm-content, app-authorization-editor .cm-content").First.FillAsync(token);
    }

    private static async Task ChooseSocketAsync(IPage page, string token)
    {
        await page.GetByLabel("请求处理").Filter(new() { Visible = true }).ClickAsync();
        var dialog = page.Locator("nz-modal-container");
        await dialog.Locator("nz-select").Last.ClickAsync();
        await page.Locator(".ant-select-item").Filter(new() { HasText = "graphql-ws" }).ClickAsync();
        await dialog.Locator(".cm-content").Last.FillAsync(JsonSerializer.Serialize(new { Authorization = $"Bearer {token}" }));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
    }

    private static async Task<string> TokenAsync(Uri address, ClientSecret client)
    {
        using var http = new HttpClient { BaseAddress = address };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client.ClientId,
            ["client_secret"] = client.Secret!,
            ["scope"] = "records",
        });
        var answer = await (await http.PostAsync("/connect/token", form)).Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("access_token").GetString()!;
    }

    private static async Task PassAsync(HttpClient bureau, string id)
    {
        const string Pass = "mutation ($ids: [ID!]!) { reviewDeclarations(input: { ids: $ids, decision: PASS }) { succeeded } }";
        using var answer = await bureau.PostAsJsonAsync("/graphql", new { query = Pass, variables = new { ids = new[] { id } } });
        Assert.Contains("\"succeeded\":1", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
