using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Declarations;
using HnCe.Graph.Accounts;
using HnCe.Graph.Files;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

/// <summary>One claim of credit hours by another form of continuing education. 其它继续教育形式信息. SPEC §10.</summary>
[Name("Declaration")]
public sealed class DeclarationView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Answers as JSON.</summary>
    [Ignore]
    public string DetailsJson { get; init; } = "{}";

    /// <summary>Key of the failed declaration that this one replaces.</summary>
    [Ignore]
    public long? ReplacesKey { get; init; }

    /// <summary>Version of the type.</summary>
    [Ignore]
    public int TypeVersion { get; init; }

    /// <summary>Form. 继续教育类型. DEC-01.</summary>
    public DeclarationKind Kind { get; init; }

    /// <summary>Subject category. 科目类型.</summary>
    public SubjectCategory Category { get; init; }

    /// <summary>Year that the hours count in. 计入年度. IND-20.</summary>
    public int CreditYear { get; init; }

    /// <summary>Title of the paper, course, project … 名称.</summary>
    public string Title { get; init; } = "";

    /// <summary>Claimed credit hours, in steps of 0.5; null in an unfinished draft. 申报学时. DEC-04.</summary>
    public decimal? ClaimedHours { get; init; }

    /// <summary>Credit hours that the rule proposed. DEC-11.</summary>
    public decimal? ProposedHours { get; init; }

    /// <summary>How the proposal was computed, in words. 怎样计算的. DEC-11.</summary>
    public string RuleTrace { get; init; } = "";

    /// <summary>Recognised credit hours, set at review. 认定学时. DEC-04.</summary>
    public decimal? RecognisedHours { get; init; }

    /// <summary>Remark, at most 1000 characters. 备注. IND-22.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The one attachment; null in an unfinished draft. 附件. IND-21.</summary>
    public AttachmentView? Attachment { get; init; }

    /// <summary>State. 认定结果.</summary>
    public DeclarationStatus Status { get; init; }

    /// <summary>Reviewing organization; null before forwarding. 送审部门. FWD-06.</summary>
    public IOrganizationView? Target { get; init; }

    /// <summary>When it was last sent to the employer or saved as a draft, UTC. 申报时间.</summary>
    public DateTime SubmittedAt { get; init; }

    /// <summary>When the employer forwarded it, UTC. 上报时间.</summary>
    public DateTime? ForwardedAt { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Reason of the last return or verdict. 原因. REV-05.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the employer registered it on the person's behalf. 单位登记. EMP-19.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>What the person said against what the employer registered. 本人异议. DEC-09.</summary>
    public string? Objection { get; init; }

    /// <summary>Why the employer stands by it; null while the objection keeps it from being forwarded. 单位答复. DEC-09.</summary>
    public string? ObjectionAnswer { get; init; }

    /// <summary>The person whose hours these are.</summary>
    public ProfessionalView Professional { get; init; } = null!;

    /// <summary>Declaring employer. 申报机构.</summary>
    public EmployerView Employer { get; init; } = null!;

    /// <summary>Whether its owner can still change it. IND-25.</summary>
    [Needs(nameof(Status))]
    public bool CanEdit => ((DeclarationStatus?)Status).Allows(DeclarationEvent.Declare);

    /// <summary>Whether its owner can still take it back. IND-25.</summary>
    [Needs(nameof(Status))]
    public bool CanWithdraw => ((DeclarationStatus?)Status).Allows(DeclarationEvent.Withdraw);

    /// <summary>Whether the employer can return it. EMP-23.</summary>
    [Needs(nameof(Status))]
    public bool CanReturn => ((DeclarationStatus?)Status).Allows(DeclarationEvent.Return);

    /// <summary>Whether its owner can object to it. 提出异议. DEC-09.</summary>
    [Needs(nameof(Status), nameof(Objection))]
    public bool CanObject => ((DeclarationStatus?)Status).Allows(DeclarationEvent.Object) && Objection is null;

    /// <summary>Whether an objection waits for the employer's answer. 本人有异议. DEC-09.</summary>
    [Needs(nameof(Status), nameof(Objection), nameof(ObjectionAnswer))]
    public bool CanAnswerObjection => ((DeclarationStatus?)Status).Allows(DeclarationEvent.AnswerObjection) && Objection is not null && ObjectionAnswer is null;

    /// <summary>Whether the employer can take back what it registered. 撤销登记. DEC-09.</summary>
    [Needs(nameof(Status))]
    public bool CanCancelRegistered => ((DeclarationStatus?)Status).Allows(DeclarationEvent.CancelRegistered);

    /// <summary>Whether the employer can forward it; not while an objection waits for its answer. EMP-22, DEC-09.</summary>
    [Needs(nameof(Status), nameof(Objection), nameof(ObjectionAnswer))]
    public bool CanForward => ((DeclarationStatus?)Status).Allows(DeclarationEvent.Forward) && !CanAnswerObjection;

    /// <summary>Whether the employer can still change its subject category. DEC-06.</summary>
    [Needs(nameof(Status))]
    public bool CanChangeCategory => ((DeclarationStatus?)Status).Allows(DeclarationEvent.ChangeCategory);

    /// <summary>Whether the reviewing organization can decide it. REV-13.</summary>
    [Needs(nameof(Status))]
    public bool CanReview => ((DeclarationStatus?)Status).Allows(DeclarationEvent.Pass);

    /// <summary>Whether it can be revoked. REV-12.</summary>
    [Needs(nameof(Status))]
    public bool CanRevoke => ((DeclarationStatus?)Status).Allows(DeclarationEvent.Revoke);

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Declaration, DeclarationView>> Shape = d => new()
    {
        Key = d.Id,
        DetailsJson = d.Details,
        TypeVersion = d.TypeVersion,
        ReplacesKey = d.ReplacesId,
        Kind = d.Kind,
        Category = d.Category,
        CreditYear = d.CreditYear,
        Title = d.Title,
        ClaimedHours = d.ClaimedHours,
        ProposedHours = d.ProposedHours,
        RuleTrace = d.RuleTrace,
        RecognisedHours = d.RecognisedHours,
        Remark = d.Remark,
        Attachment = AttachmentView.Shape.OfOptional(d.File),
        Status = d.Status,
        Target = IOrganizationView.Shape.OfOptional(d.Target),
        SubmittedAt = d.SubmittedAt,
        ForwardedAt = d.ForwardedAt,
        DecidedAt = d.DecidedAt,
        Reason = d.Reason,
        OnBehalf = d.OnBehalf,
        Objection = d.Objection,
        ObjectionAnswer = d.ObjectionAnswer,
        Professional = ProfessionalView.Shape.Of(d.Professional),
        Employer = EmployerView.Shape.Of(d.Employer),
    };
}

/// <summary>One answered field of a declaration. DEC-10.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Label">Chinese label.</param>
/// <param name="Value">Canonical value.</param>
/// <param name="Display">Value as people read it.</param>
[Name("DeclarationDetail")]
public sealed record DeclarationDetail(string Name, string Label, string Value, string Display)
{
    internal static IReadOnlyList<DeclarationDetail> Of(DeclarationTypeDefinition definition, string details)
    {
        var answers = DeclarationForm.Answers(details);
        return [.. definition.Fields.Where(one => answers.ContainsKey(one.Name)).Select(one => new DeclarationDetail(one.Name, one.Label, answers[one.Name], one.Display(answers[one.Name])))];
    }
}

/// <summary>One step in the history of a declaration. 办理过程. F15.</summary>
[Name("TimelineEntry")]
public sealed class TimelineEntryView
{
    /// <summary>Key of the declaration.</summary>
    [Ignore]
    public long DeclarationKey { get; init; }

    /// <summary>What happened.</summary>
    public DeclarationEvent Event { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Name of the acting person. 办理人.</summary>
    public string Actor { get; init; } = "";

    /// <summary>Acting organization; null for the professional himself.</summary>
    public IOrganizationView? Organization { get; init; }

    /// <summary>What was said. 原因.</summary>
    public string? Reason { get; init; }

    /// <summary>Recognised credit hours of a verdict.</summary>
    public decimal? Hours { get; init; }

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<TimelineEntry, TimelineEntryView>> Shape = e => new()
    {
        DeclarationKey = e.DeclarationId,
        Event = e.Event,
        At = e.At,
        Actor = e.Actor,
        Organization = IOrganizationView.Shape.OfOptional(e.Organization),
        Reason = e.Reason,
        Hours = e.Hours,
    };
}

/// <summary>Where an item stands among what waits, and where the reviewer goes from it. REV-03.</summary>
/// <param name="Position">The how many-th of what waits, from 1; null when it does not wait.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="PreviousId">Opaque id of the item before it; null for the first.</param>
/// <param name="NextId">Opaque id of the item behind it; after the last one, of the first; null when nothing else waits.</param>
[Name("ReviewPlace")]
public sealed record ReviewPlaceView(int? Position, int Waiting, Key<DeclarationView>? PreviousId, Key<DeclarationView>? NextId)
{
    internal static ReviewPlaceView Of(ReviewPlace place) => new(
        place.Position, place.Waiting, place.PreviousId is { } previous ? new(previous) : null, place.NextId is { } next ? new(next) : null);
}

/// <summary>A declaring employer with what of it waits for the caller's organization. 申报机构. REV-01.</summary>
[Name("WaitingEmployer")]
public sealed class WaitingEmployerView
{
    /// <summary>Key of the employer.</summary>
    [Ignore]
    public long EmployerKey { get; init; }

    /// <summary>How many people. 申报人数.</summary>
    public int People { get; init; }

    /// <summary>How many declarations wait. 待审数.</summary>
    public int Waiting { get; init; }

    /// <summary>When the longest waiting one was forwarded, UTC.</summary>
    public DateTime OldestAt { get; init; }

    /// <summary>When the newest one was forwarded, UTC. 最近申报时间.</summary>
    public DateTime LatestAt { get; init; }

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<WaitingEmployer, WaitingEmployerView>> Shape = w => new()
    {
        EmployerKey = w.EmployerId,
        People = w.People,
        Waiting = w.Waiting,
        OldestAt = w.OldestAt,
        LatestAt = w.LatestAt,
    };
}
