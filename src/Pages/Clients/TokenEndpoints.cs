using System.Globalization;
using System.Security.Claims;
using HnCe.Domain.Access;
using HnCe.Domain.Clients;
using HnCe.Graph.Server;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace HnCe.Pages.Clients;

/// <summary>
/// Where programs send people, and where they fetch tokens. OpenIddict has checked the request by then: program, redirect address, challenge, code,
/// secret; here it is decided for whom the token is. Source: GRAPH-6, GRAPH-7.
/// </summary>
public static class TokenEndpoints
{
    /// <summary>Parameter of our own by which the consent page refuses.</summary>
    public const string Refused = "refused";

    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static void MapHnCeTokens(this IEndpointRouteBuilder app)
    {
        app.MapMethods(Tokens.AuthorizePath, [HttpMethods.Get, HttpMethods.Post], AuthorizeAsync);
        app.MapPost(Tokens.TokenPath, ExchangeAsync);
    }

    private static async Task<IResult> AuthorizeAsync(HttpContext context, CallerHolder holder, ClientConsents consents, TimeProvider clock)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var (caller, mayAsk) = (holder.Caller, !request.HasPromptValue(PromptValues.None));
        if (!caller.IsSignedIn || request.HasPromptValue(PromptValues.Login))
        {
            return mayAsk ? await SignInAsync(context, request) : Refuse(Errors.LoginRequired, "须先登录");
        }

        if (!caller.Can(Permission.UseOwnAccount))
        {
            return mayAsk ? Results.Redirect("/password") : Refuse(Errors.InteractionRequired, "须先修改初始密码");
        }

        if (request[Refused] is not null)
        {
            return Refuse(Errors.AccessDenied, "用户没有同意");
        }

        var account = caller.AccountId!.Value.ToString(CultureInfo.InvariantCulture);
        if (request.HasPromptValue(PromptValues.Consent) || !await consents.AreGivenAsync(account, request.ClientId!, request.GetScopes(), context.RequestAborted))
        {
            return mayAsk ? Results.Redirect($"/connect/consent{QueryString.Create("back", AddressOf(request))}") : Refuse(Errors.ConsentRequired, "须先征得用户同意");
        }

        return Results.SignIn(
            Tokens.PrincipalOf(account, request.GetScopes(), context.User.FindFirstValue(Tokens.Stamp), clock.GetUtcNow()), authenticationScheme: Scheme);
    }

    private static async Task<IResult> ExchangeAsync(HttpContext context, TokenCallerReader callers, TimeProvider clock)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType() && request.GetScopes().IsEmpty)
        {
            // A token without scopes opens nothing, and whoever got one would look for the fault elsewhere. Source: RFC 6749, 3.3.
            return Refuse(Errors.InvalidScope, "须在 scope 里写明所需的范围");
        }

        var principal = request.IsClientCredentialsGrantType()
            ? Tokens.PrincipalOf(request.ClientId!, request.GetScopes())
            : (await context.AuthenticateAsync(Scheme)).Principal!;
        if (Tokens.IsTooOld(principal, clock.GetUtcNow()))
        {
            return Refuse(Errors.InvalidGrant, $"登录已满 {Tokens.LongestSignIn.Days} 天，请重新登录");
        }

        var holder = Tokens.HolderOf(principal, request.ClientId!);
        return await callers.ReadAsync(holder, "", context.RequestAborted) is null
            ? Refuse(Errors.InvalidGrant, "账户、单位或客户端已停用，或登录已结束")
            : Results.SignIn(principal, authenticationScheme: Scheme);
    }

    // Signing in again means that the present session does not count; without that the sign-in page would lead straight back.
    private static async Task<IResult> SignInAsync(HttpContext context, OpenIddictRequest request)
    {
        await context.SignOutAsync();
        return Results.Challenge(new() { RedirectUri = AddressOf(request) }, [CookieAuthenticationDefaults.AuthenticationScheme]);
    }

    /// <summary>The address that asks the same again, after what it asked for was done.</summary>
    private static string AddressOf(OpenIddictRequest request) => Tokens.AuthorizePath + QueryString.Create(
        request.GetParameters().Where(parameter => parameter.Key is not (Parameters.Prompt or Refused)).Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value)));

    private static IResult Refuse(string error, string words) => Results.Forbid(
        new(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = words,
        }), [Scheme]);
}
