using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HnCe.Graph.Server;

/// <summary>An HTTP request that is answered before it becomes an operation.</summary>
internal sealed class HttpRefusal(int status, string code, string message) : Exception(message)
{
    /// <summary>The methods that would work, for 405.</summary>
    public string? Allow { get; init; }

    /// <summary>Seconds after which it may be tried again, for 429.</summary>
    public int? RetryAfter { get; init; }

    public static HttpRefusal TooManyConnections() =>
        new(StatusCodes.Status429TooManyRequests, ErrorCodes.TooMany, "打开的连接过多，请关闭其他连接后再试。") { RetryAfter = 60 };

    public static HttpRefusal BatchAsStream() => new(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, "批量请求不能以 text/event-stream 应答。");

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaTypes.Legacy + "; charset=utf-8";
        context.Response.Headers.Allow = Allow;
        context.Response.Headers.RetryAfter = RetryAfter?.ToString(CultureInfo.InvariantCulture);
        object[] errors = [new { message = Message, extensions = new { code } }];
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { errors }, GraphJson.Options), context.RequestAborted);
    }
}
