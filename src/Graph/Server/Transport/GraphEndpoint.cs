using System.Text;
using HnCe.Domain.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Graph.Server;

/// <summary>The HTTP door of the graph: GraphQL over HTTP, queries by GET and POST, mutations by POST, no batches.</summary>
public static class GraphEndpoint
{
    /// <summary>Maps the graph and, below it, the schema as text: <c>/graphql</c> and <c>/graphql/schema.graphql</c>.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="path">Path of the graph.</param>
    /// <returns>The graph's endpoint, for limits of rate and the like.</returns>
    public static IEndpointConventionBuilder MapHnCeGraph(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        endpoints.MapGet(path + "/schema.graphql", WriteSchemaAsync);
        return endpoints.Map(path, AnswerAsync).WithDisplayName("GraphQL");
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await RunAsync(context);
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
        var request = await HttpRequestReader.ReadAsync(context.Request, options.MaxBodyBytes, context.RequestAborted);
        var answer = await server.RunAsync(request, await CallerOf(context), context.RequestAborted);
        if (answer.IsWrongMethod)
        {
            context.Response.Headers.Allow = HttpMethods.Post;
        }

        context.Response.StatusCode = StatusOf(answer, media);
        context.Response.ContentType = media + "; charset=utf-8";
        await answer.WriteAsync(context.Response.Body, context.RequestAborted);
    }

    private static int StatusOf(GraphAnswer answer, string media) => answer switch
    {
        { Executed: true } => StatusCodes.Status200OK,
        { IsWrongMethod: true } => StatusCodes.Status405MethodNotAllowed,
        _ when answer.ErrorCodes.Contains(ErrorCodes.Internal) => StatusCodes.Status500InternalServerError,
        _ when answer.ErrorCodes.Contains(ErrorCodes.Timeout) => StatusCodes.Status503ServiceUnavailable,
        _ when answer.ErrorCodes.Contains(ErrorCodes.BadRequest) => StatusCodes.Status400BadRequest,
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

    private static ValueTask<Caller> CallerOf(HttpContext context) => context.RequestServices.GetRequiredService<ICallerSource>().ReadAsync(context);
}
