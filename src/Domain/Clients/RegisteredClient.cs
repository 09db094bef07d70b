using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Clients;

/// <summary>What a program is.</summary>
public enum ClientKind
{
    /// <summary>移动或网页应用: acts for the person who signs in; keeps no secret.</summary>
    App,

    /// <summary>单位对接系统: acts for one organization with a secret of its own.</summary>
    Integrator,
}

/// <summary>客户端: a program that the system administrator let use the graph. Retired, never deleted. Source: GRAPH-6, GRAPH-7.</summary>
public sealed class RegisteredClient : IScoped<RegisteredClient>, IAudited
{
    private RegisteredClient()
    {
    }

    /// <summary>A new program.</summary>
    public RegisteredClient(string clientId, string name, IReadOnlyList<ClientScope> scopes, IReadOnlyList<string> redirects, (UserType Role, long Id)? organization, DateTime at)
    {
        (ClientId, Name, CreatedAt) = (clientId, name, at);
        (Kind, Role, OrganizationId) = (organization is null ? ClientKind.App : ClientKind.Integrator, organization?.Role, organization?.Id);
        Scopes = string.Join(' ', scopes.Distinct().Order().Select(scope => scope.NameOf()));
        Redirects = string.Join('\n', redirects.Distinct());
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>客户端标识: the name by which the program asks for tokens; no secret.</summary>
    public string ClientId { get; private set; } = "";

    /// <summary>名称, as people read it when they consent.</summary>
    public string Name { get; private set; } = "";

    /// <summary>类型.</summary>
    public ClientKind Kind { get; private set; }

    /// <summary>授权范围: names of scopes with spaces between.</summary>
    public string Scopes { get; private set; } = "";

    /// <summary>回调地址: where codes may be sent, one a line; none for an integrator.</summary>
    public string Redirects { get; private set; } = "";

    /// <summary>The role in which an integrator asks: that of the organization's administrators.</summary>
    public UserType? Role { get; private set; }

    /// <summary>Key of the organization whose jurisdiction an integrator has.</summary>
    public long? OrganizationId { get; private set; }

    /// <summary>The organization whose jurisdiction an integrator has.</summary>
    public Organization? Organization { get; private set; }

    /// <summary>只接受约定的查询文档: it may run nothing but trusted documents. Source: GRAPH-10.</summary>
    public bool OnlyTrustedDocuments { get; private set; }

    /// <summary>When it was registered, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the secret was last made, UTC; null for an app.</summary>
    public DateTime? SecretAt { get; private set; }

    /// <summary>停用 since, UTC; null while in use.</summary>
    public DateTime? RetiredAt { get; private set; }

    /// <inheritdoc/>
    public string AuditSubject => $"RegisteredClient:{Id}";

    /// <inheritdoc/>
    public static Expression<Func<RegisteredClient, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Everywhere => _ => true,
        _ => _ => false,
    };

    /// <summary>A new secret was made.</summary>
    public void RenewSecret(DateTime at) => SecretAt = at;

    /// <summary>From now on it may run nothing but trusted documents, or any again.</summary>
    public void Restrict(bool onlyTrustedDocuments) => OnlyTrustedDocuments = onlyTrustedDocuments;

    /// <summary>停用: for good.</summary>
    public void Retire(DateTime at) => RetiredAt = at;
}

internal sealed class RegisteredClientMapping : IEntityTypeConfiguration<RegisteredClient>
{
    public void Configure(EntityTypeBuilder<RegisteredClient> client)
    {
        client.HasOne(c => c.Organization).WithMany();
        client.Property(c => c.ClientId).HasMaxLength(64);
        client.Property(c => c.Name).HasMaxLength(100);
        client.Property(c => c.Redirects).HasMaxLength(4000);
        client.HasIndex(c => c.ClientId).IsUnique();
        client.HasIndex(c => c.OrganizationId);
    }
}
