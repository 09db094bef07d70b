using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Clients;
using HnCe.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace HnCe.Pages.Tests.Clients;

/// <summary>A connection that was opened with a token ends with it; and what programs send to the token server is nobody's business in a log.</summary>
public sealed class OpenConnectionTests : WorldFixture
{
    private const string Follow = "subscription { declarationChanged { cursor } }";

    // Longer than a subscription goes on without asking who is behind it, shorter than a token lives.
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("revoked")]
    [InlineData("expired")]
    [InlineData("client")]
    [Trait("Spec", "GRAPH-6"), Trait("Spec", "GRAPH-9"), Trait("Spec", "SEC-A11"), Trait("Spec", "SEC-B9")]
    public async Task StreamAndSocket_OfATokenThatEnds_EndWithinAMinute(string what)
    {
        var client = await World.AppAsync(ClientScope.Records);
        var app = new AppUser(World, client.ClientId);
        var token = (await app.RedeemAsync(await app.CodeAsync(World.As(World.School), "records"))).Access;
        using var stream = await StreamAsync(token);
        using var socket = await SocketAsync(token);

        World.Clock.Advance(what switch
        {
            "expired" => TimeSpan.FromMinutes(11),
            "revoked" => (await app.PostAsync("/connect/revoke", ("token", token))).Json.ValueKind is JsonValueKind.Object ? AMinute : throw new InvalidOperationException(),
            _ => (await World.SystemAdmin.RunAsync<RetireClient, Outcome<long>>(useCase => useCase.RunAsync(client.Id, CancellationToken.None))).Refusals.Count == 0 ? AMinute : throw new InvalidOperationException(),
        });

        var told = await stream.ReadToEndAsync().WaitAsync(AMinute);
        Assert.Contains("UNAUTHENTICATED", told, StringComparison.Ordinal);
        Assert.EndsWith("event: complete\ndata:\n\n", told, StringComparison.Ordinal);
        Assert.Equal(4401, (int?)await ClosedAsync(socket));
    }

    [Fact]
    [Trait("Spec", "GRAPH-15")]
    public async Task Log_HoldsNothingOfWhatProgramsSendToTheTokenServer()
    {
        var log = new LogLines();
        var (person, client) = (await World.ProfessionalAsync(World.School), await World.AppAsync(ClientScope.Account));
        await using var host = World.Application.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<ILoggerProvider>(log)));
        using var http = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        var asked = await http.GetAsync($"/connect/authorize?client_id={client.ClientId}&response_type=code&scope=account&redirect_uri={Uri.EscapeDataString(World.Redirect)}"
            + $"&code_challenge_method=S256&code_challenge={new string('x', 43)}&login_hint={person.Person!.IdNumber}&state={Uri.EscapeDataString(person.Person.Name)}");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "password",
            ["client_id"] = client.ClientId,
            ["username"] = person.Person.IdNumber,
            ["password"] = MadeUpPerson.Password,
        });
        var refused = await http.PostAsync("/connect/token", form);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (asked.StatusCode, refused.StatusCode));
        Assert.NotEmpty(log.Text);
        Assert.All([person.Person.IdNumber, person.Person.Name, MadeUpPerson.Password], secret => Assert.DoesNotContain(secret, log.Text, StringComparison.Ordinal));
    }

    private async Task<StreamReader> StreamAsync(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Follow }) };
        request.Headers.Authorization = new("Bearer", token);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var answer = await World.Application.CreateClient().SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var stream = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(":", await stream.ReadLineAsync());
        return stream;
    }

    // An answer to a second operation says that the first one is under way: messages are taken in order.
    private async Task<WebSocket> SocketAsync(string token)
    {
        var client = World.Application.Server.CreateWebSocketClient();
        client.SubProtocols.Add("graphql-transport-ws");
        var socket = await client.ConnectAsync(new("ws://localhost/graphql"), CancellationToken.None);
        await SendAsync(socket, new { type = "connection_init", payload = new { Authorization = $"Bearer {token}" } });
        Assert.Contains("connection_ack", await ReceiveAsync(socket), StringComparison.Ordinal);
        await SendAsync(socket, new { type = "subscribe", id = "follow", payload = new { query = Follow } });
        await SendAsync(socket, new { type = "subscribe", id = "ask", payload = new { query = "{ __typename }" } });
        Assert.Contains("Query", await ReceiveAsync(socket), StringComparison.Ordinal);
        return socket;
    }

    private static Task SendAsync(WebSocket socket, object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private static async Task<string> ReceiveAsync(WebSocket socket)
    {
        var buffer = new byte[4096];
        return Encoding.UTF8.GetString(buffer, 0, (await socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(AMinute)).Count);
    }

    private static async Task<WebSocketCloseStatus?> ClosedAsync(WebSocket socket)
    {
        while (socket.State == WebSocketState.Open)
        {
            await ReceiveAsync(socket);
        }

        return socket.CloseStatus;
    }
}
