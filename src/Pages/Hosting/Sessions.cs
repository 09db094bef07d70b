using System.Globalization;
using System.Security.Claims;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Graph.Server;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace HnCe.Pages.Hosting;

/// <summary>
/// The session cookie and who is behind it. It carries the account's key and security stamp only; role and reach are read fresh for
/// each request, so that disabling an account ends its sessions at once. Idle 30 minutes, 12 hours at most. Source: ACC-04, ACC-06.
/// </summary>
public static class Sessions
{
    private const string Started = "started";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static IServiceCollection AddHnCeSessions(this IServiceCollection services, IHostEnvironment environment)
    {
        // Browsers take "__Host-" cookies over HTTPS only; the demo on localhost has none.
        var prefix = environment.IsDevelopment() ? "HnCe." : "__Host-HnCe.";
        services.AddDataProtection().SetApplicationName("HnCe").PersistKeysToDbContext<HnCeDbContext>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, SealedKeyRing>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = prefix + "Form";
            options.Cookie.SecurePolicy = SecurePolicy(environment);
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = prefix + "Session";
            options.Cookie.SecurePolicy = SecurePolicy(environment);
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.ExpireTimeSpan = Idle;
            options.SlidingExpiration = true;
            options.LoginPath = "/";
            options.ReturnUrlParameter = "back";
            options.Events.OnValidatePrincipal = EndOldSessionAsync;
            options.Events.OnRedirectToAccessDenied = SayForbiddenAsync;
        });
        services.AddSingleton<AwaitedSignIn>();
        return services.AddScoped<ICallerSource, CallerOfRequest>();
    }

    /// <summary>Starts a session; a new ticket each time.</summary>
    public static Task StartAsync(HttpContext context, SignedInAccount account, TimeProvider clock) => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, account.AccountId.ToString(CultureInfo.InvariantCulture)),
            new(Tokens.Stamp, account.Stamp),
            new(Started, clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme)));

    /// <summary>Finds out who sends a request and puts it into the request's scope, for pages, policies and the graph alike.</summary>
    public static IApplicationBuilder UseHnCeCaller(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        var caller = Caller.Visitor with { Address = address };
        if (Tokens.AreShown(context.Request))
        {
            if (await Tokens.ReadCallerAsync(context, address) is not { } bearer)
            {
                await Tokens.RefuseAsync(context);
                return;
            }

            caller = bearer;
        }
        else if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && context.User.FindFirstValue(Tokens.Stamp) is { } stamp)
        {
            var reader = context.RequestServices.GetRequiredService<CallerReader>();
            caller = await reader.ReadAsync(long.Parse(id, CultureInfo.InvariantCulture), stamp, address, context.RequestAborted) ?? caller;
            if (!caller.IsSignedIn)
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
                await context.SignOutAsync();
            }
        }

        context.RequestServices.GetRequiredService<CallerHolder>().Caller = caller;
        if (caller.IsSignedIn)
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        await next(context);
    });

    private static CookieSecurePolicy SecurePolicy(IHostEnvironment environment) =>
        environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    // In place, so that the page of status 403 says 没有权限; a redirect to it would be a page that does not exist.
    private static Task SayForbiddenAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static Task EndOldSessionAsync(CookieValidatePrincipalContext context)
    {
        var clock = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        if (clock.GetUtcNow() - StartOf(context.Principal) > Longest)
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }

    private static DateTimeOffset StartOf(ClaimsPrincipal? user) =>
        DateTimeOffset.FromUnixTimeSeconds(long.TryParse(user?.FindFirstValue(Started), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);

    private sealed class CallerOfRequest(CallerHolder holder, CallerReader callers, TokenCallers tokens, TimeProvider clock) : ICallerSource
    {
        public ValueTask<Caller> ReadAsync(HttpContext context) => new(holder.Caller);

        // An open connection does not keep a session alive: it ends with the ticket that it was opened with, and its client connects anew.
        public CallerAgain Again(HttpContext context)
        {
            if (Tokens.AreShown(context.Request))
            {
                return tokens.Again(context, context.Request.Headers.Authorization.ToString());
            }

            var caller = holder.Caller;
            if (caller.AccountId is not { } account || context.User.FindFirstValue(Tokens.Stamp) is not { } stamp)
            {
                return _ => new(caller);
            }

            var longest = StartOf(context.User) + Longest;
            var ticket = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc ?? longest;
            return async cancel => clock.GetUtcNow() < longest && clock.GetUtcNow() < ticket ? await callers.ReadAsync(account, stamp, caller.Address, cancel) : null;
        }
    }
}
