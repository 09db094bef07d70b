using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;

namespace HnCe.Domain.Training;

/// <summary>State of a training class and of its one submission (SPEC §18).</summary>
public enum ClassStatus
{
    /// <summary>已备案: scores are entered.</summary>
    Open,

    /// <summary>待审核: scores are submitted and frozen. Source: SCO-08, SCO-10.</summary>
    Submitted,

    /// <summary>通过: qualified trainees have their hours.</summary>
    Passed,

    /// <summary>不通过: final, as a class submits once only.</summary>
    Failed,

    /// <summary>已撤销: passed once, hours withdrawn.</summary>
    Revoked,

    /// <summary>已删除: kept for the log, shown nowhere.</summary>
    Deleted,
}

/// <summary>What a class says; the same for filing and changing. Source: CLS-03.</summary>
public sealed record ClassData
{
    /// <summary>培训班名称, up to 100 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>开班时间.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>结束时间.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>培训地点.</summary>
    public string Place { get; init; } = "";

    /// <summary>负责人.</summary>
    public string Manager { get; init; } = "";

    /// <summary>联系电话.</summary>
    public string Phone { get; init; } = "";

    /// <summary>班级人数上限.</summary>
    public int Capacity { get; init; }

    /// <summary>授课教师.</summary>
    public string? Teachers { get; init; }

    /// <summary>备注.</summary>
    public string? Remark { get; init; }
}

/// <summary>
/// 培训班: filed from a passed plan, with its scores and its one submission. Category, years, hours and subject are the plan's at the time
/// of filing, as a passed plan is frozen. Source: CLS-01 to CLS-05, SCO-08.
/// </summary>
public sealed class TrainingClass : IScoped<TrainingClass>
{
    private TrainingClass()
    {
    }

    /// <summary>A class of a passed plan.</summary>
    public TrainingClass(TrainingPlan plan, ClassData data)
    {
        Plan = plan;
        InstitutionId = plan.InstitutionId;
        SubjectId = plan.SubjectId;
        Category = plan.Category;
        TrainingYear = plan.Data.TrainingYear;
        CreditYear = plan.Data.CreditYear;
        Hours = plan.Data.Hours;
        Data = data;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the plan.</summary>
    public long PlanId { get; private set; }

    /// <summary>培训计划.</summary>
    public TrainingPlan Plan { get; private set; } = null!;

    /// <summary>Key of the institution.</summary>
    public long InstitutionId { get; private set; }

    /// <summary>申报机构.</summary>
    public TrainingInstitution Institution { get; private set; } = null!;

    /// <summary>Key of the subject.</summary>
    public long SubjectId { get; private set; }

    /// <summary>培训科目.</summary>
    public Subject Subject { get; private set; } = null!;

    /// <summary>科目类型.</summary>
    public SubjectCategory Category { get; private set; }

    /// <summary>培训年度.</summary>
    public int TrainingYear { get; private set; }

    /// <summary>继续教育年度: the year that the hours count in.</summary>
    public int CreditYear { get; private set; }

    /// <summary>学时 of each qualified trainee.</summary>
    public decimal Hours { get; private set; }

    /// <summary>What it says.</summary>
    public ClassData Data { get; private set; } = new();

    /// <summary>State.</summary>
    public ClassStatus Status { get; private set; }

    /// <summary>Key of the reviewing body; null before the submission.</summary>
    public long? TargetId { get; private set; }

    /// <summary>送审部门.</summary>
    public Organization? Target { get; private set; }

    /// <summary>When the scores were submitted, UTC.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Number of trainees at the submission.</summary>
    public int TraineeCount { get; private set; }

    /// <summary>Number of qualified trainees at the submission.</summary>
    public int QualifiedCount { get; private set; }

    /// <summary>Keyed hash of the ID number of who submitted. Source: REV-11.</summary>
    public string? SubmittedByHash { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was refused or revoked.</summary>
    public string? Reason { get; private set; }

    /// <summary>The write that last moved it.</summary>
    public Guid? ChangeId { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public static Expression<Func<TrainingClass, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Everywhere => c => c.SubmittedAt != null,
        Jurisdiction.OneOrganization { Id: var id } => c => c.InstitutionId == id && c.Status != ClassStatus.Deleted,
        Jurisdiction.SentTo { OrganizationId: var id } => c => c.TargetId == id,
        _ => _ => false,
    };

    /// <summary>Changes what it says, as long as no scores were submitted. Source: CLS-05.</summary>
    public Refusal? Change(ClassData data, WriteContext write)
    {
        if (Status is not ClassStatus.Open)
        {
            return ClassRefusals.Frozen;
        }

        Data = data;
        Stamp(write);
        return null;
    }

    /// <summary>上报成绩: once, whatever comes of it. Source: SCO-08, SCO-09.</summary>
    public Refusal? Submit(Organization target, int trainees, int qualified, WriteContext write)
    {
        if (Status is not ClassStatus.Open)
        {
            return ClassRefusals.SubmittedBefore;
        }

        (Status, Target, SubmittedAt) = (ClassStatus.Submitted, target, write.At);
        (TraineeCount, QualifiedCount, SubmittedByHash) = (trainees, qualified, write.Caller.PersonHash);
        Stamp(write);
        return null;
    }

    private void Stamp(WriteContext write) => (ChangeId, Version) = (write.ChangeId, Version + 1);
}
