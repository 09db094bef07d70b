using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace HnCe.Graph.Server;

/// <summary>Reads a GraphQL request from HTTP: parameters of a GET, JSON of a POST.</summary>
internal static class HttpRequestReader
{
    private static readonly JsonDocumentOptions Json = new() { MaxDepth = VariableGuard.MaxDepth };

    /// <summary>The operations of a request; several only where an array of them is allowed.</summary>
    public static async Task<(IReadOnlyList<GraphRequest> Requests, bool IsBatch)> ReadAsync(HttpRequest request, GraphOptions options, CancellationToken cancel) => request.Method switch
    {
        "GET" => ([FromParameters(request.Query)], false),
        "POST" => FromPost(await ParseAsync(request, options.MaxBodyBytes, cancel), options.BatchSize),
        _ => throw new HttpRefusal(StatusCodes.Status405MethodNotAllowed, ErrorCodes.BadRequest, "只支持 GET 和 POST。") { Allow = "GET, POST" },
    };

    private static (IReadOnlyList<GraphRequest> Requests, bool IsBatch) FromPost(JsonElement body, int batchSize) => body.ValueKind != JsonValueKind.Array || batchSize <= 0
        ? ([FromBody(body)], false)
        : body.GetArrayLength() switch
        {
            0 => throw Bad("批量请求不能为空。"),
            var count when count > batchSize => throw new HttpRefusal(StatusCodes.Status400BadRequest, ErrorCodes.BatchTooLarge, $"批量请求最多 {batchSize} 项操作。"),
            _ => ([.. body.EnumerateArray().Select(FromBody)], true),
        };

    private static GraphRequest FromParameters(IQueryCollection query) =>
        new(One(query, "query"), One(query, "operationName"), ObjectIn(query, "variables"))
        {
            IsQueryOnly = true,
            DocumentId = One(query, "documentId") ?? HashIn(ObjectIn(query, "extensions")),
        };

    // The form in which Apollo's clients name a document.
    private static string? HashIn(JsonElement? extensions) =>
        extensions is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty("persistedQuery", out var persisted) && persisted.ValueKind == JsonValueKind.Object
            ? TextIn(persisted, "sha256Hash")
            : null;

    private static string? One(IQueryCollection query, string name) => query[name] switch
    {
        { Count: 0 } => null,
        [var only] => only,
        _ => throw Bad($"参数 {name} 重复。"),
    };

    private static JsonElement? ObjectIn(IQueryCollection query, string name)
    {
        if (One(query, name) is not { Length: > 0 } text)
        {
            return null;
        }

        return Parse(() => JsonDocument.Parse(text, Json).RootElement) is { ValueKind: JsonValueKind.Object or JsonValueKind.Null } value ? value : throw Bad($"{name} 须为 JSON 对象。");
    }

    private static async Task<JsonElement> ParseAsync(HttpRequest request, int maxBytes, CancellationToken cancel)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(MediaTypes.Legacy, StringComparison.OrdinalIgnoreCase) || !MediaTypes.IsUtf8(type))
        {
            throw new HttpRefusal(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.BadRequest, "Content-Type 须为 application/json; charset=utf-8。");
        }

        var bytes = await ReadBytesAsync(request, maxBytes, cancel);
        return Parse(() => JsonDocument.Parse(bytes, Json).RootElement);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBytesAsync(HttpRequest request, int maxBytes, CancellationToken cancel)
    {
        // One byte more than allowed tells a lying Content-Length from an honest one.
        var buffer = new byte[Math.Min(request.ContentLength ?? maxBytes, maxBytes) + 1];
        var length = request.ContentLength > maxBytes ? buffer.Length : await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return length <= maxBytes
            ? buffer.AsMemory(0, length)
            : throw new HttpRefusal(StatusCodes.Status413PayloadTooLarge, ErrorCodes.BadRequest, $"请求超过 {maxBytes / 1024} KB。");
    }

    /// <summary>Reads one request from JSON, of a body or of a socket's message.</summary>
    public static GraphRequest FromBody(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw Bad("请求须为一个 JSON 对象；未开放批量请求。");
        }

        return new GraphRequest(TextIn(body, "query"), TextIn(body, "operationName"), ObjectIn(body, "variables"))
        {
            DocumentId = TextIn(body, "documentId") ?? HashIn(ObjectIn(body, "extensions")),
        };
    }

    private static string? TextIn(JsonElement body, string name) => !body.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => Parse(value.GetString),
        JsonValueKind.Null => null,
        _ => throw Bad($"{name} 须为字符串。"),
    };

    private static JsonElement? ObjectIn(JsonElement body, string name) => !body.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Object => value,
        JsonValueKind.Null => null,
        _ => throw Bad($"{name} 须为 JSON 对象。"),
    };

    private static T Parse<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw Bad("请求不是有效的 UTF-8 JSON，或嵌套过深。");
        }
    }

    private static HttpRefusal Bad(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, message);
}
