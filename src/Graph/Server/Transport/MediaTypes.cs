using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HnCe.Graph.Server;

/// <summary>Which media type an answer has: the one of GraphQL over HTTP, plain JSON for older clients that ask for it, or a stream of events.</summary>
internal static class MediaTypes
{
    public const string Response = "application/graphql-response+json";
    public const string Legacy = "application/json";
    public const string Events = "text/event-stream";

    /// <summary>The media type that the client likes best; refused with 406 when it likes neither.</summary>
    public static string Negotiate(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || accept.All(string.IsNullOrWhiteSpace))
        {
            return Response;
        }

        if (!MediaTypeHeaderValue.TryParseList(accept, out var liked))
        {
            throw NotAcceptable();
        }

        return liked.Where(type => type.Quality is not 0 && IsUtf8(type))
            .OrderByDescending(type => type.Quality ?? 1)
            .Select(Match)
            .FirstOrDefault(match => match is not null) ?? throw NotAcceptable();
    }

    /// <summary>Whether a media type leaves the encoding at UTF-8.</summary>
    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase);

    private static string? Match(MediaTypeHeaderValue type) => type.MediaType.Value?.ToLowerInvariant() switch
    {
        Response or "*/*" or "application/*" => Response,
        Legacy => Legacy,
        Events => Events,
        _ => null,
    };

    private static HttpRefusal NotAcceptable() => new(StatusCodes.Status406NotAcceptable, ErrorCodes.BadRequest, $"Accept 须包含 {Response}、{Legacy} 或 {Events}。");
}
