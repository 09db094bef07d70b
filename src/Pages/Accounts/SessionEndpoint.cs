using System.Text.Json;
using System.Text.Json.Serialization;
using HnCe.Domain.Accounts;
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

    private static bool IsForeign(HttpContext context) => !context.Request.Headers.ContainsKey("GraphQL-Preflight");

    private static async Task<IResult> EndAsync(HttpContext context)
    {
        if (IsForeign(context))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        await context.SignOutAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> StartAsync(HttpContext context, SignIn signIn, TimeProvider clock)
    {
        if (IsForeign(context) || !context.Request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        Credentials? credentials;
        try
        {
            credentials = await context.Request.ReadFromJsonAsync<Credentials>(Json, context.RequestAborted);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
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
