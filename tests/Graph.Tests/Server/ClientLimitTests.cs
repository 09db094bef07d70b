using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server.Sample;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HnCe.Graph.Tests.Server;

/// <summary>What a client may send: trusted documents, batches, and how much in a minute.</summary>
public sealed class ClientLimitTests : IDisposable
{
    private const string Document = "query ($t: String) { echo(text: $t) }";

    private readonly string file = Path.GetTempFileName();

    private static string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Document)));

    [Theory, Trait("Spec", "GRAPH-10")]
    [InlineData("map", false), InlineData("map", true), InlineData("relay", true), InlineData("apollo", true)]
    public async Task TrustedDocument_ById_IsRun(string format, bool only)
    {
        await using var app = await StartAsync(options => options.OnlyTrustedDocuments = only, format);
        using var client = app.GetTestClient();

        object[] requests =
        [
            new { documentId = "sha256:" + Hash, variables = new { t = "证书" } },
            new { extensions = new { persistedQuery = new { version = 1, sha256Hash = Hash } }, variables = new { t = "证书" } },
            new { query = Document, variables = new { t = "证书" } },
        ];
        foreach (var request in requests)
        {
            Assert.Contains("证书", await (await client.PostAsJsonAsync("/graphql", request)).Content.ReadAsStringAsync());
        }

        Assert.Contains("证书", await client.GetStringAsync($"/graphql?documentId=sha256:{Hash}&variables={{\"t\":\"证书\"}}"));
    }

    [Theory, Trait("Spec", "GRAPH-10")]
    [InlineData("""{"documentId":"sha256:00"}""", ErrorCodes.DocumentNotFound)]
    [InlineData("""{"extensions":{"persistedQuery":{"sha256Hash":"00"}}}""", ErrorCodes.DocumentNotFound)]
    [InlineData("""{"query":"{ echo }"}""", ErrorCodes.DocumentNotTrusted)]
    [InlineData("""{"query":"{ echo }","documentId":"sha256:00"}""", ErrorCodes.DocumentNotTrusted)]
    [InlineData("""{"query":"{ __schema { queryType { name } } }"}""", ErrorCodes.DocumentNotTrusted)]
    public async Task UnknownDocument_WhereOnlyTrustedOnesAre_IsRefused(string body, string code)
    {
        await using var app = await StartAsync(options => options.OnlyTrustedDocuments = true);
        using var client = app.GetTestClient();

        foreach (var accept in new[] { "application/json", "application/graphql-response+json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json"), Headers = { { "Accept", accept } } };
            var reply = await client.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
            Assert.Contains(code, await reply.Content.ReadAsStringAsync());
        }

        using var socket = await (await TestSocket.OpenAsync(app.GetTestServer())).InitAsync();
        await socket.SendAsync($$"""{"type":"subscribe","id":"1","payload":{{body}}}""");
        Assert.Matches($"^\\{{\"type\":\"error\".*{code}", await socket.ReceiveAsync());
    }

    [Fact, Trait("Spec", "GRAPH-10")]
    public async Task OwnDocument_WhereOnlyTrustedOnesAre_IsRun()
    {
        await using var graph = new SampleGraph(options => options.OnlyTrustedDocuments = true);

        Assert.Equal([ErrorCodes.DocumentNotTrusted], (await graph.RunAsync("{ echo }")).ErrorCodes);
        Assert.Empty((await graph.Server.RunAsync(GraphRequest.Trusted("{ echo }"), SampleGraph.Employer, default)).ErrorCodes);
    }

    [Fact, Trait("Spec", "GRAPH-10")]
    public async Task Program_RegisteredForTrustedDocumentsOnly_RunsThoseAlone()
    {
        WriteManifest("map");
        await using var graph = new SampleGraph(options => options.TrustedDocuments = file);
        var restricted = SampleGraph.Employer with { OnlyTrustedDocuments = true };

        Assert.Equal([ErrorCodes.DocumentNotTrusted], (await graph.RunAsync("{ echo }", restricted)).ErrorCodes);
        Assert.Empty((await graph.RunAsync(Document, restricted)).ErrorCodes);
        Assert.Empty((await graph.Server.RunAsync(new(null) { DocumentId = Hash }, restricted, default)).ErrorCodes);
        Assert.Empty((await graph.RunAsync("{ echo }", SampleGraph.Employer)).ErrorCodes);
    }

    [Fact, Trait("Spec", "GRAPH-10")]
    public void Manifest_WithAWrongHash_KeepsTheHostFromStarting()
    {
        File.WriteAllText(file, """{"sha256:00":"{ echo }"}""");

        Assert.Contains("sha256:00", Assert.Throws<InvalidOperationException>(() => new TrustedDocuments(new GraphOptions { TrustedDocuments = file })).Message);
    }

    [Fact, Trait("Spec", "GRAPH-11"), Trait("Spec", "SEC-C1")]
    public async Task Cost_BeyondTheBudgetOfAMinute_Is429AndPagesGoOn()
    {
        var clock = new FakeTimeProvider();
        await using var app = await SampleHost.StartAsync(configure: options => options.CostPerMinute = 15, clock: clock);
        using var client = app.GetTestClient();
        const string dear = "/graphql?query={papers(first:100){nodes{title}}}";

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(dear)).StatusCode);
        var refused = await client.GetAsync(dear);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("60", refused.Headers.RetryAfter!.ToString());
        Assert.Contains(ErrorCodes.RateLimited, await refused.Content.ReadAsStringAsync());
        var server = (GraphServer)app.Services.GetService(typeof(GraphServer))!;
        Assert.Empty((await server.RunAsync(GraphRequest.Trusted("{ papers(first: 100) { nodes { title } } }"), SampleGraph.Employer, default)).ErrorCodes);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(dear)).StatusCode);
        client.DefaultRequestHeaders.Add("X-Role", "visitor");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/graphql?query={echo}")).StatusCode);
    }

    [Fact, Trait("Spec", "GRAPH-11")]
    public async Task Budget_OfAProgram_IsItsOwnWhateverItsAddress()
    {
        await using var graph = new SampleGraph(options => options.CostPerMinute = 1);
        Caller Program(int id, string address) => new() { ClientId = id, Role = UserType.Employer, OrganizationId = 1, Address = address };

        Assert.Empty((await graph.RunAsync("{ echo }", Program(1, "192.0.2.1"))).ErrorCodes);
        Assert.Empty((await graph.RunAsync("{ echo }", Program(2, "192.0.2.1"))).ErrorCodes);
        Assert.Equal([ErrorCodes.RateLimited], (await graph.RunAsync("{ echo }", Program(1, "192.0.2.2"))).ErrorCodes);
    }

    [Theory, Trait("Spec", "GRAPH-4")]
    [InlineData(0, 1, 400, ErrorCodes.BadRequest)]
    [InlineData(2, 2, 200, "[{\"data\"")]
    [InlineData(2, 3, 400, ErrorCodes.BatchTooLarge)]
    [InlineData(2, 0, 400, ErrorCodes.BadRequest)]
    public async Task Batch_UpToTheLimit_IsAnswered(int limit, int count, int status, string answer)
    {
        await using var app = await StartAsync(options => options.BatchSize = limit);

        var reply = await app.GetTestClient().PostAsJsonAsync("/graphql", Enumerable.Repeat(new { query = "{ echo(text: \"好\") }" }, count));

        var text = await reply.Content.ReadAsStringAsync();
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Contains(answer, text);
        Assert.Equal(status == 200 ? count : 0, text.Split('好').Length - 1);
    }

    [Fact, Trait("Spec", "SEC-C4")]
    public async Task Introspection_OfAVisitorOnASocket_IsRefused()
    {
        await using var app = await SampleHost.StartAsync();
        using var socket = await (await TestSocket.OpenAsync(app.GetTestServer(), ("X-Role", "visitor"))).InitAsync();

        await socket.SubscribeAsync("1", "{ __schema { queryType { name } } }");

        Assert.Contains("INTROSPECTION_DISABLED", await socket.ReceiveAsync());
    }

    public void Dispose() => File.Delete(file);

    private Task<Microsoft.AspNetCore.Builder.WebApplication> StartAsync(Action<GraphOptions> configure, string format = "map")
    {
        WriteManifest(format);
        return SampleHost.StartAsync(configure: options =>
        {
            options.TrustedDocuments = file;
            configure(options);
        });
    }

    private void WriteManifest(string format) => File.WriteAllText(file, format switch
    {
        "map" => JsonSerializer.Serialize(new Dictionary<string, string> { ["sha256:" + Hash] = Document }),
        "relay" => JsonSerializer.Serialize(new Dictionary<string, string> { [Hash] = Document }),
        _ => JsonSerializer.Serialize(new { format = "apollo-persisted-query-manifest", version = 1, operations = new[] { new { id = Hash, name = "Echo", type = "query", body = Document } } }),
    });
}
