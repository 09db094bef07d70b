using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>The signed-in account. 当前帐号. LOG-08.</summary>
[Name("Viewer")]
public sealed class ViewerView
{
    /// <summary>Key.</summary>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Name of the person. 真实姓名.</summary>
    public string Name { get; init; } = "";

    /// <summary>Role. 用户类型. GEN-01.</summary>
    public UserType UserType { get; init; }

    /// <summary>The organization administered, or the professional's employer; null for roles without one.</summary>
    public IOrganizationView? Organization { get; init; }

    /// <summary>Last sign-in before or at this one, UTC. 最近登录.</summary>
    public DateTime? LastSignInAt { get; init; }

    /// <summary>Hash that sealed texts are bound to.</summary>
    [Ignore]
    public string PersonHash { get; init; } = "";

    /// <summary>Sealed ID number.</summary>
    [Ignore]
    public byte[] IdNumberSealed { get; init; } = [];

    /// <summary>Sealed mobile phone number.</summary>
    [Ignore]
    public byte[] MobileSealed { get; init; } = [];

    /// <summary>Sealed mail address.</summary>
    [Ignore]
    public byte[] MailSealed { get; init; } = [];

    /// <summary>Signed in with the initial password: nothing is allowed but to change it. ACC-02.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Whether signing in asks for a second factor. 两步验证. SEC-B13.</summary>
    public bool TwoSteps { get; init; }

    /// <summary>What may be done at all; over which rows depends on the role's jurisdiction. SPEC §17.</summary>
    [Needs(nameof(UserType), nameof(MustChangePassword))]
    public IReadOnlyList<Permission> Permissions =>
        MustChangePassword ? [Permission.ChangeOwnPassword] : [.. RolePermissions.PermissionsOf(UserType).Order()];

    /// <summary>One's own ID number, masked to the first six and last four characters. 身份证号码. PIPL.</summary>
    /// <param name="box">Opens.</param>
    /// <param name="clock">Clock.</param>
    [Requires(Permission.UseOwnAccount)]
    public string? IdNumber([FromServices] SecretBox box, [FromServices] TimeProvider clock) =>
        Domain.Accounts.IdNumber.TryParse(box.Open(IdNumberSealed, SecretBox.IdNumber, PersonHash), clock.Today(), out var number) ? number.Masked : "";

    /// <summary>One's own mobile phone number, in full. 手机号码. IND-14.</summary>
    /// <param name="box">Opens.</param>
    [Requires(Permission.UseOwnAccount)]
    public string? Mobile([FromServices] SecretBox box) => box.Open(MobileSealed, SecretBox.Mobile, PersonHash);

    /// <summary>One's own mail address, in full. 电子邮箱. IND-14.</summary>
    /// <param name="box">Opens.</param>
    [Requires(Permission.UseOwnAccount)]
    public string? Mail([FromServices] SecretBox box) => box.Open(MailSealed, SecretBox.Mail, PersonHash);

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Account, ViewerView>> Shape = a => new()
    {
        Key = a.Id,
        Name = a.Name,
        UserType = a.UserType,
        LastSignInAt = a.LastSignInAt,
        PersonHash = a.PersonHash,
        IdNumberSealed = a.IdNumberSealed,
        MobileSealed = a.MobileSealed,
        MailSealed = a.MailSealed,
        MustChangePassword = a.MustChangePassword,
        TwoSteps = a.TwoFactorEnabled,
        Organization = IOrganizationView.Shape.OfOptional(a.Organization),
    };
}

/// <summary>A professional within the caller's reach. 专业技术人员. EMP-16.</summary>
[Name("Professional")]
public sealed class ProfessionalView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Hash that the sealed ID number is bound to.</summary>
    [Ignore]
    public string PersonHash { get; init; } = "";

    /// <summary>Sealed ID number.</summary>
    [Ignore]
    public byte[] IdNumberSealed { get; init; } = [];

    /// <summary>Sealed mobile phone number.</summary>
    [Ignore]
    public byte[] MobileSealed { get; init; } = [];

    /// <summary>Code of the title level.</summary>
    [Ignore]
    public string TitleLevelCode { get; init; } = "";

    /// <summary>Name. 姓名. IND-03.</summary>
    public string Name { get; init; } = "";

    /// <summary>Sex by the ID number. 性别. IND-07.</summary>
    public Sex Sex { get; init; }

    /// <summary>Employer. 所属法人单位. IND-04.</summary>
    public EmployerView Employer { get; init; } = null!;

    /// <summary>Department; null where none was chosen. 所属部门.</summary>
    public DepartmentView? Department { get; init; }

    /// <summary>Title level, which decides the required hours. 职称级别. REQ-02.</summary>
    public string TitleLevel => TitleLevels.NameOf(TitleLevelCode);

    /// <summary>Title. 专业技术职务.</summary>
    public string? TitleName { get; init; }

    /// <summary>Field of study, code of MAJORS. 所学专业.</summary>
    public string? Major { get; init; }

    /// <summary>Name of the field of study. 所学专业.</summary>
    [Needs(nameof(Major))]
    public string? MajorName => SeedFile.NameOf("majors", Major);

    /// <summary>Field of work. 从事专业.</summary>
    public string? Occupation { get; init; }

    /// <summary>When the employer approved the registration, UTC; null while it waits. EMP-14.</summary>
    public DateTime? ApprovedAt { get; init; }

    /// <summary>ID number, masked to the first six and last four characters. 身份证号码. PIPL.</summary>
    /// <param name="box">Opens.</param>
    /// <param name="clock">Clock.</param>
    public string IdNumber([FromServices] SecretBox box, [FromServices] TimeProvider clock) => box.MaskedIdNumber(IdNumberSealed, PersonHash, clock);

    /// <summary>Mobile phone number, masked. 手机. PIPL, S-EMP-08.</summary>
    /// <param name="box">Opens.</param>
    public string Mobile([FromServices] SecretBox box) => Masking.Mobile(box.Open(MobileSealed, SecretBox.Mobile, PersonHash));

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Professional, ProfessionalView>> Shape = p => new()
    {
        Key = p.Id,
        PersonHash = p.PersonHash,
        IdNumberSealed = p.IdNumberSealed,
        MobileSealed = p.Account.MobileSealed,
        TitleLevelCode = p.Data.TitleLevel,
        Name = p.Name,
        Sex = p.Sex,
        Employer = EmployerView.Shape.Of(p.Employer),
        Department = DepartmentView.Shape.OfOptional(p.Department),
        TitleName = p.Data.TitleName,
        Major = p.Data.Major,
        Occupation = p.Data.Occupation,
        ApprovedAt = p.ApprovedAt,
    };
}
