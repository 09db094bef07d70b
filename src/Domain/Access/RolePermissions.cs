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

    /// <summary>The organization that the account administers, of whatever kind.</summary>
    OwnOrganization,

    /// <summary>The administrators of the account's own organization and role. Source: EMP-11, PRO-03, SYS-04.</summary>
    Colleagues,

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
            [ChangeOwnPassword] = Self,
            [ViewProfessionals] = Self,
            [Declare] = Self,
            [ViewDeclarations] = Self,
            [ViewYearCompletions] = Self,
            [ViewCertificates] = Self,
            [ViewTrainingResults] = Self,
            [ViewSubjects] = Everywhere,
        },
        [UserType.Employer] = new()
        {
            [UseOwnAccount] = Self,
            [ChangeOwnPassword] = Self,
            [UseSecondFactor] = Self,
            [ViewProfessionals] = OwnEmployer,
            [ReviewRegistrations] = SentToUs,
            [ManageProfessionals] = OwnEmployer,
            [ManageDepartments] = OwnEmployer,
            [ViewOrganizations] = OwnOrganization,
            [MaintainOrganization] = OwnOrganization,
            [ViewAccounts] = Colleagues,
            [AddAdministrators] = Colleagues,
            [RevokeAdministrators] = Colleagues,
            [ResetPasswords] = Colleagues,
            [ViewDeclarations] = OwnEmployer,
            [ForwardDeclarations] = OwnEmployer,
            [ViewYearCompletions] = OwnEmployer,
            [ViewCertificates] = OwnEmployer,
            [IssueCertificates] = OwnEmployer,
            [RevealPersonalData] = OwnEmployer,
            [ViewTrainingResults] = OwnEmployer,
            [ViewSubjects] = Everywhere,
        },
        [UserType.Institution] = new()
        {
            [UseOwnAccount] = Self,
            [ChangeOwnPassword] = Self,
            [UseSecondFactor] = Self,
            [ViewOrganizations] = OwnOrganization,
            [MaintainOrganization] = OwnOrganization,
            [ViewSubjects] = Everywhere,
            [ConductTraining] = OwnOrganization,
            [ViewTrainingResults] = OwnOrganization,
        },
        [UserType.LocalBureau] = new()
        {
            [UseOwnAccount] = Self,
            [ChangeOwnPassword] = Self,
            [UseSecondFactor] = Self,
            [ViewProfessionals] = OwnArea,
            [ReviewRegistrations] = SentToUs,
            [ViewOrganizations] = OwnArea,
            [ManageOrganizations] = OwnArea,
            [ViewAccounts] = OwnArea,
            [RevokeAdministrators] = OwnArea,
            [DisableAccounts] = OwnArea,
            [ViewDeclarations] = OwnArea,
            [ReviewDeclarations] = SentToUs,
            [RevokeDeclarations] = SentToUs,
            [ViewYearCompletions] = OwnArea,
            [ViewCertificates] = OwnArea,
            [IssueCertificates] = OwnArea,
            [RevealPersonalData] = OwnArea,
            [ViewSubjects] = Everywhere,
            [ReviewTraining] = SentToUs,
            [RevokeTraining] = SentToUs,
            [ViewTrainingResults] = OwnArea,
        },
        [UserType.IndustryDepartment] = new()
        {
            [UseOwnAccount] = Self,
            [ChangeOwnPassword] = Self,
            [UseSecondFactor] = Self,
            [ViewProfessionals] = OwnIndustry,
            [ViewOrganizations] = OwnIndustry,
            [ViewDeclarations] = OwnIndustry,
            [ReviewDeclarations] = SentToUs,
            [RevokeDeclarations] = SentToUs,
            [ViewYearCompletions] = OwnIndustry,
            [ViewSubjects] = Everywhere,
            [KeepSubjects] = OwnOrganization,
            [ReviewTraining] = SentToUs,
            [RevokeTraining] = SentToUs,
            [ViewTrainingResults] = OwnIndustry,
        },
        [UserType.ProvincialDepartment] = new()
        {
            [UseOwnAccount] = Self,
            [ChangeOwnPassword] = Self,
            [UseSecondFactor] = Self,
            [ViewProfessionals] = Everywhere,
            [ReviewRegistrations] = SentToUs,
            [ViewOrganizations] = Everywhere,
            [ManageOrganizations] = Everywhere,
            [ViewAccounts] = Everywhere,
            [AddAdministrators] = Colleagues,
            [RevokeAdministrators] = Everywhere,
            [ResetPasswords] = Colleagues,
            [DisableAccounts] = Everywhere,
            [ViewDeclarations] = Everywhere,
            [ReviewDeclarations] = SentToUs,
            [RevokeDeclarations] = Everywhere,
            [KeepCreditRules] = Everywhere,
            [ViewYearCompletions] = Everywhere,
            [ViewCertificates] = Everywhere,
            [IssueCertificates] = Everywhere,
            [RevealPersonalData] = Everywhere,
            [ViewSubjects] = Everywhere,
            [KeepSubjects] = OwnOrganization,
            [ReviewTraining] = SentToUs,
            [RevokeTraining] = Everywhere,
            [ViewTrainingResults] = Everywhere,
        },
        [UserType.SystemAdmin] = new()
        {
            [UseOwnAccount] = Self,
            [ChangeOwnPassword] = Self,
            [UseSecondFactor] = Self,
            [ViewAccounts] = Everywhere,
            [AddAdministrators] = Colleagues,
            [RevokeAdministrators] = Colleagues,
            [ResetPasswords] = Everywhere,
            [DisableAccounts] = Everywhere,
            [KeepBaseData] = Everywhere,
            [KeepClients] = Everywhere,
            [ViewAudit] = Everywhere,
        },
    };

    /// <summary>The scope in which a role holds a permission; null where the role does not hold it.</summary>
    public static Scope? ScopeOf(this UserType role, Permission permission) =>
        Table[role].TryGetValue(permission, out var scope) ? scope : null;

    /// <summary>Whether a role holds a permission at all.</summary>
    public static bool Grants(this UserType role, Permission permission) => Table[role].ContainsKey(permission);

    /// <summary>All permissions of a role.</summary>
    public static IReadOnlyCollection<Permission> PermissionsOf(UserType role) => Table[role].Keys;
}
