using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Clients;
using HnCe.Domain.Data;
using HnCe.Graph.Server;

namespace HnCe.Graph.Clients;

/// <summary>A program that may use the graph. 客户端. GRAPH-6, GRAPH-7.</summary>
[Name("RegisteredClient")]
public sealed class RegisteredClientView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>The name by which it asks for tokens; no secret. 客户端标识.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Name that people read when they consent. 名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>For whom it acts. 类型.</summary>
    public ClientKind Kind { get; init; }

    /// <summary>Names of its scopes with spaces between.</summary>
    [Ignore]
    public string ScopeNames { get; init; } = "";

    /// <summary>Its redirect addresses, one a line.</summary>
    [Ignore]
    public string RedirectLines { get; init; } = "";

    /// <summary>What it may be allowed. 授权范围.</summary>
    [Needs(nameof(ScopeNames))]
    public IReadOnlyList<ClientScope> Scopes => ClientScopes.Named(ScopeNames.Split(' '));

    /// <summary>Where codes may be sent; none for an integrator. 回调地址.</summary>
    [Needs(nameof(RedirectLines))]
    public IReadOnlyList<string> Redirects => RedirectLines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The organization whose jurisdiction an integrator has; null for an app. 所属单位.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>Whether it may run nothing but trusted documents. 只接受约定的查询文档. GRAPH-10.</summary>
    public bool OnlyTrustedDocuments { get; init; }

    /// <summary>When it was registered. 登记时间.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When the secret was last made; null for an app. 密钥更换时间.</summary>
    public DateTime? SecretAt { get; init; }

    /// <summary>Since when it is retired; null while in use. 停用.</summary>
    public DateTime? RetiredAt { get; init; }

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<RegisteredClient, RegisteredClientView>> Shape = c => new()
    {
        Key = c.Id,
        ClientId = c.ClientId,
        Name = c.Name,
        Kind = c.Kind,
        ScopeNames = c.Scopes,
        RedirectLines = c.Redirects,
        OrganizationName = c.Organization == null ? null : c.Organization.Name,
        OnlyTrustedDocuments = c.OnlyTrustedDocuments,
        CreatedAt = c.CreatedAt,
        SecretAt = c.SecretAt,
        RetiredAt = c.RetiredAt,
    };
}

/// <summary>A scope with the words that people read when they consent. 授权范围. GRAPH-6.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Name">Its name in a request for a token.</param>
/// <param name="Words">What it allows.</param>
/// <param name="ForIntegrators">Whether a program of an organization may have it.</param>
[Name("ClientScopeChoice")]
public sealed record ClientScopeView(ClientScope Scope, string Name, string Words, bool ForIntegrators);

/// <summary>What is typed about a new program. GRAPH-6, GRAPH-7.</summary>
public sealed class RegisterClientInput
{
    /// <summary>名称, up to 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>类型.</summary>
    public required ClientKind Kind { get; init; }

    /// <summary>授权范围.</summary>
    public required IReadOnlyList<ClientScope> Scopes { get; init; }

    /// <summary>回调地址 of an app: https, http on the device itself, or a private scheme such as cn.example.app:/callback.</summary>
    public IReadOnlyList<string>? Redirects { get; init; }

    /// <summary>单位类型 of an integrator: the user type of the organization's administrators.</summary>
    public UserType? OrganizationType { get; init; }

    /// <summary>组织机构代码 of an integrator; the province needs none.</summary>
    public string? OrganizationCode { get; init; }

    /// <summary>Whether it may run nothing but trusted documents; no, when left out. 只接受约定的查询文档.</summary>
    public bool? OnlyTrustedDocuments { get; init; }
}

/// <summary>Which documents a program may run. GRAPH-10.</summary>
public sealed class RestrictClientInput
{
    /// <summary>The program.</summary>
    public required Key<RegisteredClientView> Id { get; init; }

    /// <summary>Nothing but trusted documents, or any. 只接受约定的查询文档.</summary>
    public required bool OnlyTrustedDocuments { get; init; }
}

/// <summary>Which program. GRAPH-7.</summary>
public sealed class ClientIdInput
{
    /// <summary>The program.</summary>
    public required Key<RegisteredClientView> Id { get; init; }
}

/// <summary>A program and its secret, which is told once.</summary>
public sealed class ClientSecretPayload : Payload
{
    /// <summary>The program; null when refused.</summary>
    public Key<RegisteredClientView>? RegisteredClientId { get; init; }

    /// <summary>The name by which it asks for tokens. 客户端标识.</summary>
    public string? ClientId { get; init; }

    /// <summary>The secret, told once; null for an app. 密钥.</summary>
    public string? Secret { get; init; }
}

/// <summary>What came of restricting a program.</summary>
public sealed class RestrictClientPayload : Payload
{
    /// <summary>The program; null when refused.</summary>
    public Key<RegisteredClientView>? RegisteredClientId { get; init; }
}

/// <summary>What came of retiring a program.</summary>
public sealed class RetireClientPayload : Payload
{
    /// <summary>The program; null when refused.</summary>
    public Key<RegisteredClientView>? RegisteredClientId { get; init; }
}

[QueryType]
internal static class ClientQueries
{
    /// <summary>Programs that may use the graph, newest first. 客户端管理. GRAPH-7.</summary>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepClients)]
    public static Task<Page<RegisteredClientView>> RegisteredClients(
        PageRequest page, Selected<RegisteredClient, RegisteredClientView> selected, [FromServices] ClientReader reader, CancellationToken cancel) =>
        reader.ListAsync(page, selected.Shape, cancel);

    /// <summary>One program; null when there is none. 客户端. GRAPH-7.</summary>
    /// <param name="id">The program.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepClients)]
    public static Task<RegisteredClientView?> RegisteredClient(
        Key<RegisteredClientView> id, Selected<RegisteredClient, RegisteredClientView> selected, [FromServices] ClientReader reader, CancellationToken cancel) =>
        reader.FindAsync(id.Value, selected.Shape, cancel);

    /// <summary>What programs may be allowed. 授权范围. GRAPH-6.</summary>
    [OpenToAll]
    public static IReadOnlyList<ClientScopeView> ClientScopes() =>
        [.. Domain.Clients.ClientScopes.All.Select(scope => new ClientScopeView(scope, scope.NameOf(), scope.WordsOf(), scope.IsForIntegrators()))];
}

[MutationType]
internal static class ClientMutations
{
    /// <summary>Registers a program; the secret of an integrator is told once. 新增客户端. GRAPH-6, GRAPH-7.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepClients), Cost(50)]
    public static async Task<ClientSecretPayload> RegisterClient(RegisterClientInput input, [FromServices] RegisterClient useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(
            new()
            {
                Name = input.Name,
                Kind = input.Kind,
                Scopes = input.Scopes,
                Redirects = input.Redirects ?? [],
                OrganizationType = input.OrganizationType,
                OrganizationCode = input.OrganizationCode,
                OnlyTrustedDocuments = input.OnlyTrustedDocuments is true,
            }, cancel)).To(Told);

    /// <summary>Makes a new secret for an integrator; the former one is right no more. 更换密钥. GRAPH-7.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepClients), Cost(50)]
    public static async Task<ClientSecretPayload> RenewClientSecret(ClientIdInput input, [FromServices] RenewClientSecret useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id.Value, cancel)).To(Told);

    /// <summary>Lets a program run nothing but trusted documents, or any again; from its next operation on. 只接受约定的查询文档. GRAPH-10.</summary>
    /// <param name="input">Which, and what.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepClients)]
    public static async Task<RestrictClientPayload> RestrictClient(RestrictClientInput input, [FromServices] RestrictClient useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id.Value, input.OnlyTrustedDocuments, cancel)).To(id => new RestrictClientPayload { RegisteredClientId = new(id) });

    /// <summary>Retires a program for good; its tokens end at once. 停用客户端. GRAPH-7.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepClients)]
    public static async Task<RetireClientPayload> RetireClient(ClientIdInput input, [FromServices] RetireClient useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id.Value, cancel)).To(id => new RetireClientPayload { RegisteredClientId = new(id) });

    private static ClientSecretPayload Told(ClientSecret told) => new() { RegisteredClientId = new(told.Id), ClientId = told.ClientId, Secret = told.Secret };
}
