using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;

namespace HnCe.Graph.Tests.Server;

/// <summary>A socket of graphql-transport-ws, message by message, without a client's good manners.</summary>
internal sealed class TestSocket(WebSocket socket) : IDisposable
{
    public static async Task<TestSocket> OpenAsync(TestServer server, params (string Name, string Value)[] headers)
    {
        var client = server.CreateWebSocketClient();
        client.SubProtocols.Add("graphql-transport-ws");
        client.ConfigureRequest = request =>
        {
            foreach (var (name, value) in headers)
            {
                request.Headers[name] = value;
            }
        };
        return new(await client.ConnectAsync(new Uri("ws://localhost/graphql"), default));
    }

    public async Task<TestSocket> InitAsync(string message = """{"type":"connection_init"}""")
    {
        await SendAsync(message);
        Xunit.Assert.Equal("""{"type":"connection_ack"}""", await ReceiveAsync());
        return this;
    }

    public Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, default);

    public Task SubscribeAsync(string id, string query) =>
        SendAsync(JsonSerializer.Serialize(new { type = "subscribe", id, payload = new { query } }));

    /// <summary>The next message, or the code that the socket was closed with.</summary>
    public async Task<string> ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), default);
            length += part.Count;
        }
        while (!part.EndOfMessage);

        return part.MessageType == WebSocketMessageType.Close ? $"{(int)part.CloseStatus!}" : Encoding.UTF8.GetString(buffer, 0, length);
    }

    public void Dispose() => socket.Dispose();
}
