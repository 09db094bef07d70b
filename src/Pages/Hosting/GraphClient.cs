using System.Collections.Concurrent;
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
    public Task<T> AskAsync<T>(string operation, object? variables = null)
    {
        var page = Context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath
            ?? throw new InvalidOperationException("Only a page has a document of its own.");
        return AskAsync<T>(page.TrimStart('/') + ".graphql", operation, variables);
    }

    /// <summary>Runs an operation of a named document, for pieces of the frame that are no pages.</summary>
    public async Task<T> AskAsync<T>(string document, string operation, object? variables)
    {
        var caller = Context.RequestServices.GetRequiredService<CallerHolder>().Caller;
        var answer = await server.RunAsync(GraphRequest.Trusted(TextOf(document), variables, operation), caller, Context.RequestAborted);
        return await answer.DataAsync<T>(Context.RequestAborted);
    }

    /// <summary>Text of an embedded document; its name is its path below src/Pages.</summary>
    public static string TextOf(string document) => Documents.GetOrAdd(document, static name =>
    {
        using var stream = typeof(GraphClient).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no document {name} beside the page.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });
}
