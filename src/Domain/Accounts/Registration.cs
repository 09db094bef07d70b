using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Organizations;

namespace HnCe.Domain.Accounts;

/// <summary>What somebody registered as.</summary>
public enum RegistrationKind
{
    /// <summary>个人: a professional; the employer reviews.</summary>
    Professional,

    /// <summary>单位: an employer with its first administrator; the same-level bureau reviews. Source: EMP-05.</summary>
    Employer,

    /// <summary>施教机构: an institution with its first administrator; the same-level bureau reviews. Source: INS-04.</summary>
    Institution,

    /// <summary>市、区（县）人社局: an administrator of an existing bureau; the bureau above reviews. Source: BUR-03, Q4.</summary>
    LocalBureau,

    /// <summary>行业主管部门: a department with its first administrator, or a further one; the same-level bureau reviews. Source: DEP-02.</summary>
    IndustryDepartment,
}

/// <summary>State of a registration.</summary>
public enum RegistrationStatus
{
    /// <summary>待审核.</summary>
    Pending,

    /// <summary>通过.</summary>
    Passed,

    /// <summary>不通过.</summary>
    Failed,

    /// <summary>已撤回: taken back by the applicant.</summary>
    Withdrawn,
}

/// <summary>
/// A registration that waits for, or got, the verdict of one organization. One queue for every kind of account. Source: EMP-14, BUR-06.
/// </summary>
public sealed class Registration : IScoped<Registration>
{
    private Registration()
    {
    }

    /// <summary>A new registration for a reviewing organization.</summary>
    public Registration(RegistrationKind kind, Account account, Organization reviewer, DateTime at)
    {
        Kind = kind;
        Account = account;
        Reviewer = reviewer;
        SubmittedAt = at;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>What was registered.</summary>
    public RegistrationKind Kind { get; private set; }

    /// <summary>Key of the new account.</summary>
    public long AccountId { get; private set; }

    /// <summary>The new account.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>The new professional, for kind 个人.</summary>
    public Professional? Professional { get; private set; }

    /// <summary>Key of the professional, for kind 个人.</summary>
    public long? ProfessionalId { get; private set; }

    /// <summary>Key of the organization that decides.</summary>
    public long ReviewerId { get; private set; }

    /// <summary>The organization that decides.</summary>
    public Organization Reviewer { get; private set; } = null!;

    /// <summary>State.</summary>
    public RegistrationStatus Status { get; private set; }

    /// <summary>When it was sent, UTC.</summary>
    public DateTime SubmittedAt { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>The write that last moved it.</summary>
    public Guid? ChangeId { get; private set; }

    /// <inheritdoc/>
    public static Expression<Func<Registration, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.SentTo { OrganizationId: var id } => r => r.ReviewerId == id,
        _ => _ => false,
    };

    /// <summary>A registration of a professional; the employer decides.</summary>
    public static Registration Of(Professional professional, DateTime at) =>
        new(RegistrationKind.Professional, professional.Account, professional.Employer, at) { Professional = professional };
}
