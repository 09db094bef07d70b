using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using HnCe.Domain.Data.Providers;
using Xunit;

namespace HnCe.Graph.Tests.Server;

/// <summary>The graph behind the real host: its cookies, its limits, and documents made to hurt it.</summary>
public sealed class HostTests(Worlds worlds) : IClassFixture<Worlds>
{
    private const string Mutation = "mutation { readInbox { read } }";

    [Fact, Trait("Spec", "SEC-C3")]
    public async Task Post_WithACookieAndWithoutPreflight_IsRefused()
    {
        using var browser = await SignedInAsync();

        var answer = await browser.PostAsJsonAsync("/graphql", new { query = Mutation });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("CROSS_SITE_REQUEST", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        browser.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
        Assert.Contains("\"read\"", await (await browser.PostAsJsonAsync("/graphql", new { query = Mutation })).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, Trait("Spec", "SEC-C3")]
    [InlineData("Origin", "https://evil.example"), InlineData("Sec-Fetch-Site", "cross-site"), InlineData("Origin", "null")]
    public async Task Request_OfAForeignPage_IsRefused(string header, string value)
    {
        using var browser = await SignedInAsync();
        browser.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
        browser.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsJsonAsync("/graphql", new { query = Mutation })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/graphql?query={viewer{name}}")).StatusCode);
    }

    [Theory, Trait("Spec", "SEC-C3")]
    [InlineData("text/plain"), InlineData("application/x-www-form-urlencoded"), InlineData("multipart/form-data; boundary=x")]
    public async Task Post_OfAFormsType_IsRefused(string type)
    {
        using var browser = await SignedInAsync();
        browser.DefaultRequestHeaders.Add("GraphQL-Preflight", "1");
        using var body = new StringContent($"{{\"query\":\"{Mutation}\"}}");
        body.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await browser.PostAsync("/graphql", body)).StatusCode);
    }

    [Fact, Trait("Spec", "GRAPH-4")]
    public async Task Get_WithAMutation_IsNotAllowed()
    {
        using var browser = await SignedInAsync();

        var answer = await browser.GetAsync($"/graphql?query={Uri.EscapeDataString(Mutation)}");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (answer.StatusCode, string.Join(",", answer.Content.Headers.Allow)));
    }

    [Fact, Trait("Spec", "SEC-C1")]
    public async Task Post_OfTwoMegabytes_IsTooLarge()
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        using var browser = world.Application.Browser();

        var answer = await browser.PostAsJsonAsync("/graphql", new { query = "{ viewer { name } } #" + new string('x', 2_000_000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory, Trait("Spec", "SEC-C1"), MemberData(nameof(Attacks))]
    public async Task Document_MadeToHurt_IsRefusedAtOnceAndTheHostLives(string attack)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        using var browser = world.Application.Browser();
        await browser.PostAsJsonAsync("/graphql", new { query = "{ viewer { name } }" });
        var watch = Stopwatch.StartNew();

        var answer = await browser.PostAsJsonAsync("/graphql", new { query = Documents[attack] });
        var took = watch.Elapsed;

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.OK or HttpStatusCode.RequestEntityTooLarge, $"{answer.StatusCode}");
        Assert.DoesNotContain("\"data\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(took < TimeSpan.FromSeconds(1.5), $"refused after {took.TotalMilliseconds} ms");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/graphql?query={viewer{name}}")).StatusCode);
    }

    public static TheoryData<string> Attacks => [.. Documents.Keys];

    private static readonly Dictionary<string, string> Documents = new()
    {
        ["aliases"] = $"{{ {string.Join(" ", Enumerable.Range(0, 1000).Select(i => $"a{i}: viewer {{ name }}"))} }}",
        ["one field"] = $"{{ {string.Join(" ", Enumerable.Repeat("viewer { name }", 5000))} }}",
        ["directives"] = $"{{ viewer {string.Join(" ", Enumerable.Repeat("@include(if: true)", 2000))} {{ name }} }}",
        ["fragments"] = $"{{ viewer {{ ...f0 }} }} {string.Join(" ", Enumerable.Range(0, 31).Select(i => $"fragment f{i} on Viewer {{ ...f{i + 1} ...f{i + 1} }}"))} fragment f31 on Viewer {{ name }}",
        ["cycle"] = "{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }",
        ["depth"] = $"{string.Concat(Enumerable.Repeat("{a", 10_000))}{new string('}', 10_000)}",
        ["list"] = $"{{ nodes(ids: [{string.Join(",", Enumerable.Repeat("\"x\"", 10_000))}]) {{ id }} }}",
        ["chain"] = $"{{ ...f0 }} {string.Join(" ", Enumerable.Range(0, 1500).Select(i => $"fragment f{i} on Query {{ ...f{i + 1} }}"))} fragment f1500 on Query {{ __typename }}",
        ["page"] = "{ professionals(first: 100) { nodes { declarations(first: 50) { professional { declarations(first: 50) { professional { name } } } } } } }",
    };

    private async Task<HttpClient> SignedInAsync()
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        return await world.SignInAsync(world.As(world.School));
    }
}
