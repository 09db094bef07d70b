using System.Net;
using System.Net.Http.Headers;
using System.Text;
using HnCe.Graph.Tests.Server.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class TransportTests : IAsyncLifetime
{
    private const string New = "application/graphql-response+json";
    private const string Old = "application/json";

    private WebApplication app = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        app = await SampleHost.StartAsync();
        client = app.GetTestClient();
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Theory, Trait("Spec", "GRAPH-4")]
    [InlineData(null, New)]
    [InlineData("*/*", New)]
    [InlineData("application/json", Old)]
    [InlineData("application/json;q=0.5, application/graphql-response+json", New)]
    [InlineData("text/html, application/json;q=0.9", Old)]
    public async Task Answer_ByAccept_HasThatType(string? accept, string type)
    {
        var reply = await PostAsync("""{"query":"{ echo(text: \"证书\") }"}""", accept);

        Assert.Equal((HttpStatusCode.OK, type, "utf-8"), (reply.StatusCode, reply.Content.Headers.ContentType!.MediaType, reply.Content.Headers.ContentType.CharSet));
        Assert.Contains("\"echo\":\"证书\"", await reply.Content.ReadAsStringAsync());
    }

    [Theory, Trait("Spec", "GRAPH-4")]
    [InlineData("""{"query":"{"}""", New, 400)]
    [InlineData("""{"query":"{"}""", Old, 200)]
    [InlineData("""{"query":"{ nothing }"}""", New, 400)]
    [InlineData("""{"query":"{ nothing }"}""", Old, 200)]
    [InlineData("""{"query":"{ break }"}""", New, 200)]
    [InlineData("""{"query":"query A { meet } query B { meet }"}""", New, 400)]
    [InlineData("""{"query":"query($t: Int!) { echo }","variables":{"t":"x"}}""", New, 400)]
    [InlineData("""{}""", Old, 400)]
    [InlineData("""{"query":1}""", Old, 400)]
    [InlineData("""{"query":"{ __typename }","variables":[]}""", Old, 400)]
    [InlineData("""{"query":"{ __typename }","operationName":{}}""", Old, 400)]
    [InlineData("""{"query":"{ __typename }","extensions":0}""", Old, 400)]
    [InlineData("""{"query":"{ __typename }","variables":null,"operationName":null,"extensions":null}""", New, 200)]
    [InlineData("""[{"query":"{ __typename }"}]""", New, 400)]
    [InlineData("""{"query":"\ud800"}""", New, 400)]
    [InlineData("""{"query":"query($t: String) { echo(text: $t) }","variables":{"t":"\ud800"}}""", New, 400)]
    [InlineData("not json", New, 400)]
    public async Task Post_Status_FollowsTheSpecification(string body, string accept, int status)
    {
        var reply = await PostAsync(body, accept);

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal(status != 200 || body.Contains("nothing") || body.Contains("break") || body.EndsWith("{\"}"), (await reply.Content.ReadAsStringAsync()).Contains("errors"));
    }

    [Fact, Trait("Spec", "SEC-C3")]
    public async Task Get_Mutation_IsRefusedAndAllowsPost()
    {
        var query = await client.GetAsync("/graphql?query={meet:__typename}");
        var mutation = await client.GetAsync("/graphql?query=mutation{sendPapers(input:{papers:[]}){succeeded}}");
        var delete = await client.DeleteAsync("/graphql");

        Assert.Equal(HttpStatusCode.OK, query.StatusCode);
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (mutation.StatusCode, string.Join(", ", mutation.Content.Headers.Allow)));
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, POST"), (delete.StatusCode, string.Join(", ", delete.Content.Headers.Allow)));
    }

    [Theory, Trait("Spec", "SEC-C3")]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/json; charset=\"utf-8\"", 200)]
    public async Task Post_ContentType_IsJsonOnly(string type, int status)
    {
        var content = new StringContent("""{"query":"{ __typename }"}""");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        Assert.Equal(status, (int)(await client.PostAsync("/graphql", content)).StatusCode);
    }

    [Fact, Trait("Spec", "GRAPH-4")]
    public async Task Accept_NeitherType_IsNotAcceptable() =>
        Assert.Equal(HttpStatusCode.NotAcceptable, (await PostAsync("""{"query":"{ __typename }"}""", "text/html")).StatusCode);

    [Fact, Trait("Spec", "SEC-C1")]
    public async Task Post_TwoMegabytes_IsTooLarge() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync($$"""{"query":"{{new string(' ', 2_000_000)}}"}""", New)).StatusCode);

    [Theory, Trait("Spec", "SEC-C3")]
    [InlineData("POST", "Cookie: a=b", 403)]
    [InlineData("POST", "Cookie: a=b|GraphQL-Preflight: 1", 200)]
    [InlineData("POST", "Cookie: a=b|GraphQL-Preflight: 1|Origin: https://evil.example", 403)]
    [InlineData("POST", "Cookie: a=b|GraphQL-Preflight: 1|Origin: http://localhost", 200)]
    [InlineData("POST", "Cookie: a=b|Authorization: Bearer x", 200)]
    [InlineData("GET", "Cookie: a=b", 200)]
    [InlineData("GET", "Sec-Fetch-Site: cross-site", 403)]
    [InlineData("GET", "Cookie: a=b|Origin: null", 403)]
    public async Task CookieCaller_FromElsewhere_IsRefused(string method, string headers, int status)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), method == "GET" ? "/graphql?query={__typename}" : "/graphql");
        request.Content = method == "GET" ? null : new StringContent("""{"query":"{ __typename }"}""", Encoding.UTF8, "application/json");
        foreach (var header in headers.Split('|'))
        {
            request.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);
        }

        Assert.Equal(status, (int)(await client.SendAsync(request)).StatusCode);
    }

    [Theory, Trait("Spec", "SEC-C4")]
    [InlineData("visitor", 403)]
    [InlineData("Employer", 200)]
    public async Task SchemaText_IsOpenLikeIntrospection(string role, int status)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");
        request.Headers.Add("X-Role", role);

        var reply = await client.SendAsync(request);

        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal(status == 200, (await reply.Content.ReadAsStringAsync()).Contains("type Query"));
    }

    private async Task<HttpResponseMessage> PostAsync(string body, string? accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        return await client.SendAsync(request);
    }
}
