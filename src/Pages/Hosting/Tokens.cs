using System.Globalization;
using System.Net.Mime;
using System.Security.Claims;
using HnCe.Domain.Access;
using HnCe.Domain.Certificates;
using HnCe.Domain.Clients;
using HnCe.Domain.Data.Tokens;
using HnCe.Graph.Server;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Validation;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace HnCe.Pages.Hosting;

/// <summary>
/// The token server and its other end. Programs act for a person by authorization code with PKCE S256, or for their organization by client
/// credentials; on <c>/graphql</c> and the files a token becomes a caller that is read fresh from the database. Source: GRAPH-6, GRAPH-7, decision 0021.
/// </summary>
public static class Tokens
{
    /// <summary>Where programs send people.</summary>
    public const string AuthorizePath = "/connect/authorize";

    /// <summary>Where programs fetch tokens.</summary>
    public const string TokenPath = "/connect/token";

    /// <summary>Claim of the account's security stamp; sealed inside the token.</summary>
    public const string Stamp = "stamp";

    /// <summary>Who takes our tokens.</summary>
    public const string Audience = "hnce";

    /// <summary>How long a program may go on with one sign-in of a person, however often it refreshes.</summary>
    public static readonly TimeSpan LongestSignIn = TimeSpan.FromDays(90);

    private static readonly TimeSpan AccessLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(2);

    public static IServiceCollection AddHnCeTokens(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddSingleton<TokenKeyRing>()
            .AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<TokenKeyRing>())
            .AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<TokenKeyRing>().OfServer)
            .AddSingleton<IOptionsChangeTokenSource<OpenIddictValidationOptions>>(provider => provider.GetRequiredService<TokenKeyRing>().OfValidation)
            .AddHostedService<TokenJob>()
            .AddScoped<TokenCallers>()
            .AddScoped<IConnectionCallerSource>(provider => provider.GetRequiredService<TokenCallers>());
        services.AddOptions<OpenIddictServerOptions>().Configure<PublicAddress>((options, address) => options.Issuer = new Uri(address.Url + "/"));
        services.AddOpenIddict()
            .AddServer(options => Serve(options, environment))
            .AddValidation(options =>
            {
                options.UseLocalServer();
                options.UseAspNetCore();
                options.EnableTokenEntryValidation().EnableAuthorizationEntryValidation();
                options.AddAudiences(Audience);
            });
        return services;
    }

    /// <summary>The identity that a token is made of; everything in it is sealed.</summary>
    /// <param name="subject">Key of the account, or the program that asks in its own name.</param>
    /// <param name="scopes">Names of its scopes.</param>
    /// <param name="stamp">The account's security stamp; null for a program.</param>
    /// <param name="at">When the person signed the program in; null for a program.</param>
    public static ClaimsPrincipal PrincipalOf(string subject, IEnumerable<string> scopes, string? stamp = null, DateTimeOffset? at = null)
    {
        var identity = new ClaimsIdentity("token", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, subject);
        if (stamp is not null)
        {
            identity.SetClaim(Stamp, stamp);
        }

        if (at is { } signedIn)
        {
            identity.SetClaim(Claims.AuthenticationTime, signedIn.ToUnixTimeSeconds());
        }

        identity.SetScopes(scopes);
        identity.SetResources(Audience);
        identity.SetDestinations(claim => claim.Type is Claims.Subject or Stamp ? [Destinations.AccessToken] : []);
        return new(identity);
    }

    /// <summary>What a token says about itself.</summary>
    public static TokenHolder HolderOf(ClaimsPrincipal principal, string clientId) => new(clientId, principal.GetScopes(), principal.GetClaim(Stamp) is { } stamp
        ? new(long.Parse(principal.GetClaim(Claims.Subject)!, CultureInfo.InvariantCulture), stamp)
        : null);

    /// <summary>Whether a sign-in is so long ago that the person has to sign in again.</summary>
    public static bool IsTooOld(ClaimsPrincipal principal, DateTimeOffset now) =>
        principal.GetClaim(Claims.AuthenticationTime) is { } at && DateTimeOffset.FromUnixTimeSeconds(long.Parse(at, CultureInfo.InvariantCulture)) + LongestSignIn < now;

    /// <summary>Whether a request has to show a token: it bears a header for one, at an address that takes tokens.</summary>
    public static bool AreShown(HttpRequest request) => request.Headers.Authorization.Count > 0
        && (request.Path.StartsWithSegments("/graphql") || request.Path.StartsWithSegments("/files") || request.Path.StartsWithSegments("/certificates"));

    /// <summary>The caller of a request's token; null when the token is none of ours, has expired or was ended.</summary>
    public static async Task<Caller?> ReadCallerAsync(HttpContext context, string address)
    {
        var shown = await context.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        if (!shown.Succeeded || shown.Principal.GetClaim(Claims.ClientId) is not { } clientId)
        {
            return null;
        }

        context.User = shown.Principal;
        var reader = context.RequestServices.GetRequiredService<TokenCallerReader>();
        return await reader.ReadAsync(HolderOf(shown.Principal, clientId), address, context.RequestAborted);
    }

    /// <summary>401: the token opens nothing, whatever cookie came with it. Source: RFC 6750.</summary>
    public static async Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = $"Bearer error=\"{Errors.InvalidToken}\"";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = MediaTypeNames.Application.Json;
        await context.Response.WriteAsJsonAsync(
            new { errors = new[] { new { message = "令牌无效、已过期或已被撤销。", extensions = new { code = "UNAUTHENTICATED" } } } }, context.RequestAborted);
    }

    private static void Serve(OpenIddictServerBuilder options, IHostEnvironment environment)
    {
        options.SetAuthorizationEndpointUris(AuthorizePath[1..]).SetTokenEndpointUris(TokenPath[1..])
            .SetRevocationEndpointUris("connect/revoke").SetIntrospectionEndpointUris("connect/introspect");
        options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange().AllowRefreshTokenFlow().AllowClientCredentialsFlow();
        options.RegisterScopes([.. ClientScopes.All.Select(scope => scope.NameOf())]);
        options.SetAuthorizationCodeLifetime(CodeLifetime).SetAccessTokenLifetime(AccessLifetime).SetRefreshTokenLifetime(TokenKeys.LongestToken)
            .SetRefreshTokenReuseLeeway(TimeSpan.Zero);

        // Answers come back in the address only: our policy of contents lets no page post itself elsewhere.
        options.Configure(server =>
        {
            server.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
            server.ResponseModes.Remove(ResponseModes.FormPost);
            server.ResponseModes.Remove(ResponseModes.Fragment);

            // Neither keys of programs nor a choice between accounts is there, so discovery must not say so.
            server.ClientAuthenticationMethods.Remove(ClientAuthenticationMethods.PrivateKeyJwt);
            server.PromptValues.Remove(PromptValues.SelectAccount);
        });
        var host = options.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableStatusCodePagesIntegration();
        if (environment.IsDevelopment())
        {
            host.DisableTransportSecurityRequirement();
        }
    }
}
