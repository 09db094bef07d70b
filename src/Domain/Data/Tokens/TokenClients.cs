using HnCe.Domain.Clients;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace HnCe.Domain.Data.Tokens;

/// <summary>Lets the token server know of registered programs, in the same transaction: OpenIddict's rows are its own, ours say who a program is.</summary>
public sealed class TokenClients(IOpenIddictApplicationManager applications, IOpenIddictTokenManager tokens)
{
    /// <summary>A program may ask for tokens from now on. Of a secret only the hash is kept.</summary>
    public async Task AddAsync(RegisteredClient client, string? secret, CancellationToken cancel)
    {
        var isApp = client.Kind is ClientKind.App;
        var redirects = client.Redirects.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(redirect => new Uri(redirect)).ToList();
        var application = new OpenIddictApplicationDescriptor
        {
            ClientId = client.ClientId,
            ClientSecret = secret,
            DisplayName = client.Name,
            ClientType = isApp ? ClientTypes.Public : ClientTypes.Confidential,
            ApplicationType = redirects.Exists(redirect => redirect.Scheme != Uri.UriSchemeHttps) ? ApplicationTypes.Native : ApplicationTypes.Web,
            ConsentType = ConsentTypes.Explicit,
        };
        application.RedirectUris.UnionWith(redirects);
        application.Permissions.UnionWith(isApp
            ?
            [
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
            ]
            : [Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Endpoints.Introspection, Permissions.GrantTypes.ClientCredentials]);
        application.Permissions.UnionWith(client.Scopes.Split(' ').Select(scope => Permissions.Prefixes.Scope + scope));
        if (isApp)
        {
            application.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        }

        await applications.CreateAsync(application, cancel);
    }

    /// <summary>Only the new secret is right from now on.</summary>
    public async Task RenewSecretAsync(string clientId, string secret, CancellationToken cancel) =>
        await applications.UpdateAsync(await FindAsync(clientId, cancel), secret, cancel);

    /// <summary>A program may ask for nothing any more, and what it was given ends.</summary>
    public async Task CloseAsync(string clientId, CancellationToken cancel)
    {
        var application = await FindAsync(clientId, cancel);
        var descriptor = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(descriptor, application, cancel);
        descriptor.Permissions.Clear();
        await applications.UpdateAsync(application, descriptor, cancel);
        await tokens.RevokeByApplicationIdAsync((await applications.GetIdAsync(application, cancel))!, cancel);
    }

    private async Task<object> FindAsync(string clientId, CancellationToken cancel) =>
        await applications.FindByClientIdAsync(clientId, cancel) ?? throw new InvalidOperationException($"The token server does not know {clientId}.");
}
