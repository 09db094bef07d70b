using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Graph.Server;

/// <summary>
/// One socket of the protocol graphql-transport-ws: any number of queries, mutations and subscriptions at once, each in a scope of its own and with
/// the caller read afresh. Source: GRAPH-9.
/// </summary>
internal sealed class GraphSocket(WebSocket socket, HttpContext context, GraphServer server, GraphOptions options) : IDisposable
{
    public const string Protocol = "graphql-transport-ws";

    private const int BadMessage = 4400;
    private const int Unauthorized = 4401;
    private const int InitTimeout = 4408;
    private const int IdTaken = 4409;
    private const int TooManyRequests = 4429;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly TimeProvider clock = context.RequestServices.GetRequiredService<TimeProvider>();
    private readonly ConcurrentDictionary<string, CancellationTokenSource> operations = new();
    private readonly SemaphoreSlim sending = new(1, 1);
    private readonly CancellationTokenSource end = new();
    private CallerAgain? who;
    private IDisposable? place;
    private bool initialising;

    public async Task RunAsync(CancellationToken stop)
    {
        using var stopping = stop.Register(() => _ = CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "Going away"));
        var running = new List<Task>();
        var waiting = WaitForInitAsync();
        try
        {
            while (await ReceiveAsync() is { } message)
            {
                running.RemoveAll(task => task.IsCompleted);
                if (socket.State == WebSocketState.Open && await HandleAsync(message) is { } operation)
                {
                    running.Add(operation);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException)
        {
            // The other side has left without a word.
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(running.Append(waiting));
            place?.Dispose();
        }
    }

    public void Dispose()
    {
        sending.Dispose();
        end.Dispose();
    }

    private async Task<Task?> HandleAsync(SocketMessage message)
    {
        switch (message.Type)
        {
            case "connection_init" when initialising:
                await CloseAsync(TooManyRequests, "Too many initialisation requests");
                return null;
            case "connection_init":
                initialising = true;
                await InitAsync(message);
                return null;
            case "ping":
                await SendAsync(new("pong", null, message.Payload));
                return null;
            case "pong":
                return null;
            case "subscribe" when who is null:
                await CloseAsync(Unauthorized, "Unauthorized");
                return null;
            case "subscribe" when message.Id is { Length: > 0 } id:
                return await StartAsync(id, message);
            case "complete" when message.Id is { } id:
                await StopAsync(id);
                return null;
            default:
                await CloseAsync(BadMessage, "Invalid message");
                return null;
        }
    }

    private async Task InitAsync(SocketMessage message)
    {
        var services = context.RequestServices;
        var again = message.TextOf("Authorization") is { } authorization
            ? await services.GetRequiredService<IConnectionCallerSource>().ReadAsync(context, authorization, end.Token)
            : services.GetRequiredService<ICallerSource>().Again(context);
        if (again is null || await again(end.Token) is not { } caller)
        {
            await CloseAsync(Unauthorized, "Unauthorized");
            return;
        }

        place = services.GetRequiredService<OpenConnections>().OfAccount(caller);
        if (place is null)
        {
            await CloseAsync(TooManyRequests, "Too many connections");
            return;
        }

        who = again;
        await SendAsync(new("connection_ack"));
    }

    private async Task<Task?> StartAsync(string id, SocketMessage message)
    {
        if (operations.ContainsKey(id))
        {
            await CloseAsync(IdTaken, $"Subscriber for {id} already exists");
            return null;
        }

        if (operations.Count >= options.OperationsPerSocket)
        {
            await RefuseAsync(id, server.Refuse(GraphError.TooMany(options.OperationsPerSocket)));
            return null;
        }

        try
        {
            var request = HttpRequestReader.FromBody(message.Payload ?? default);
            var stop = operations[id] = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
            return AnswerAsync(id, await server.OpenAsync(request, who!, stop.Token), stop);
        }
        catch (HttpRefusal)
        {
            await CloseAsync(BadMessage, "Invalid message");
            return null;
        }
    }

    private async Task AnswerAsync(string id, IAsyncEnumerable<GraphAnswer> answers, CancellationTokenSource stop)
    {
        using var ended = stop;
        try
        {
            await foreach (var answer in answers.WithCancellation(stop.Token))
            {
                if (answer.IsSessionOver)
                {
                    await CloseAsync(Unauthorized, "Unauthorized");
                    return;
                }

                if (!answer.Executed)
                {
                    operations.TryRemove(id, out _);
                    await RefuseAsync(id, answer);
                    return;
                }

                using var json = await answer.ToJsonAsync(stop.Token);
                await SendAsync(new("next", id, json.RootElement));
            }

            if (operations.TryRemove(new(id, stop)))
            {
                await SendAsync(new("complete", id));
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException)
        {
            // Nobody is left to be answered.
        }
        finally
        {
            operations.TryRemove(new(id, stop));
        }
    }

    private async Task StopAsync(string id)
    {
        if (operations.TryRemove(id, out var stop))
        {
            try
            {
                await stop.CancelAsync();
            }
            catch (ObjectDisposedException)
            {
                // It ended by itself meanwhile.
            }
        }
    }

    private async Task RefuseAsync(string id, GraphAnswer answer)
    {
        using var json = await answer.ToJsonAsync(end.Token);
        await SendAsync(new("error", id, json.RootElement.GetProperty("errors")));
    }

    private async Task WaitForInitAsync()
    {
        try
        {
            await Task.Delay(options.InitTimeout, clock, end.Token);
            if (!initialising)
            {
                await CloseAsync(InitTimeout, "Connection initialisation timeout");
            }
        }
        catch (OperationCanceledException)
        {
            // The socket has ended before.
        }
    }

    // Null when the other side closes or says too much; what is no message has no type.
    private async Task<SocketMessage?> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[4096];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), end.Token);
            whole.Write(buffer, 0, part.Count);
            if (part.MessageType == WebSocketMessageType.Close || whole.Length > options.MaxBodyBytes)
            {
                await CloseAsync(part.MessageType == WebSocketMessageType.Close ? WebSocketCloseStatus.NormalClosure : WebSocketCloseStatus.MessageTooBig, "");
                return null;
            }
        }
        while (!part.EndOfMessage);

        return (part.MessageType == WebSocketMessageType.Text ? SocketMessage.Read(whole.ToArray()) : null) ?? new("");
    }

    private async Task SendAsync(SocketMessage message)
    {
        await sending.WaitAsync(end.Token);
        try
        {
            if (socket.State == WebSocketState.Open)
            {
                await socket.SendAsync(message.Write(), WebSocketMessageType.Text, endOfMessage: true, end.Token);
            }
        }
        finally
        {
            sending.Release();
        }
    }

    private Task CloseAsync(int code, string reason) => CloseAsync((WebSocketCloseStatus)code, reason);

    // Says why; the other side's answer ends the reading, or a moment without one does.
    private async Task CloseAsync(WebSocketCloseStatus code, string reason)
    {
        try
        {
            await sending.WaitAsync(end.Token);
            try
            {
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                {
                    end.CancelAfter(Farewell);
                    await socket.CloseOutputAsync(code, reason, end.Token);
                }
            }
            finally
            {
                sending.Release();
            }
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // It has ended already.
        }
    }
}
