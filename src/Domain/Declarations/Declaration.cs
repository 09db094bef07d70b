using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;
using HnCe.Domain.Files;
using HnCe.Domain.Organizations;

namespace HnCe.Domain.Declarations;

/// <summary>科目类型.</summary>
public enum SubjectCategory
{
    /// <summary>公需科目.</summary>
    Public,

    /// <summary>专业科目.</summary>
    Professional,
}

/// <summary>
/// 其它继续教育形式信息: one claim of credit hours by one of the fifteen other forms. Source: SPEC §10.
/// What single persons do goes through the methods; batch verbs move many rows by statements built on <see cref="DeclarationStates"/>.
/// </summary>
public sealed class Declaration : IScoped<Declaration>, IAudited, IStamped
{
    private Declaration()
    {
    }

    /// <summary>A new, empty declaration of a professional.</summary>
    public Declaration(Professional professional)
    {
        Professional = professional;
        ProfessionalId = professional.Id;
        EmployerId = professional.EmployerId;
        DepartmentId = professional.DepartmentId;
        IndustryDepartmentId = professional.IndustryDepartmentId;
        CityCode = professional.CityCode;
        CountyCode = professional.CountyCode;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the person.</summary>
    public long ProfessionalId { get; private set; }

    /// <summary>The person whose hours these are.</summary>
    public Professional Professional { get; private set; } = null!;

    /// <summary>Key of the employer at the time of declaring.</summary>
    public long EmployerId { get; private set; }

    /// <summary>The declaring employer.</summary>
    public Employer Employer { get; private set; } = null!;

    /// <summary>Key of the person's department at the time of declaring.</summary>
    public long? DepartmentId { get; private set; }

    /// <summary>Level column.</summary>
    public string? CityCode { get; private set; }

    /// <summary>Level column.</summary>
    public string? CountyCode { get; private set; }

    /// <summary>Industry department of the employer.</summary>
    public long? IndustryDepartmentId { get; private set; }

    /// <summary>继续教育类型.</summary>
    public DeclarationKind Kind { get; private set; }

    /// <summary>Version of the field definitions it was made with. Source: DEC-10.</summary>
    public int TypeVersion { get; private set; }

    /// <summary>科目类型.</summary>
    public SubjectCategory Category { get; private set; }

    /// <summary>计入年度. Source: IND-20.</summary>
    public int CreditYear { get; private set; }

    /// <summary>Title of the paper, course, project …</summary>
    public string Title { get; private set; } = "";

    /// <summary>Answers to the fields of its type, as a JSON object of strings.</summary>
    public string Details { get; private set; } = "{}";

    /// <summary>申报学时, credit hours in half steps; null in an unfinished draft. Source: DEC-04.</summary>
    public decimal? ClaimedHours { get; private set; }

    /// <summary>Hours that the credit rule proposed.</summary>
    public decimal? ProposedHours { get; private set; }

    /// <summary>怎样计算的: rule, version and the computation in words. Source: DEC-11.</summary>
    public string RuleTrace { get; private set; } = "";

    /// <summary>认定学时, set at review. Source: DEC-04.</summary>
    public decimal? RecognisedHours { get; private set; }

    /// <summary>备注, at most 1000 characters. Source: IND-22.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>Key of the one attachment. Source: IND-21.</summary>
    public long? FileId { get; private set; }

    /// <summary>The one attachment.</summary>
    public Attachment? File { get; private set; }

    /// <summary>Normalised number of the certificate, patent, ISSN + title …; finds duplicates. Source: DEC-08.</summary>
    public string? DuplicateKey { get; private set; }

    /// <summary>认定结果.</summary>
    public DeclarationStatus Status { get; private set; }

    /// <summary>Key of the reviewing organization, fixed at forwarding. Source: FWD-06.</summary>
    public long? TargetId { get; private set; }

    /// <summary>送审部门.</summary>
    public Organization? Target { get; private set; }

    /// <summary>When it was last sent to the employer (or saved as a draft), UTC.</summary>
    public DateTime SubmittedAt { get; private set; }

    /// <summary>When the employer forwarded it, UTC.</summary>
    public DateTime? ForwardedAt { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Reason of the last return or verdict.</summary>
    public string? Reason { get; private set; }

    /// <summary>Key of the failed declaration that this one replaces. Source: FWD-07.</summary>
    public long? ReplacesId { get; private set; }

    /// <summary>The failed declaration that this one replaces.</summary>
    public Declaration? Replaces { get; private set; }

    /// <summary>Keyed hash of the administrator who registered or forwarded it; he may not review it. Source: REV-11.</summary>
    public string? FiledByHash { get; private set; }

    /// <summary>Whether the employer registered it on the person's behalf. Source: EMP-19.</summary>
    public bool OnBehalf { get; private set; }

    /// <summary>本人异议: what the person said against what the employer registered, at most 500 characters. Source: DEC-09.</summary>
    public string? Objection { get; private set; }

    /// <summary>单位答复: why the employer stands by it; null while an objection keeps it from being forwarded. Source: DEC-09.</summary>
    public string? ObjectionAnswer { get; private set; }

    /// <summary>The write that last moved it.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public string AuditSubject => $"Declaration:{Id}";

    /// <inheritdoc/>
    public static Expression<Func<Declaration, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Everywhere => d => d.ForwardedAt != null,
        Jurisdiction.City { Code: var code } => d => d.CityCode == code && d.ForwardedAt != null,
        Jurisdiction.County { Code: var code } => d => d.CountyCode == code && d.ForwardedAt != null,
        Jurisdiction.Industry { Id: var id } => d => d.IndustryDepartmentId == id && d.ForwardedAt != null,
        Jurisdiction.SentTo { OrganizationId: var id } => d => d.TargetId == id,
        Jurisdiction.Employer { Id: var id } => d => d.EmployerId == id && d.Status != DeclarationStatus.Draft,
        Jurisdiction.Own { ProfessionalId: { } id } => d => d.ProfessionalId == id,
        _ => _ => false,
    };

    /// <summary>Only what <see cref="Reached"/> asks of a row, for asking it of many rows in memory.</summary>
    internal static readonly Expression<Func<Declaration, Declaration>> ReachOnly = d => new()
    {
        Id = d.Id,
        ProfessionalId = d.ProfessionalId,
        EmployerId = d.EmployerId,
        IndustryDepartmentId = d.IndustryDepartmentId,
        CityCode = d.CityCode,
        CountyCode = d.CountyCode,
        TargetId = d.TargetId,
        Status = d.Status,
        ForwardedAt = d.ForwardedAt,
    };

    /// <summary>Takes over a checked form and moves by an event of the table: draft, declare or register on behalf.</summary>
    public Refusal? Fill(DeclarationForm form, DeclarationEvent happening, WriteContext write)
    {
        if (Move(happening, write) is { } refusal)
        {
            return refusal;
        }

        Kind = form.Definition.Kind;
        TypeVersion = form.Definition.Version;
        Category = form.Category;
        CreditYear = form.CreditYear;
        Title = form.Title;
        Details = form.Details;
        ClaimedHours = form.ClaimedHours;
        ProposedHours = form.Proposal?.Hours;
        RuleTrace = form.Proposal?.Trace ?? "";
        Remark = form.Remark;
        FileId = form.FileId;
        DuplicateKey = form.DuplicateKey;
        ReplacesId = form.ReplacesId;
        SubmittedAt = write.At;
        return null;
    }

    /// <summary>撤回 by its owner. Source: IND-25.</summary>
    public Refusal? Withdraw(WriteContext write) => Move(DeclarationEvent.Withdraw, write);

    /// <summary>退回 with a reason; the person may correct it and declare again. Source: EMP-23.</summary>
    public Refusal? Return(string reason, WriteContext write)
    {
        if (Move(DeclarationEvent.Return, write) is { } refusal)
        {
            return refusal;
        }

        Reason = reason;
        return null;
    }

    /// <summary>改科目类型 by the employer, as long as it was not forwarded. Source: DEC-06.</summary>
    public Refusal? ChangeCategory(SubjectCategory category, WriteContext write)
    {
        if (Move(DeclarationEvent.ChangeCategory, write) is { } refusal)
        {
            return refusal;
        }

        Category = category;
        return null;
    }

    /// <summary>提出异议 by the person, once. Source: DEC-09.</summary>
    public Refusal? Object(string note, WriteContext write)
    {
        if (Objection is not null)
        {
            return DeclarationRefusals.NotObjectable;
        }

        if (Move(DeclarationEvent.Object, write) is { } refusal)
        {
            return refusal;
        }

        Objection = note;
        return null;
    }

    /// <summary>答复异议 by the employer; it can then be forwarded. Source: DEC-09.</summary>
    public Refusal? AnswerObjection(string reason, WriteContext write)
    {
        if (Objection is null || ObjectionAnswer is not null)
        {
            return DeclarationRefusals.NotObjected;
        }

        if (Move(DeclarationEvent.AnswerObjection, write) is { } refusal)
        {
            return refusal;
        }

        ObjectionAnswer = reason;
        return null;
    }

    /// <summary>撤销登记 by the employer, with a reason. Source: DEC-09.</summary>
    public Refusal? CancelRegistered(string reason, WriteContext write)
    {
        if (Move(DeclarationEvent.CancelRegistered, write) is { } refusal)
        {
            return refusal;
        }

        Reason = reason;
        return null;
    }

    private Refusal? Move(DeclarationEvent happening, WriteContext write)
    {
        var transition = DeclarationStates.Of(happening);
        if (!transition.From.Contains(Id == 0 ? null : Status))
        {
            return transition.Otherwise;
        }

        Status = transition.To ?? Status;
        ChangeId = write.ChangeId;
        Version++;
        if (happening is DeclarationEvent.RegisterOnBehalf)
        {
            (OnBehalf, FiledByHash) = (true, write.Caller.PersonHash);
        }

        return null;
    }
}
