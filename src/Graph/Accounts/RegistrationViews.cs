using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Accounts;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>A registration that the caller's organization decides on. 注册信息. EMP-14, BUR-06.</summary>
[Name("Registration")]
public sealed class RegistrationView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Hash that the sealed bytes are bound to.</summary>
    [Ignore]
    public string PersonHash { get; init; } = "";

    /// <summary>Sealed ID number.</summary>
    [Ignore]
    public byte[] IdNumberSealed { get; init; } = [];

    /// <summary>Sealed mobile phone number.</summary>
    [Ignore]
    public byte[] MobileSealed { get; init; } = [];

    /// <summary>What was registered.</summary>
    public RegistrationKind Kind { get; init; }

    /// <summary>State. 审核状态.</summary>
    public RegistrationStatus Status { get; init; }

    /// <summary>Name of the applicant. 姓名, 申请人.</summary>
    public string ApplicantName { get; init; } = "";

    /// <summary>The organization that the applicant wants to administer; the employer, for kind PROFESSIONAL. 单位名称.</summary>
    public IOrganizationView? Organization { get; init; }

    /// <summary>What that organization tells of itself. 注册信息. S-REV-03, S-REV-04.</summary>
    public OrganizationDetailsView? Details { get; init; }

    /// <summary>The new professional, for kind PROFESSIONAL.</summary>
    public ProfessionalView? Professional { get; init; }

    /// <summary>What else the applicant told of himself. 个人信息. EMP-14.</summary>
    public PersonalDataView? PersonalData { get; init; }

    /// <summary>When it was sent, UTC. 注册时间.</summary>
    public DateTime SubmittedAt { get; init; }

    /// <summary>When it was decided or taken back, UTC.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Why it was refused. 原因. EMP-15.</summary>
    public string? Reason { get; init; }

    /// <summary>The applicant's ID number, masked to the first six and last four characters. 身份证号码. PIPL.</summary>
    /// <param name="box">Opens.</param>
    /// <param name="clock">Clock.</param>
    public string ApplicantIdNumber([FromServices] SecretBox box, [FromServices] TimeProvider clock) => box.MaskedIdNumber(IdNumberSealed, PersonHash, clock);

    /// <summary>The applicant's mobile phone number, masked. 手机. PIPL, S-REV-01.</summary>
    /// <param name="box">Opens.</param>
    public string ApplicantMobile([FromServices] SecretBox box) => Masking.Mobile(box.Open(MobileSealed, SecretBox.Mobile, PersonHash));

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Registration, RegistrationView>> Shape = r => new()
    {
        Key = r.Id,
        PersonHash = r.Account.PersonHash,
        IdNumberSealed = r.Account.IdNumberSealed,
        MobileSealed = r.Account.MobileSealed,
        Kind = r.Kind,
        Status = r.Status,
        ApplicantName = r.Account.Name,
        Organization = IOrganizationView.Shape.OfOptional(r.Account.Organization),
        Details = OrganizationDetailsView.Shape.OfOptional(r.Account.Organization),
        Professional = ProfessionalView.Shape.OfOptional(r.Professional),
        PersonalData = PersonalDataView.Shape.OfOptional(r.Professional),
        SubmittedAt = r.SubmittedAt,
        DecidedAt = r.DecidedAt,
        Reason = r.Reason,
    };
}

/// <summary>How many registrations of one kind wait for the caller's organization. 待审核.</summary>
[Name("WaitingRegistrations")]
public sealed class WaitingRegistrationsView(WaitingRegistrations waiting)
{
    /// <summary>What was registered.</summary>
    public RegistrationKind Kind => waiting.Kind;

    /// <summary>How many; 1001 means more than 1000.</summary>
    public int Count => waiting.Count;
}

/// <summary>How far a registration is, as its applicant learns it. 注册审核进度. S-PUB-01.</summary>
[Name("RegistrationProgress")]
public sealed class RegistrationProgressView(RegistrationProgress progress)
{
    /// <summary>What was registered.</summary>
    public RegistrationKind Kind => progress.Kind;

    /// <summary>State. 审核状态.</summary>
    public RegistrationStatus Status => progress.Status;

    /// <summary>Name of the employer, or of the organization to be administered. 单位名称.</summary>
    public string Organization => progress.Organization;

    /// <summary>Name of the organization that decides. 审核部门.</summary>
    public string Reviewer => progress.Reviewer;

    /// <summary>When it was sent, UTC. 注册时间.</summary>
    public DateTime SubmittedAt => progress.SubmittedAt;

    /// <summary>When it was decided or taken back, UTC. 审核时间.</summary>
    public DateTime? DecidedAt => progress.DecidedAt;

    /// <summary>Why it was refused. 原因.</summary>
    public string? Reason => progress.Reason;
}
