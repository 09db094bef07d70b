using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Clients;

/// <summary>Reads registered programs.</summary>
public sealed class ClientReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<RegisteredClient, long> Newest = new("clients", c => c.Id, c => c.Id);

    /// <summary>A page of programs, newest first.</summary>
    public async Task<Page<TView>> ListAsync<TView>(PageRequest page, Expression<Func<RegisteredClient, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Newest.ReadAsync(Reached(db), page, shape, cancel);
    }

    /// <summary>One program; null when there is none.</summary>
    public async Task<TView?> FindAsync<TView>(long id, Expression<Func<RegisteredClient, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Where(c => c.Id == id).Select(shape).SingleOrDefaultAsync(cancel);
    }

    private IQueryable<RegisteredClient> Reached(HnCeDbContext db) => db.RegisteredClients.Within(caller.ReachFor(Permission.KeepClients));
}

/// <summary>What a token says about itself.</summary>
/// <param name="ClientId">The program that it was given to.</param>
/// <param name="Scopes">Names of its scopes.</param>
/// <param name="Account">The account that consented, as it was then; null for a program that asks in its own name.</param>
public sealed record TokenHolder(string ClientId, IReadOnlyCollection<string> Scopes, SignedInAccount? Account);

/// <summary>
/// Reads who a token belongs to, fresh for each request: a retired program, a disabled account, a changed password or a retired
/// organization ends it at once, and rights that were taken away since are gone. Source: GRAPH-6, GRAPH-7, ACC-04.
/// </summary>
public sealed class TokenCallerReader(IDbContextFactory<HnCeDbContext> factory, CallerReader accounts)
{
    /// <summary>The caller of a token, or null when it has ended.</summary>
    public async Task<Caller?> ReadAsync(TokenHolder token, string address, CancellationToken cancel)
    {
        var client = await FindAsync(token.ClientId, cancel);
        var caller = client is null || (client.Kind is ClientKind.App) != (token.Account is not null) ? null
            : token.Account is { } account ? await accounts.ReadAsync(account.AccountId, account.Stamp, address, cancel)
            : OfOrganization(client, address);
        return caller is null ? null : caller with
        {
            Granted = ClientScopes.PermissionsOf(ClientScopes.Named(token.Scopes.Intersect(client!.Scopes.Split(' ')))),
            OnlyTrustedDocuments = client.OnlyTrustedDocuments,
        };
    }

    private async Task<RegisteredClient?> FindAsync(string clientId, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.RegisteredClients.Include(c => c.Organization).SingleOrDefaultAsync(c => c.ClientId == clientId && c.RetiredAt == null, cancel);
    }

    private static Caller? OfOrganization(RegisteredClient client, string address) => client.Organization is not { State: OrganizationState.Active } organization ? null : new()
    {
        ClientId = client.Id,
        Role = client.Role,
        Name = client.Name,
        OrganizationId = organization.Id,
        Area = client.Role is UserType.LocalBureau ? new Area(organization.CityCode, organization.CountyCode) : null,
        Address = address,
    };
}
