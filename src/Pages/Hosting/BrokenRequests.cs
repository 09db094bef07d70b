using HnCe.Graph.Server;
using Microsoft.AspNetCore.Http.Features;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace HnCe.Pages.Hosting;

/// <summary>
/// What programs send to <c>/session</c>, <c>/connect</c> and <c>/files</c> may be too large or broken off. That is their mistake and is told as one;
/// thrown on, it would be a fault of ours, with a page and a line in the log. Source: SEC-C6, SEC-D5.
/// </summary>
public static class BrokenRequests
{
    /// <summary>Credentials and requests for tokens are short.</summary>
    private const long MostBytes = 64 * 1024;

    // What a form that breaks off is thrown with; a full disk bears the number of the system.
    private const int EndOfStream = unchecked((int)0x80131620);

    private const string Message = "请求过大、不完整或格式不正确。";

    public static IApplicationBuilder UseHnCeBrokenRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var (path, isToken) = (context.Request.Path, context.Request.Path.StartsWithSegments("/connect"));
        if (!HttpMethods.IsPost(context.Request.Method) || !(isToken || path.StartsWithSegments("/session") || path.StartsWithSegments("/files")))
        {
            await next(context);
            return;
        }

        if (!path.StartsWithSegments("/files") && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostBytes;
        }

        try
        {
            await next(context);
        }
        catch (Exception failure) when (StatusOf(failure) is not null && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusOf(failure)!.Value;
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsJsonAsync(isToken
                ? new { error = Errors.InvalidRequest, error_description = Message }
                : (object)new { errors = new[] { new { message = Message, extensions = new { code = ErrorCodes.BadRequest } } } });
        }
    });

    // A form with too many or too long fields is invalid data to the framework, and one that breaks off an end of the stream.
    private static int? StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        IOException { HResult: EndOfStream } => StatusCodes.Status400BadRequest,
        _ => null,
    };
}
