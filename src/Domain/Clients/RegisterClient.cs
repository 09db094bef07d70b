using System.Security.Cryptography;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Tokens;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Clients;

/// <summary>What is typed about a new program.</summary>
public sealed record ClientInput
{
    /// <summary>名称, up to 50 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>类型.</summary>
    public ClientKind Kind { get; init; }

    /// <summary>授权范围.</summary>
    public IReadOnlyList<ClientScope> Scopes { get; init; } = [];

    /// <summary>回调地址, of an app.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];

    /// <summary>单位类型, of an integrator: the user type of the organization's administrators.</summary>
    public UserType? OrganizationType { get; init; }

    /// <summary>组织机构代码, of an integrator; the province needs none.</summary>
    public string? OrganizationCode { get; init; }

    /// <summary>只接受约定的查询文档.</summary>
    public bool OnlyTrustedDocuments { get; init; }
}

/// <summary>A program and its secret, which is told once.</summary>
/// <param name="Id">Key.</param>
/// <param name="ClientId">客户端标识.</param>
/// <param name="Secret">密钥; null for an app.</param>
public sealed record ClientSecret(long Id, string ClientId, string? Secret)
{
    // 256 bits; the hash of it is what is stored.
    internal static string Make() => Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>新增客户端. Source: GRAPH-6, GRAPH-7.</summary>
public sealed class RegisterClient(UnitOfWork work, TokenClients tokens)
{
    private const int MostName = 50;
    private const int MostRedirects = 10;
    private const int LongestRedirect = 300;

    /// <summary>Registers it. Answers with identifier and secret.</summary>
    public Task<Outcome<ClientSecret>> RunAsync(ClientInput input, CancellationToken cancel)
    {
        var secret = input.Kind is ClientKind.Integrator ? ClientSecret.Make() : null;
        return work.RunAsync<RegisteredClient, ClientSecret>(nameof(RegisterClient), async write =>
        {
            var refusals = Check(input);
            var organization = input.Kind is ClientKind.Integrator ? await OrganizationAsync(input, cancel) : null;
            if (input.Kind is ClientKind.Integrator && organization is null)
            {
                refusals.Add(input.OrganizationType is null ? ClientRefusals.OrganizationRequired : ClientRefusals.OrganizationNotFound);
            }

            if (refusals.Count > 0)
            {
                return refusals;
            }

            var client = new RegisteredClient(
                $"ce-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}", TypedText.Fold(input.Name), input.Scopes, RedirectsOf(input), organization, write.At);
            client.Restrict(input.OnlyTrustedDocuments);
            if (secret is not null)
            {
                client.RenewSecret(write.At);
            }

            work.Db.RegisteredClients.Add(client);
            await tokens.AddAsync(client, secret, cancel);
            return client;
        }, client => new(client.Id, client.ClientId, secret), cancel);
    }

    private static List<Refusal> Check(ClientInput input)
    {
        var name = TypedText.Fold(input.Name);
        List<Refusal> refusals =
        [
            .. name.Length == 0 ? [ClientRefusals.NameRequired] : Array.Empty<Refusal>(),
            .. TypedText.Fits(name, MostName) && name.Length <= 2 * MostName ? Array.Empty<Refusal>() : [ClientRefusals.NameTooLong],
            .. TypedText.IsStorable(name) ? Array.Empty<Refusal>() : [ClientRefusals.InvalidName],
            .. input.Scopes.Count == 0 ? [ClientRefusals.ScopeRequired] : Array.Empty<Refusal>(),
        ];
        if (input.Kind is ClientKind.Integrator)
        {
            refusals.AddRange(input.Scopes.All(scope => scope.IsForIntegrators()) ? [] : [ClientRefusals.ScopeNotForIntegrators]);
            return refusals;
        }

        var redirects = RedirectsOf(input);
        refusals.AddRange(redirects.Count == 0 ? [ClientRefusals.RedirectRequired] : redirects.Count <= MostRedirects && redirects.All(IsSafe) ? [] : [ClientRefusals.InvalidRedirect]);
        return refusals;
    }

    private static List<string> RedirectsOf(ClientInput input) => input.Kind is ClientKind.Integrator
        ? []
        : [.. input.Redirects.Select(redirect => redirect.Trim()).Where(redirect => redirect.Length > 0).Distinct()];

    // RFC 8252: TLS, the loopback interface, or a private scheme that is a domain name turned around and so nobody else's.
    private static bool IsSafe(string redirect) => redirect.Length <= LongestRedirect && redirect.All(c => c is > ' ' and <= '~')
        && Uri.TryCreate(redirect, UriKind.Absolute, out var address) && address.Fragment.Length == 0 && !redirect.Contains('#', StringComparison.Ordinal) && address.UserInfo.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback) || address.Scheme.Contains('.', StringComparison.Ordinal));

    private async Task<(UserType Role, long Id)?> OrganizationAsync(ClientInput input, CancellationToken cancel)
    {
        if (input.OrganizationType is not { } type || type is UserType.Individual or UserType.SystemAdmin)
        {
            return null;
        }

        var active = work.Db.Organizations.Where(o => o.State == OrganizationState.Active);
        var code = SignInKeys.CodeOf(type, input.OrganizationCode);
        var kind = SignInKeys.KindOf(type);
        var id = type is UserType.ProvincialDepartment
            ? await active.OfType<HrBureau>().Where(b => b.Tier == BureauTier.Province).Select(b => (long?)b.Id).SingleOrDefaultAsync(cancel)
            : await active.Where(o => o.CodeKey == code && EF.Property<string>(o, "Kind") == kind).Select(o => (long?)o.Id).SingleOrDefaultAsync(cancel);
        return id is { } found ? (type, found) : null;
    }
}
