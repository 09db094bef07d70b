using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Tokens;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Clients;

/// <summary>停用客户端: for good; its tokens end at once. Source: GRAPH-7.</summary>
public sealed class RetireClient(UnitOfWork work, TokenClients tokens, Caller caller)
{
    /// <summary>Retires it. Answers with the key.</summary>
    public Task<Outcome<long>> RunAsync(long id, CancellationToken cancel) => work.RunAsync<long>(nameof(RetireClient), async write =>
    {
        var client = await work.Db.RegisteredClients.InUseAsync(id, caller, cancel);
        if (client is null)
        {
            return ClientRefusals.NotFound;
        }

        client.Retire(write.At);
        await tokens.CloseAsync(client.ClientId, cancel);
        return client.Id;
    }, cancel);
}

/// <summary>更换密钥 of an integrator: the former secret is right no more; tokens that were given out end by themselves within minutes. Source: GRAPH-7.</summary>
public sealed class RenewClientSecret(UnitOfWork work, TokenClients tokens, Caller caller)
{
    /// <summary>Renews it. Answers with the secret, which is told once.</summary>
    public Task<Outcome<ClientSecret>> RunAsync(long id, CancellationToken cancel) => work.RunAsync<ClientSecret>(nameof(RenewClientSecret), async write =>
    {
        var client = await work.Db.RegisteredClients.InUseAsync(id, caller, cancel);
        if (client?.Kind is not ClientKind.Integrator)
        {
            return client is null ? ClientRefusals.NotFound : ClientRefusals.NoSecret;
        }

        var secret = ClientSecret.Make();
        client.RenewSecret(write.At);
        await tokens.RenewSecretAsync(client.ClientId, secret, cancel);
        return new ClientSecret(client.Id, client.ClientId, secret);
    }, cancel);
}

/// <summary>只接受约定的查询文档, or any again: holds from the program's next operation on. Source: GRAPH-10.</summary>
public sealed class RestrictClient(UnitOfWork work, Caller caller)
{
    /// <summary>Restricts it, or not. Answers with the key.</summary>
    public Task<Outcome<long>> RunAsync(long id, bool onlyTrustedDocuments, CancellationToken cancel) => work.RunAsync<long>(nameof(RestrictClient), async _ =>
    {
        if (await work.Db.RegisteredClients.InUseAsync(id, caller, cancel) is not { } client)
        {
            return ClientRefusals.NotFound;
        }

        client.Restrict(onlyTrustedDocuments);
        return client.Id;
    }, cancel);
}

file static class Kept
{
    public static Task<RegisteredClient?> InUseAsync(this IQueryable<RegisteredClient> clients, long id, Caller caller, CancellationToken cancel) =>
        clients.Within(caller.ReachFor(Permission.KeepClients)).SingleOrDefaultAsync(c => c.Id == id && c.RetiredAt == null, cancel);
}
