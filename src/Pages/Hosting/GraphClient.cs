using System.Collections.Concurrent;
using System.Text.Json;
using HnCe.Graph.Server;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Hosting;

/// <summary>
/// How a page reaches the record: it runs an operation of the <c>.graphql</c> document that lies beside it, in process,
/// with the request's caller. There is no other way.
/// </summary>
public sealed class GraphClient(GraphServer server, IHttpContextAccessor accessor)
{
    private static readonly ConcurrentDictionary<string, string> Documents = new(StringComparer.Ordinal);

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <summary>Runs an operation of the current page's document.</summary>
    /// <typeparam name="T">Record with the names of the operation's selection.</typeparam>
    public Task<T> AskAsync<T>(string operation, object? variables = null) => AskAsync<T>(OwnDocument, operation, variables);

    /// <summary>Runs an operation of the current page's document; the data as it came, for whoever passes it on.</summary>
    public async Task<JsonElement> AskJsonAsync(string operation, object? variables = null)
    {
        var answer = await RunAsync(OwnDocument, operation, variables);
        return await answer.DataAsync<JsonElement>(Context.RequestAborted);
    }

    /// <summary>Runs an operation of a named document, for pieces of the frame that are no pages.</summary>
    public async Task<T> AskAsync<T>(string document, string operation, object? variables)
    {
        var answer = await RunAsync(document, operation, variables);
        return await answer.DataAsync<T>(Context.RequestAborted);
    }

    private string OwnDocument => Context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath is { } page
        ? page.TrimStart('/') + ".graphql"
        : throw new InvalidOperationException("Only a page has a document of its own.");

    /// <summary>Text of an embedded document; its name is its path below src/Pages.</summary>
    public static string TextOf(string document) => Documents.GetOrAdd(document, static name =>
    {
        using var stream = typeof(GraphClient).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no document {name} beside the page.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    private Task<GraphAnswer> RunAsync(string document, string operation, object? variables)
    {
        var caller = Context.RequestServices.GetRequiredService<CallerHolder>().Caller;
        return server.RunAsync(GraphRequest.Trusted(TextOf(document), variables, operation), caller, Context.RequestAborted);
    }
}
