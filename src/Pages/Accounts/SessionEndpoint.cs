using System.Text.Json;
using System.Text.Json.Serialization;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Authentication;

namespace HnCe.Pages.Accounts;

/// <summary>
/// Sign-in for programs: <c>POST /session</c> takes the same credentials as the sign-in box, as JSON, and starts the same cookie session;
/// <c>DELETE /session</c> ends it. Both want the header <c>GraphQL-Preflight</c>, which a foreign page cannot send unasked. Source: LOG-01.
/// </summary>
public static class SessionEndpoint
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };

    public static void MapHnCeSession(this IEndpointRouteBuilder app)
    {
        app.MapPost("/session", StartAsync);
        app.MapDelete("/session", (Delegate)EndAsync);
    }

    private static bool IsForeign(HttpContext context) => !context.Request.Headers.ContainsKey(CrossSiteGuard.PreflightHeader);

    // A program reads no page: mistakes are told as the graph tells its own.
    private static IResult Refuse(int status, string code, string message) => Results.Json(new { errors = new[] { new { message, extensions = new { code } } } }, statusCode: status);

    private static IResult RefuseForeign() => Refuse(StatusCodes.Status403Forbidden, ErrorCodes.CrossSite, $"请求来源不受信任，须带 {CrossSiteGuard.PreflightHeader} 请求头。");

    private static async Task<IResult> EndAsync(HttpContext context)
    {
        if (IsForeign(context))
        {
            return RefuseForeign();
        }

        await context.SignOutAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> StartAsync(HttpContext context, SignIn signIn, TimeProvider clock)
    {
        if (IsForeign(context))
        {
            return RefuseForeign();
        }

        if (!context.Request.HasJsonContentType())
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.BadRequest, "Content-Type 须为 application/json。");
        }

        Credentials? credentials;
        try
        {
            credentials = await context.Request.ReadFromJsonAsync<Credentials>(Json, context.RequestAborted);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return Refuse(StatusCodes.Status400BadRequest, ErrorCodes.BadRequest, "请求须为 JSON，字段和取值须与文档相同。");
        }

        var outcome = await signIn.RunAsync(credentials ?? new(), context.RequestAborted);
        if (outcome.Value is not { } account)
        {
            return Results.Json(new { userErrors = UserErrors.Of(outcome.Refusals) }, statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        await Sessions.StartAsync(context, account, clock);
        return Results.NoContent();
    }
}
