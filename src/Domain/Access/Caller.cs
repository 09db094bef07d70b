using HnCe.Domain.Organizations;

namespace HnCe.Domain.Access;

/// <summary>
/// Who asks: one account in one role, or one registered program for one organization, read fresh from the database for each request, or a visitor.
/// Never cached beyond the request, so a disabled account stops at once.
/// </summary>
public sealed record Caller
{
    /// <summary>Somebody who has not signed in.</summary>
    public static readonly Caller Visitor = new();

    /// <summary>The program itself: seeding, jobs, installation commands.</summary>
    public static readonly Caller System = new() { Name = "系统" };

    /// <summary>Key of the account; null for a visitor and for the program itself.</summary>
    public long? AccountId { get; init; }

    /// <summary>Role of the account (用户类型); null for a visitor.</summary>
    public UserType? Role { get; init; }

    /// <summary>Name of the person, for the audit log and verdicts.</summary>
    public string Name { get; init; } = "";

    /// <summary>Keyed hash of the person's ID number: the same person in another role has the same hash. Source: REV-11.</summary>
    public string PersonHash { get; init; } = "";

    /// <summary>Key of the organization that the account administers, or of the professional's employer.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>Key of the professional, for role 个人.</summary>
    public long? ProfessionalId { get; init; }

    /// <summary>Area of the caller's HR bureau; null for other roles.</summary>
    public Area? Area { get; init; }

    /// <summary>Signed in with the initial password: nothing is allowed but to change it. Source: ACC-02.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Network address of the request, for the audit log.</summary>
    public string Address { get; init; } = "";

    /// <summary>Key of the registered program that asks in its own name; null for people. Source: GRAPH-7.</summary>
    public long? ClientId { get; init; }

    /// <summary>What the scopes of a token leave of the role; null without a token. Source: GRAPH-6.</summary>
    public IReadOnlySet<Permission>? Granted { get; init; }

    /// <summary>Asks by a program that may run nothing but trusted documents. Source: GRAPH-10.</summary>
    public bool OnlyTrustedDocuments { get; init; }

    /// <summary>Whether somebody has signed in, or a registered program asks.</summary>
    public bool IsSignedIn => Holder is not null;

    /// <summary>Whose share of what is limited a request uses up: that of the account or of the registered program; null for a visitor. Source: GRAPH-11.</summary>
    public string? Holder => AccountId is { } account ? $"account {account}" : ClientId is { } client ? $"client {client}" : null;

    /// <summary>Whether the caller's role holds a permission, and the token's scopes, if there are any, leave it.</summary>
    public bool Can(Permission permission) =>
        Role is { } role && role.Grants(permission) && Granted?.Contains(permission) is not false && (!MustChangePassword || permission is Permission.ChangeOwnPassword);

    /// <summary>The rows that the caller reaches with a permission; nothing when the role lacks it or the account misses the key that the scope needs.</summary>
    public Jurisdiction ReachFor(Permission permission) => (Can(permission) ? Role!.Value.ScopeOf(permission) : null) switch
    {
        Scope.Everywhere => new Jurisdiction.Everywhere(),
        Scope.Self when AccountId is { } account => new Jurisdiction.Own(account, ProfessionalId),
        Scope.OwnEmployer when OrganizationId is { } employer => new Jurisdiction.Employer(employer),
        Scope.OwnOrganization when OrganizationId is { } organization => new Jurisdiction.OneOrganization(organization),
        Scope.Colleagues => new Jurisdiction.Colleagues(Role!.Value, OrganizationId),
        Scope.OwnIndustry when OrganizationId is { } department => new Jurisdiction.Industry(department),
        Scope.SentToUs when OrganizationId is { } organization => new Jurisdiction.SentTo(organization),
        Scope.OwnArea when Area is { CountyCode: { } county } => new Jurisdiction.County(county),
        Scope.OwnArea when Area is { CityCode: { } city } => new Jurisdiction.City(city),
        _ => new Jurisdiction.Nothing(),
    };
}
