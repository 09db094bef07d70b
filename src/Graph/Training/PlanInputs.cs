using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Graph.Files;
using HnCe.Graph.Server;

namespace HnCe.Graph.Training;

/// <summary>Which plans are wanted; conditions combine with AND. PLN-01, PLN-06, DEP-09.</summary>
public sealed class TrainingPlanFilterInput
{
    /// <summary>Part of the name. 计划名称.</summary>
    public string? Name { get; init; }

    /// <summary>Part of the institution's name. 申报机构.</summary>
    public string? InstitutionName { get; init; }

    /// <summary>Year that the hours count in. 继续教育年度.</summary>
    public int? CreditYear { get; init; }

    /// <summary>Subject category. 科目类型.</summary>
    public SubjectCategory? Category { get; init; }

    /// <summary>State. 审核状态.</summary>
    public PlanStatus? Status { get; init; }

    internal PlanFilter ToFilter() => new() { Name = Name, InstitutionName = InstitutionName, CreditYear = CreditYear, Category = Category, Status = Status };
}

/// <summary>A filled-in plan form; a draft may leave out all but name, both years, category and subject. 新增培训计划. PLN-04.</summary>
public sealed class TrainingPlanInput
{
    /// <summary>The plan to be changed; a new one without it. PLN-07.</summary>
    public Key<TrainingPlanView>? Id { get; init; }

    /// <summary>Name, up to 100 characters. 计划名称.</summary>
    public required string Name { get; init; }

    /// <summary>Subject category. 科目类型. PLN-02.</summary>
    public required SubjectCategory Category { get; init; }

    /// <summary>Subject, of that category and training year. 培训科目.</summary>
    public Key<SubjectView>? Subject { get; init; }

    /// <summary>Year of training, one of trainingYears. 培训年度.</summary>
    public required int TrainingYear { get; init; }

    /// <summary>Year that the hours count in: the year of training or the next one. 继续教育年度.</summary>
    public required int CreditYear { get; init; }

    /// <summary>Form, code of TRAINING_FORMS. 培训形式.</summary>
    public string? Form { get; init; }

    /// <summary>Credit hours in steps of 0.5, at most what the subject recommends. 学时. PLN-05.</summary>
    public decimal? Hours { get; init; }

    /// <summary>How many trainees are planned, 1 to 10000. 计划培训人数.</summary>
    public int? PlannedTrainees { get; init; }

    /// <summary>For whom. 培训对象.</summary>
    public string? Audience { get; init; }

    /// <summary>First day, within the year of training. 培训时间（起）.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day, before the credit year ends. 培训时间（止）.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Place. 培训地点.</summary>
    public string? Place { get; init; }

    /// <summary>Teachers. 主讲教师.</summary>
    public string? Teachers { get; init; }

    /// <summary>Fee. 收费标准.</summary>
    public string? Fee { get; init; }

    /// <summary>How trainees are judged; by score without it. 考核方式.</summary>
    public Assessment? Assessment { get; init; }

    /// <summary>Pass mark, 0 to 100; 60 without it. 合格分数线.</summary>
    public decimal? PassMark { get; init; }

    /// <summary>Content, up to 2000 characters. 培训内容.</summary>
    public string? Content { get; init; }

    /// <summary>Remark, up to 500 characters. 备注.</summary>
    public string? Remark { get; init; }

    /// <summary>Reviewing body; public subjects take the same-level bureau only. 送审部门. PLN-03.</summary>
    public ForwardTarget? Target { get; init; }

    /// <summary>The uploaded file; none is needed. 附件.</summary>
    public Key<AttachmentView>? File { get; init; }

    internal PlanInput ToInput()
    {
        var empty = new PlanData();
        return new()
        {
            Category = Category,
            SubjectId = Subject?.Value,
            Target = Target,
            FileId = File?.Value,
            Data = new()
            {
                Name = Name,
                TrainingYear = TrainingYear,
                CreditYear = CreditYear,
                Form = Form ?? "",
                Hours = Hours ?? 0,
                PlannedTrainees = PlannedTrainees ?? 0,
                Audience = Audience,
                StartsOn = StartsOn ?? default,
                EndsOn = EndsOn ?? default,
                Place = Place ?? "",
                Teachers = Teachers,
                Fee = Fee,
                Assessment = Assessment ?? empty.Assessment,
                PassMark = PassMark ?? empty.PassMark,
                Content = Content,
                Remark = Remark,
            },
        };
    }
}

/// <summary>Which plans are deleted; all of them or none. PLN-07.</summary>
public sealed class DeleteTrainingPlansInput
{
    /// <summary>The plans, at most 500.</summary>
    public required IReadOnlyList<Key<TrainingPlanView>> Ids { get; init; }
}

/// <summary>Another remark for a passed plan. PLN-08.</summary>
public sealed class RemarkTrainingPlanInput
{
    /// <summary>The plan.</summary>
    public required Key<TrainingPlanView> Id { get; init; }

    /// <summary>Remark, up to 500 characters; none removes it. 备注.</summary>
    public string? Remark { get; init; }
}

/// <summary>Which plans are decided, and how. PLN-06.</summary>
public sealed class ReviewTrainingPlansInput
{
    /// <summary>The plans, at most 500.</summary>
    public required IReadOnlyList<Key<TrainingPlanView>> Ids { get; init; }

    /// <summary>通过 or 不通过.</summary>
    public required ReviewDecision Decision { get; init; }

    /// <summary>Reason, 1 to 500 characters; required for FAIL. 原因.</summary>
    public string? Reason { get; init; }

    /// <summary>When the reviewer saw the plans, UTC; what was changed after it is left as it was. Now without it.</summary>
    public DateTime? SeenAt { get; init; }
}

/// <summary>What came of writing one plan.</summary>
public abstract class TrainingPlanPayload : Payload
{
    /// <summary>Opaque id of the plan; null when refused.</summary>
    public Key<TrainingPlanView>? TrainingPlanId { get; init; }
}

/// <summary>What came of sending a plan for review.</summary>
public sealed class SubmitTrainingPlanPayload : TrainingPlanPayload;

/// <summary>What came of saving a draft.</summary>
public sealed class SaveTrainingPlanDraftPayload : TrainingPlanPayload;

/// <summary>What came of changing the remark.</summary>
public sealed class RemarkTrainingPlanPayload : TrainingPlanPayload;

/// <summary>What came of deleting.</summary>
public sealed class DeleteTrainingPlansPayload : Payload
{
    /// <summary>How many were deleted; null when refused.</summary>
    public int? Deleted { get; init; }
}

/// <summary>What came of reviewing.</summary>
public sealed class ReviewTrainingPlansPayload : BatchPayload;
