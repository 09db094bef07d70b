using System.Collections.Immutable;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace HnCe.Pages.Clients;

/// <summary>What people have allowed programs, for each account and program; asked once for the same scopes. Source: GRAPH-6.</summary>
public sealed class ClientConsents(IOpenIddictApplicationManager applications, IOpenIddictAuthorizationManager consents)
{
    /// <summary>Name of a program that may ask; null for any other.</summary>
    public async Task<string?> NameOfAsync(string clientId, IEnumerable<string> scopes, CancellationToken cancel)
    {
        if (clientId.Length == 0 || await applications.FindByClientIdAsync(clientId, cancel) is not { } application
            || !await applications.HasPermissionAsync(application, Permissions.Endpoints.Authorization, cancel))
        {
            return null;
        }

        foreach (var scope in scopes.Where(scope => scope is not (Scopes.OpenId or Scopes.OfflineAccess)))
        {
            if (!await applications.HasPermissionAsync(application, Permissions.Prefixes.Scope + scope, cancel))
            {
                return null;
            }
        }

        return await applications.GetDisplayNameAsync(application, cancel);
    }

    /// <summary>Whether an account has allowed a program all of some scopes.</summary>
    public async Task<bool> AreGivenAsync(string account, string clientId, ImmutableArray<string> scopes, CancellationToken cancel) =>
        await consents.FindAsync(account, await KeyOfAsync(clientId, cancel), Statuses.Valid, AuthorizationTypes.Permanent, scopes, cancel).AnyAsync(cancel);

    /// <summary>同意.</summary>
    public async Task GiveAsync(string account, string clientId, ImmutableArray<string> scopes, CancellationToken cancel)
    {
        if (!await AreGivenAsync(account, clientId, scopes, cancel))
        {
            var consent = new OpenIddictAuthorizationDescriptor
            {
                ApplicationId = await KeyOfAsync(clientId, cancel),
                Subject = account,
                Status = Statuses.Valid,
                Type = AuthorizationTypes.Permanent,
            };
            consent.Scopes.UnionWith(scopes);
            await consents.CreateAsync(consent, cancel);
        }
    }

    private async Task<string> KeyOfAsync(string clientId, CancellationToken cancel) =>
        (await applications.GetIdAsync((await applications.FindByClientIdAsync(clientId, cancel))!, cancel))!;
}
