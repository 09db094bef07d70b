using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Data.Demo;
using HnCe.Pages.Developers;
using HnCe.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace HnCe.Pages.Tests.Developers;

/// <summary>The playground: closed to visitors, narrow in what it may load, with examples that run.</summary>
[Trait("Spec", "GRAPH-13")]
public sealed class PlaygroundTests : WorldFixture
{
    [Fact]
    public async Task Page_LoadsFromOurHostOnly()
    {
        var page = await VisitAsync(World.As(UserType.SystemAdmin), "/graphql/playground");
        var policy = page.Response.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("script-src 'self';", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("http", policy);
        Assert.All(page.Document.Scripts.Where(script => script.Type != "application/json"), script => Assert.Empty(script.Text));
        foreach (var file in new[] { "styles.css", "polyfills.js", "main.js", "/js/playground.js" })
        {
            Assert.Equal(HttpStatusCode.OK, (await page.GoAsync(new Uri(new Uri("http://localhost/lib/altair/"), file).PathAndQuery)).Status);
        }
    }

    [Fact]
    public async Task OtherPages_KeepTheirPolicy()
    {
        var policy = (await VisitAsync("/")).Response.Headers;

        Assert.Contains("style-src 'self';", policy.GetValues("Content-Security-Policy").Single());
        Assert.Equal("DENY", policy.GetValues("X-Frame-Options").Single(), ignoreCase: true);
    }

    [Theory]
    [InlineData("/graphql/playground")]
    [InlineData("/graphql/docs")]
    public async Task Visitor_OutsideDevelopment_IsAskedToSignIn(string address)
    {
        await using var production = World.Application.WithWebHostBuilder(builder => builder.UseEnvironment("Production")
            .UseSetting("Captcha:DevelopmentAnswer", "").UseSetting("PublicAddress:Url", "https://hnce.example"));

        var answer = await production.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://localhost") }).GetAsync(address);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("back=", answer.Headers.Location!.Query);
    }

    [Fact]
    [Trait("Spec", "SEC-C4")]
    public async Task Introspection_OutsideDevelopment_IsForSignedInAccountsOnly()
    {
        await using var production = World.Application.WithWebHostBuilder(builder => builder.UseEnvironment("Production")
            .UseSetting("Captcha:DevelopmentAnswer", "").UseSetting("PublicAddress:Url", "https://hnce.example"));

        var answer = await production.CreateClient(new() { BaseAddress = new("https://localhost") }).PostAsJsonAsync("/graphql", new { query = "{ __schema { types { name } } }" });
        var mistaken = await production.CreateClient(new() { BaseAddress = new("https://localhost") }).PostAsJsonAsync("/graphql", new { query = "{ viewr { name } }" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("INTROSPECTION_DISABLED", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", await mistaken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Examples_EveryRole_HasItsOwn()
    {
        var common = Examples.For(null).Count();

        Assert.True(common > 0);
        Assert.All(Enum.GetNames<UserType>(), role => Assert.True(Examples.For(role).Count() > common + 2));
        Assert.All(Enum.GetNames<UserType>(), role => Assert.Contains(Examples.For(role), example => example.Document.StartsWith("subscription", StringComparison.Ordinal)));
        Assert.All(Enum.GetNames<UserType>().SelectMany(Examples.For), example => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", example.Title));
    }
}

/// <summary>Every example, asked over HTTP by an account of the demo data.</summary>
[Trait("Spec", "GRAPH-13")]
public sealed class ExampleTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hnce-examples-");
    private WebApplicationFactory<Program> _demo = null!;

    public Task InitializeAsync()
    {
        _demo = new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder.UseEnvironment("Development")
            .UseSetting("Database:ConnectionString", $"Data Source={_folder}/hnce.db").UseSetting("Files:Root", $"{_folder}/files")
            .UseSetting("Mail:Folder", $"{_folder}/mail").UseSetting("Keys:DevelopmentFile", $"{_folder}/keys.json"));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _demo.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Example_OfEveryRole_RunsOnTheDemoData()
    {
        foreach (var account in DemoAccounts.All.DistinctBy(account => account.UserType))
        {
            using var client = await SignInAsync(account);
            foreach (var example in Examples.For($"{account.UserType}"))
            {
                if (example.Document.StartsWith("subscription", StringComparison.Ordinal))
                {
                    await FollowAsync(client, account, example);
                    continue;
                }

                using var answer = await client.PostAsJsonAsync("/graphql", new { query = example.Document });
                var said = await answer.Content.ReadAsStringAsync();

                Assert.True(answer.IsSuccessStatusCode && !JsonDocument.Parse(said).RootElement.TryGetProperty("errors", out _), $"{account.UserType} {example.Title}: {said}");
            }
        }
    }

    // One that is refused says so at once and ends; one that is followed begins with a comment and goes on.
    private static async Task FollowAsync(HttpClient client, DemoAccount account, Example example)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = example.Document }) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal((HttpStatusCode.OK, ":", ""), (answer.StatusCode, await stream.ReadLineAsync(), await stream.ReadLineAsync()));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var ended = await Record.ExceptionAsync(async () => Assert.Fail($"{account.UserType} {example.Title}: {await stream.ReadLineAsync(patience.Token)} {await stream.ReadLineAsync(patience.Token)}"));

        Assert.IsAssignableFrom<OperationCanceledException>(ended);
    }

    private async Task<HttpClient> SignInAsync(DemoAccount account)
    {
        var client = _demo.CreateClient();
        client.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
        var answer = await client.PostAsJsonAsync("/session", new
        {
            userType = JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{account.UserType}"),
            account.OrganizationCode,
            account.IdNumber,
            DemoAccounts.Password,
            captchaAnswer = HnCeApplication.CaptchaAnswer,
        });
        return answer.IsSuccessStatusCode ? client : throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }
}
