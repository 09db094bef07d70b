using static HnCe.Domain.Access.Permission;
using static HnCe.Domain.Access.Scope;

namespace HnCe.Domain.Access;

/// <summary>Over which rows a permission holds, seen from the account that holds it.</summary>
public enum Scope
{
    /// <summary>Only what concerns the account itself.</summary>
    Self,

    /// <summary>What belongs to the account's own employer (本单位).</summary>
    OwnEmployer,

    /// <summary>What lies in the bureau's area: a city with its counties, or one county. Source: BUR-16.</summary>
    OwnArea,

    /// <summary>Employers that chose this industry department. Source: DEP-06, Q11.</summary>
    OwnIndustry,

    /// <summary>What was sent to the account's own organization. Source: REV-06.</summary>
    SentToUs,

    /// <summary>The whole province.</summary>
    Everywhere,
}

/// <summary>The one table of who may do what, and where. Source: SPEC §17; everything that is not in it is denied.</summary>
public static class RolePermissions
{
    private static readonly Dictionary<UserType, Dictionary<Permission, Scope>> Table = new()
    {
        [UserType.Individual] = new()
        {
            [UseOwnAccount] = Self,
            [ViewProfessionals] = Self,
            [Declare] = Self,
            [ViewDeclarations] = Self,
            [ViewYearCompletions] = Self,
            [ViewCertificates] = Self,
        },
        [UserType.Employer] = new()
        {
            [UseOwnAccount] = Self,
            [ViewProfessionals] = OwnEmployer,
            [ReviewRegistrations] = OwnEmployer,
            [ViewOrganizations] = OwnEmployer,
            [ViewDeclarations] = OwnEmployer,
            [ForwardDeclarations] = OwnEmployer,
            [ViewYearCompletions] = OwnEmployer,
            [ViewCertificates] = OwnEmployer,
            [IssueCertificates] = OwnEmployer,
            [RevealPersonalData] = OwnEmployer,
        },
        [UserType.Institution] = new() { [UseOwnAccount] = Self },
        [UserType.LocalBureau] = new()
        {
            [UseOwnAccount] = Self,
            [ViewProfessionals] = OwnArea,
            [ViewOrganizations] = OwnArea,
            [ViewDeclarations] = OwnArea,
            [ReviewDeclarations] = SentToUs,
            [RevokeDeclarations] = SentToUs,
            [ViewYearCompletions] = OwnArea,
            [ViewCertificates] = OwnArea,
            [IssueCertificates] = OwnArea,
            [RevealPersonalData] = OwnArea,
        },
        [UserType.IndustryDepartment] = new()
        {
            [UseOwnAccount] = Self,
            [ViewProfessionals] = OwnIndustry,
            [ViewOrganizations] = OwnIndustry,
            [ViewDeclarations] = OwnIndustry,
            [ReviewDeclarations] = SentToUs,
            [RevokeDeclarations] = SentToUs,
            [ViewYearCompletions] = OwnIndustry,
        },
        [UserType.ProvincialDepartment] = new()
        {
            [UseOwnAccount] = Self,
            [ViewProfessionals] = Everywhere,
            [ViewOrganizations] = Everywhere,
            [ViewDeclarations] = Everywhere,
            [ReviewDeclarations] = SentToUs,
            [RevokeDeclarations] = Everywhere,
            [ViewYearCompletions] = Everywhere,
            [ViewCertificates] = Everywhere,
            [IssueCertificates] = Everywhere,
            [RevealPersonalData] = Everywhere,
        },
        [UserType.SystemAdmin] = new() { [UseOwnAccount] = Self, [ViewAudit] = Everywhere },
    };

    /// <summary>The scope in which a role holds a permission; null where the role does not hold it.</summary>
    public static Scope? ScopeOf(this UserType role, Permission permission) =>
        Table[role].TryGetValue(permission, out var scope) ? scope : null;

    /// <summary>Whether a role holds a permission at all.</summary>
    public static bool Grants(this UserType role, Permission permission) => Table[role].ContainsKey(permission);

    /// <summary>All permissions of a role.</summary>
    public static IReadOnlyCollection<Permission> PermissionsOf(UserType role) => Table[role].Keys;
}
