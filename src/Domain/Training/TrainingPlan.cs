using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Files;
using HnCe.Domain.Organizations;

namespace HnCe.Domain.Training;

/// <summary>State of a training plan (SPEC §18).</summary>
public enum PlanStatus
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>待审核.</summary>
    Pending,

    /// <summary>通过: frozen. Source: PLN-08.</summary>
    Passed,

    /// <summary>不通过: may be edited, and is then pending again. Source: PLN-07.</summary>
    Failed,

    /// <summary>已删除: kept for the log, shown nowhere.</summary>
    Deleted,
}

/// <summary>考核方式: how trainees are judged. Source: SCO-04.</summary>
public enum Assessment
{
    /// <summary>Score from 0 to 100; the pass mark decides.</summary>
    Score,

    /// <summary>合格 or 不合格.</summary>
    PassFail,
}

/// <summary>What a plan says; the same for adding and changing. Source: PLN-04.</summary>
public sealed record PlanData
{
    /// <summary>计划名称, up to 100 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>培训年度.</summary>
    public int TrainingYear { get; init; }

    /// <summary>继续教育年度: the year that the hours count in.</summary>
    public int CreditYear { get; init; }

    /// <summary>培训形式, code of training_forms.</summary>
    public string Form { get; init; } = "";

    /// <summary>学时, credit hours in half steps; at most what the subject recommends. Source: PLN-05.</summary>
    public decimal Hours { get; init; }

    /// <summary>计划培训人数.</summary>
    public int PlannedTrainees { get; init; }

    /// <summary>培训对象.</summary>
    public string? Audience { get; init; }

    /// <summary>培训时间 from.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>培训时间 to.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>培训地点.</summary>
    public string Place { get; init; } = "";

    /// <summary>主讲教师.</summary>
    public string? Teachers { get; init; }

    /// <summary>收费标准.</summary>
    public string? Fee { get; init; }

    /// <summary>考核方式.</summary>
    public Assessment Assessment { get; init; }

    /// <summary>合格分数线, 0 to 100.</summary>
    public decimal PassMark { get; init; } = 60;

    /// <summary>培训内容, up to 2000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>备注, the only part that may change once it passed. Source: PLN-08.</summary>
    public string? Remark { get; init; }

    /// <summary>The same without blanks around texts, and without empty texts.</summary>
    public PlanData Tidy() => this with
    {
        Name = Name.Trim(),
        Form = Form.Trim(),
        Audience = TextRule.Tidy(Audience),
        Place = Place.Trim(),
        Teachers = TextRule.Tidy(Teachers),
        Fee = TextRule.Tidy(Fee),
        Content = TextRule.Tidy(Content),
        Remark = TextRule.Tidy(Remark),
    };
}

/// <summary>培训计划 of an institution, reviewed by the body it is addressed to. Source: PLN-01 to PLN-08.</summary>
public sealed class TrainingPlan : IScoped<TrainingPlan>, IAudited, IStamped
{
    private TrainingPlan()
    {
    }

    /// <summary>A draft of an institution.</summary>
    public TrainingPlan(TrainingInstitution institution) => Institution = institution;

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the institution.</summary>
    public long InstitutionId { get; private set; }

    /// <summary>申报机构.</summary>
    public TrainingInstitution Institution { get; private set; } = null!;

    /// <summary>Key of the subject.</summary>
    public long SubjectId { get; private set; }

    /// <summary>培训科目; its category is the plan's.</summary>
    public Subject Subject { get; private set; } = null!;

    /// <summary>科目类型.</summary>
    public SubjectCategory Category { get; private set; }

    /// <summary>What it says.</summary>
    public PlanData Data { get; private set; } = new();

    /// <summary>Key of the reviewing body.</summary>
    public long? TargetId { get; private set; }

    /// <summary>送审部门.</summary>
    public Organization? Target { get; private set; }

    /// <summary>Key of the file.</summary>
    public long? FileId { get; private set; }

    /// <summary>附件.</summary>
    public Attachment? File { get; private set; }

    /// <summary>State.</summary>
    public PlanStatus Status { get; private set; }

    /// <summary>When it was sent for review, UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Keyed hash of the ID number of who sent it; he may not review it. Source: REV-11.</summary>
    public string? SubmittedByHash { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>The write that last moved it.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public string AuditSubject => $"TrainingPlan:{Id}";

    /// <inheritdoc/>
    public static Expression<Func<TrainingPlan, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.OneOrganization { Id: var id } => p => p.InstitutionId == id && p.Status != PlanStatus.Deleted,
        Jurisdiction.SentTo { OrganizationId: var id } => p => p.TargetId == id && p.Status != PlanStatus.Deleted && p.Status != PlanStatus.Draft,
        _ => _ => false,
    };

    /// <summary>Takes over checked data and moves by an event of the table: draft or submit. A verdict on what it said before is gone.</summary>
    public Refusal? Fill(PlanData data, Subject subject, Organization? target, long? fileId, PlanEvent happening, WriteContext write)
    {
        if (Move(happening, write) is { } refusal)
        {
            return refusal;
        }

        (Data, FileId) = (data, fileId);
        (Subject, SubjectId, Category) = (subject, subject.Id, subject.Category);
        (Target, TargetId) = (target, target?.Id);
        (DecidedAt, Reason) = (null, null);
        if (happening is PlanEvent.Submit)
        {
            (SubmittedAt, SubmittedByHash) = (write.At, write.Caller.PersonHash);
        }

        return null;
    }

    /// <summary>修改备注 of a passed plan. Source: PLN-08.</summary>
    public Refusal? Remark(string? remark, WriteContext write)
    {
        if (Move(PlanEvent.Remark, write) is { } refusal)
        {
            return refusal;
        }

        Data = Data with { Remark = remark };
        return null;
    }

    private Refusal? Move(PlanEvent happening, WriteContext write)
    {
        var transition = PlanStates.Of(happening);
        if (!transition.From.Contains(Id == 0 ? null : Status))
        {
            return transition.Otherwise;
        }

        Status = transition.To ?? Status;
        ChangeId = write.ChangeId;
        Version++;
        return null;
    }
}
