using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace HnCe.Graph.Server;

/// <summary>An HTTP request that is answered before it becomes an operation.</summary>
internal sealed class HttpRefusal(int status, string code, string message) : Exception(message)
{
    /// <summary>The methods that would work, for 405.</summary>
    public string? Allow { get; init; }

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = MediaTypes.Legacy + "; charset=utf-8";
        context.Response.Headers.Allow = Allow;
        object[] errors = [new { message = Message, extensions = new { code } }];
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { errors }, GraphJson.Options), context.RequestAborted);
    }
}
