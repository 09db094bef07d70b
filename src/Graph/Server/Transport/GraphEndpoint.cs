using System.Globalization;
using System.Text;
using HnCe.Domain.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HnCe.Graph.Server;

/// <summary>
/// The door of the graph over the network: GraphQL over HTTP (queries by GET and POST, mutations by POST, batches only where they are allowed), event streams for
/// whoever accepts them, and sockets.
/// </summary>
public static class GraphEndpoint
{
    private static readonly WebSocketOptions Sockets = new() { KeepAliveInterval = TimeSpan.FromSeconds(15), KeepAliveTimeout = TimeSpan.FromSeconds(15) };

    /// <summary>Maps the graph and, below it, the schema as text: <c>/graphql</c> and <c>/graphql/schema.graphql</c>.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="path">Path of the graph.</param>
    /// <returns>The graph's endpoint, for limits of rate and the like.</returns>
    public static IEndpointConventionBuilder MapHnCeGraph(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        endpoints.MapGet(path + "/schema.graphql", WriteSchemaAsync);
        var answer = endpoints.CreateApplicationBuilder().UseWebSockets(Sockets);
        answer.Run(AnswerAsync);
        return endpoints.Map(path, answer.Build()).WithDisplayName("GraphQL");
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await (context.WebSockets.IsWebSocketRequest ? TalkAsync(context) : RunAsync(context));
        }
        catch (HttpRefusal refusal)
        {
            await refusal.WriteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to be answered.
        }
    }

    private static async Task RunAsync(HttpContext context)
    {
        var server = context.RequestServices.GetRequiredService<GraphServer>();
        var options = context.RequestServices.GetRequiredService<GraphOptions>();
        var media = MediaTypes.Negotiate(context.Request);
        CrossSiteGuard.Check(context.Request);
        var (requests, isBatch) = await HttpRequestReader.ReadAsync(context.Request, options, context.RequestAborted);
        if (media == MediaTypes.Events)
        {
            await StreamAsync(context, server, isBatch ? throw HttpRefusal.BatchAsStream() : requests[0]);
            return;
        }

        if (isBatch)
        {
            await AnswerBatchAsync(context, server, requests, media);
            return;
        }

        var answer = await server.RunAsync(requests[0], await CallerOf(context), context.RequestAborted);
        if (answer.IsWrongMethod)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
        }

        context.Response.Headers.RetryAfter = answer.RetryAfter?.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusOf(answer, media);
        context.Response.ContentType = media + "; charset=utf-8";
        await answer.WriteAsync(context.Response.Body, context.RequestAborted);
    }

    // One after the other, each in a scope of its own; what failed is told in its place.
    private static async Task AnswerBatchAsync(HttpContext context, GraphServer server, IReadOnlyList<GraphRequest> requests, string media)
    {
        var caller = await CallerOf(context);
        context.Response.ContentType = media + "; charset=utf-8";
        for (var at = 0; at < requests.Count; at++)
        {
            var answer = await server.RunAsync(requests[at], caller, context.RequestAborted);
            await context.Response.WriteAsync(at == 0 ? "[" : ",", context.RequestAborted);
            await answer.WriteAsync(context.Response.Body, context.RequestAborted);
        }

        await context.Response.WriteAsync("]", context.RequestAborted);
    }

    private static async Task StreamAsync(HttpContext context, GraphServer server, GraphRequest request)
    {
        var connections = context.RequestServices.GetRequiredService<OpenConnections>();
        using var place = connections.OfAddress(AddressOf(context)) ?? throw HttpRefusal.TooManyConnections();
        using var ownPlace = connections.OfAccount(await CallerOf(context)) ?? throw HttpRefusal.TooManyConnections();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, Stopping(context));
        try
        {
            var answers = await server.OpenAsync(request, Callers(context).Again(context), stop.Token);
            await new EventStream(context.Response, context.RequestServices.GetRequiredService<TimeProvider>()).RunAsync(answers, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The client has left, or the host stops.
        }
    }

    private static async Task TalkAsync(HttpContext context)
    {
        CrossSiteGuard.CheckSocket(context.Request);
        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(GraphSocket.Protocol))
        {
            throw new HttpRefusal(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, $"WebSocket 子协议须为 {GraphSocket.Protocol}。");
        }

        using var place = context.RequestServices.GetRequiredService<OpenConnections>().OfAddress(AddressOf(context)) ?? throw HttpRefusal.TooManyConnections();
        using var socket = await context.WebSockets.AcceptWebSocketAsync(GraphSocket.Protocol);
        using var talk = new GraphSocket(socket, context, context.RequestServices.GetRequiredService<GraphServer>(), context.RequestServices.GetRequiredService<GraphOptions>());
        await talk.RunAsync(Stopping(context));
    }

    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    private static CancellationToken Stopping(HttpContext context) => context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    private static int StatusOf(GraphAnswer answer, string media) => answer switch
    {
        { Executed: true } => StatusCodes.Status200OK,
        { IsWrongMethod: true } => StatusCodes.Status405MethodNotAllowed,
        _ when answer.ErrorCodes.Contains(ErrorCodes.Internal) => StatusCodes.Status500InternalServerError,
        _ when answer.ErrorCodes.Contains(ErrorCodes.Timeout) => StatusCodes.Status503ServiceUnavailable,
        { RetryAfter: not null } => StatusCodes.Status429TooManyRequests,
        _ when answer.ErrorCodes.Any(code => code is ErrorCodes.BadRequest or ErrorCodes.DocumentNotFound or ErrorCodes.DocumentNotTrusted) => StatusCodes.Status400BadRequest,
        _ => media == MediaTypes.Legacy ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static async Task WriteSchemaAsync(HttpContext context)
    {
        var server = context.RequestServices.GetRequiredService<GraphServer>();
        if (!server.MayReadSchema(await CallerOf(context)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(SchemaFile.Print(server.Schema), Encoding.UTF8, context.RequestAborted);
    }

    private static ValueTask<Caller> CallerOf(HttpContext context) => Callers(context).ReadAsync(context);

    private static ICallerSource Callers(HttpContext context) => context.RequestServices.GetRequiredService<ICallerSource>();
}
