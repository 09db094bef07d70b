using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
using HnCe.Graph.Tests.Server.Sample;
using HnCe.Testing;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace HnCe.Graph.Tests.Server;

/// <summary>Sockets and event streams: the protocols, what they refuse, and when they end.</summary>
public sealed class SocketTests
{
    [Theory, Trait("Spec", "GRAPH-9")]
    [InlineData("4400", "not json")]
    [InlineData("4400", """{"type":"nonsense"}""")]
    [InlineData("4400", """{"type":"connection_init"}""", """{"type":"subscribe","id":"1"}""")]
    [InlineData("4400", """{"type":"connection_init"}""", """{"type":"subscribe","payload":{"query":"{ echo }"}}""")]
    [InlineData("4401", """{"type":"subscribe","id":"1","payload":{"query":"{ echo }"}}""")]
    [InlineData("4401", """{"type":"connection_init","payload":{"Authorization":"Bearer nobody"}}""")]
    [InlineData("4409", """{"type":"connection_init"}""", """{"type":"subscribe","id":"1","payload":{"query":"{ slow }"}}""", """{"type":"subscribe","id":"1","payload":{"query":"{ echo }"}}""")]
    [InlineData("4429", """{"type":"connection_init"}""", """{"type":"connection_init"}""")]
    public async Task Messages_OutOfOrder_CloseTheSocket(string code, params string[] messages)
    {
        await using var app = await SampleHost.StartAsync();
        using var socket = await TestSocket.OpenAsync(app.GetTestServer());

        foreach (var message in messages)
        {
            await socket.SendAsync(message);
        }

        var last = await socket.ReceiveAsync();
        Assert.Equal(code, last.Contains("connection_ack", StringComparison.Ordinal) ? await socket.ReceiveAsync() : last);
    }

    [Fact, Trait("Spec", "GRAPH-9")]
    public async Task Socket_WithoutInit_IsClosed()
    {
        await using var app = await SampleHost.StartAsync(configure: options => options.InitTimeout = TimeSpan.FromMilliseconds(1));
        using var socket = await TestSocket.OpenAsync(app.GetTestServer());

        Assert.Equal("4408", await socket.ReceiveAsync());
    }

    [Fact, Trait("Spec", "GRAPH-9")]
    public async Task Operations_OfEveryKind_AnswerOnOneSocket()
    {
        await using var app = await SampleHost.StartAsync();
        using var socket = await (await TestSocket.OpenAsync(app.GetTestServer())).InitAsync();

        await socket.SendAsync("""{"type":"ping","payload":{"at":1}}""");
        Assert.Equal("""{"type":"pong","payload":{"at":1}}""", await socket.ReceiveAsync());
        await socket.SubscribeAsync("q", "{ echo(text: \"证书\") }");
        Assert.StartsWith("""{"type":"next","id":"q","payload":{"data":{"echo":"证书"}""", await socket.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"q"}""", await socket.ReceiveAsync());
        await socket.SubscribeAsync("m", "mutation { sendPapers(input: { papers: [] }) { succeeded } }");
        Assert.Contains("\"succeeded\":0", await socket.ReceiveAsync());
        Assert.Equal("""{"type":"complete","id":"m"}""", await socket.ReceiveAsync());
        await socket.SubscribeAsync("x", "{ nothing }");
        Assert.Matches("""^\{"type":"error","id":"x","payload":\[.*GRAPHQL_VALIDATION_FAILED""", await socket.ReceiveAsync());
    }

    [Fact, Trait("Spec", "GRAPH-9"), Trait("Spec", "SEC-C1")]
    public async Task Operations_TooMany_AreRefusedOneByOne()
    {
        await using var app = await SampleHost.StartAsync(configure: options => options.OperationsPerSocket = 2);
        using var socket = await (await TestSocket.OpenAsync(app.GetTestServer())).InitAsync();
        await socket.SubscribeAsync("1", "{ slow }");
        await socket.SubscribeAsync("2", "{ slow }");

        await socket.SubscribeAsync("3", "{ echo }");
        Assert.Contains("TOO_MANY_OPERATIONS", await socket.ReceiveAsync());
        await socket.SendAsync("""{"type":"complete","id":"1"}""");
        await socket.SubscribeAsync("4", "{ echo(text: \"好\") }");
        Assert.Contains("好", await socket.ReceiveAsync());
    }

    [Fact, Trait("Spec", "GRAPH-9"), Trait("Spec", "SEC-C1")]
    public async Task Connections_TooMany_AreRefused()
    {
        await using var app = await SampleHost.StartAsync(configure: options => (options.ConnectionsPerAccount, options.ConnectionsPerAddress) = (1, 2));
        using var first = await (await TestSocket.OpenAsync(app.GetTestServer())).InitAsync();
        using var second = await TestSocket.OpenAsync(app.GetTestServer());

        await second.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("4429", await second.ReceiveAsync());
        using var third = app.GetTestClient();
        third.DefaultRequestHeaders.Add("Accept", "text/event-stream");
        var refused = await third.GetAsync("/graphql?query={__typename}");
        Assert.Equal((429, "60"), ((int)refused.StatusCode, refused.Headers.RetryAfter!.ToString()));
    }

    [Theory, Trait("Spec", "GRAPH-9"), Trait("Spec", "SEC-C3")]
    [InlineData(null, false)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("http://localhost", true)]
    public async Task Socket_WithACookie_IsForOurOwnPagesOnly(string? origin, bool opens)
    {
        await using var app = await SampleHost.StartAsync();
        (string, string)[] headers = origin is null ? [("Cookie", "a=b")] : [("Cookie", "a=b"), ("Origin", origin)];

        var open = TestSocket.OpenAsync(app.GetTestServer(), headers);

        if (opens)
        {
            using var socket = await (await open).InitAsync();
        }
        else
        {
            Assert.Contains("403", (await Assert.ThrowsAsync<InvalidOperationException>(() => open)).Message);
        }
    }

    [Fact, Trait("Spec", "SEC-A11"), Trait("Spec", "ACC-04")]
    public async Task Socket_OfADisabledAccount_IsClosed()
    {
        await using var world = await World.CreateAsync();
        var teacher = await world.ProfessionalAsync(world.School);
        var id = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        var cookie = (await world.CookieAsync(teacher)).GetCookieHeader(HnCeApplication.Address);
        using var socket = await (await TestSocket.OpenAsync(world.Application.Server, ("Cookie", cookie), ("Origin", "http://localhost"))).InitAsync();
        await socket.SubscribeAsync("1", "subscription { declarationChanged { declaration { status } } }");
        await socket.SubscribeAsync("2", "{ viewer { name } }");
        Assert.Contains(teacher.Person!.Name, await socket.ReceiveAsync());
        Assert.Contains("complete", await socket.ReceiveAsync());

        (await world.SystemAdmin.DoAsync(AccountAction.Disable, teacher)).Succeeded();
        (await world.As(world.Zhengzhou).PassAsync(id)).Succeeded();
        var last = socket.ReceiveAsync();
        while (await Task.WhenAny(last, Task.Delay(50)) != last)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal("4401", await last);
    }

    [Theory, Trait("Spec", "GRAPH-9")]
    [InlineData("{ echo(text: \"证书\") }", "\"echo\":\"证书\"")]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("mutation { sendPapers(input: { papers: [] }) { succeeded } }", "GET")]
    public async Task EventStream_OfAnOperation_IsItsAnswerAndAnEnd(string query, string answer)
    {
        await using var app = await SampleHost.StartAsync();
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("Accept", "text/event-stream");

        var reply = await client.GetAsync($"/graphql?query={Uri.EscapeDataString(query)}");

        Assert.Equal((200, "text/event-stream"), ((int)reply.StatusCode, reply.Content.Headers.ContentType!.MediaType));
        var text = await reply.Content.ReadAsStringAsync();
        Assert.StartsWith(":\n\nevent: next\ndata: {", text, StringComparison.Ordinal);
        Assert.Contains(answer, text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nevent: complete\ndata:\n\n", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Spec", "GRAPH-9")]
    public async Task Subscription_WithoutAStream_IsRefused()
    {
        await using var world = await World.CreateAsync();
        using var client = await world.SignInAsync(world.As(world.School));

        var reply = await client.GetAsync("/graphql?query=subscription{inboxItemAdded{cursor}}");

        Assert.Equal(400, (int)reply.StatusCode);
        Assert.Contains("BAD_REQUEST", await reply.Content.ReadAsStringAsync());
    }
}
