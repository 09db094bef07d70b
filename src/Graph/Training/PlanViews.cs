using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Declarations;
using HnCe.Domain.ReferenceData;
using HnCe.Domain.Training;
using HnCe.Graph.Files;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Training;

/// <summary>A training plan of an institution. 培训计划. PLN-01 to PLN-08.</summary>
[Name("TrainingPlan")]
public sealed class TrainingPlanView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>First day; the zero of dates in an unfinished draft.</summary>
    [Ignore]
    public DateOnly FirstDay { get; init; }

    /// <summary>Last day; the zero of dates in an unfinished draft.</summary>
    [Ignore]
    public DateOnly LastDay { get; init; }

    /// <summary>Name. 计划名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>Institution. 申报机构.</summary>
    public TrainingInstitutionView Institution { get; init; } = null!;

    /// <summary>Subject. 培训科目. PLN-02.</summary>
    public SubjectView Subject { get; init; } = null!;

    /// <summary>Subject category. 科目类型.</summary>
    public SubjectCategory Category { get; init; }

    /// <summary>Year of training. 培训年度.</summary>
    public int TrainingYear { get; init; }

    /// <summary>Year that the hours count in. 继续教育年度.</summary>
    public int CreditYear { get; init; }

    /// <summary>Form, code of TRAINING_FORMS; empty in an unfinished draft. 培训形式.</summary>
    public string Form { get; init; } = "";

    /// <summary>Name of the form. 培训形式.</summary>
    [Needs(nameof(Form))]
    public string? FormName => SeedFile.NameOf("training_forms", Form);

    /// <summary>Credit hours; 0 in an unfinished draft. 学时. PLN-05.</summary>
    public decimal Hours { get; init; }

    /// <summary>How many trainees are planned; 0 in an unfinished draft. 计划培训人数.</summary>
    public int PlannedTrainees { get; init; }

    /// <summary>For whom. 培训对象.</summary>
    public string? Audience { get; init; }

    /// <summary>First day; null in an unfinished draft. 培训时间（起）.</summary>
    public DateOnly? StartsOn => FirstDay == default ? null : FirstDay;

    /// <summary>Last day; null in an unfinished draft. 培训时间（止）.</summary>
    public DateOnly? EndsOn => LastDay == default ? null : LastDay;

    /// <summary>Place; empty in an unfinished draft. 培训地点.</summary>
    public string Place { get; init; } = "";

    /// <summary>Teachers. 主讲教师.</summary>
    public string? Teachers { get; init; }

    /// <summary>Fee. 收费标准.</summary>
    public string? Fee { get; init; }

    /// <summary>How trainees are judged. 考核方式.</summary>
    public Assessment Assessment { get; init; }

    /// <summary>Pass mark, 0 to 100. 合格分数线.</summary>
    public decimal PassMark { get; init; }

    /// <summary>Content. 培训内容.</summary>
    public string? Content { get; init; }

    /// <summary>Remark, all that may change once it passed. 备注. PLN-08.</summary>
    public string? Remark { get; init; }

    /// <summary>Reviewing body; null in an unfinished draft. 送审部门. PLN-03.</summary>
    public IOrganizationView? Target { get; init; }

    /// <summary>Attachment. 附件.</summary>
    public AttachmentView? Attachment { get; init; }

    /// <summary>State. 审核状态. SPEC §18.</summary>
    public PlanStatus Status { get; init; }

    /// <summary>When it was last sent for review, UTC; null for a draft. 送审时间.</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>When it was decided, UTC. 审核时间.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Reason of the verdict. 原因.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the institution can still change it. PLN-01.</summary>
    [Needs(nameof(Status))]
    public bool CanEdit => ((PlanStatus?)Status).Allows(PlanEvent.Submit);

    /// <summary>Whether the institution can still delete it. PLN-01.</summary>
    [Needs(nameof(Status))]
    public bool CanDelete => ((PlanStatus?)Status).Allows(PlanEvent.Delete);

    /// <summary>Whether the addressed body can decide it. PLN-06.</summary>
    [Needs(nameof(Status))]
    public bool CanReview => ((PlanStatus?)Status).Allows(PlanEvent.Pass);

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<TrainingPlan, TrainingPlanView>> Shape = p => new()
    {
        Key = p.Id,
        FirstDay = p.Data.StartsOn,
        LastDay = p.Data.EndsOn,
        Name = p.Data.Name,
        Institution = TrainingInstitutionView.Shape.Of(p.Institution),
        Subject = SubjectView.Shape.Of(p.Subject),
        Category = p.Category,
        TrainingYear = p.Data.TrainingYear,
        CreditYear = p.Data.CreditYear,
        Form = p.Data.Form,
        Hours = p.Data.Hours,
        PlannedTrainees = p.Data.PlannedTrainees,
        Audience = p.Data.Audience,
        Place = p.Data.Place,
        Teachers = p.Data.Teachers,
        Fee = p.Data.Fee,
        Assessment = p.Data.Assessment,
        PassMark = p.Data.PassMark,
        Content = p.Data.Content,
        Remark = p.Data.Remark,
        Target = IOrganizationView.Shape.OfOptional(p.Target),
        Attachment = AttachmentView.Shape.OfOptional(p.File),
        Status = p.Status,
        SubmittedAt = p.SubmittedAt,
        DecidedAt = p.DecidedAt,
        Reason = p.Reason,
    };
}

/// <summary>A body that may review what an institution sends. 送审部门. PLN-03.</summary>
/// <param name="Target">How it is chosen.</param>
/// <param name="Name">Its name.</param>
[Name("TrainingTarget")]
public sealed record TrainingTargetView(ForwardTarget Target, string Name);
