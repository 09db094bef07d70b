using HnCe.Domain.Access;
using HnCe.Domain.Clients;
using HnCe.Graph.Server;
using OpenIddict.Abstractions;
using OpenIddict.Validation;

namespace HnCe.Pages.Hosting;

/// <summary>
/// Who is behind a token on a connection that stays open. The token is looked at again each time, so that an expired or revoked one, or one
/// whose account or program was ended, closes the connection; its program connects anew with a fresh one. Source: GRAPH-6, GRAPH-9.
/// </summary>
internal sealed class TokenCallers(OpenIddictValidationService tokens, TokenCallerReader callers) : IConnectionCallerSource
{
    private const string Bearer = "Bearer ";

    /// <inheritdoc/>
    public async ValueTask<CallerAgain?> ReadAsync(HttpContext context, string authorization, CancellationToken cancel)
    {
        var again = Again(context, authorization);
        return await again(cancel) is null ? null : again;
    }

    /// <summary>How to read the caller of an <c>Authorization</c> again.</summary>
    public CallerAgain Again(HttpContext context, string authorization)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        return cancel => ReadAsync(authorization, address, cancel);
    }

    private async ValueTask<Caller?> ReadAsync(string authorization, string address, CancellationToken cancel)
    {
        if (!authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            var principal = await tokens.ValidateAccessTokenAsync(authorization[Bearer.Length..].Trim(), cancel);
            return principal.GetClaim(OpenIddictConstants.Claims.ClientId) is { } clientId
                ? await callers.ReadAsync(Tokens.HolderOf(principal, clientId), address, cancel)
                : null;
        }
        catch (OpenIddictExceptions.ProtocolException)
        {
            return null;
        }
    }
}
