using System.Linq.Expressions;
using GraphQL;
using GraphQL.DataLoader;
using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
using HnCe.Domain.ReferenceData;
using HnCe.Domain.Training;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Training;

/// <summary>A training class with its one submission. 培训班. CLS-01, SCO-08.</summary>
[Name("TrainingClass")]
public sealed class TrainingClassView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Name. 培训班名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of the plan. 培训计划.</summary>
    public string PlanName { get; init; } = "";

    /// <summary>Who conducts it. 申报机构.</summary>
    public TrainingInstitutionView Institution { get; init; } = null!;

    /// <summary>Name of the subject. 培训科目.</summary>
    public string SubjectName { get; init; } = "";

    /// <summary>Subject category. 科目类型.</summary>
    public SubjectCategory Category { get; init; }

    /// <summary>Training year. 培训年度.</summary>
    public int TrainingYear { get; init; }

    /// <summary>Credit year. 继续教育年度.</summary>
    public int CreditYear { get; init; }

    /// <summary>Credit hours of each qualified trainee. 学时.</summary>
    public decimal Hours { get; init; }

    /// <summary>Code of TRAINING_FORMS. 培训形式.</summary>
    public string Form { get; init; } = "";

    /// <summary>Training form in words. 培训形式.</summary>
    [Needs(nameof(Form))]
    public string? FormName => SeedFile.NameOf("training_forms", Form);

    /// <summary>Trainees planned. 计划培训人数.</summary>
    public int PlannedTrainees { get; init; }

    /// <summary>How trainees are judged. 考核方式.</summary>
    public Assessment Assessment { get; init; }

    /// <summary>Score from which on a trainee qualifies. 合格分数线.</summary>
    public decimal PassMark { get; init; }

    /// <summary>First day. 开班时间.</summary>
    public DateOnly StartsOn { get; init; }

    /// <summary>Last day. 结束时间.</summary>
    public DateOnly EndsOn { get; init; }

    /// <summary>Place. 培训地点.</summary>
    public string Place { get; init; } = "";

    /// <summary>Who is in charge. 负责人.</summary>
    public string Manager { get; init; } = "";

    /// <summary>Phone of who is in charge. 联系电话.</summary>
    public string Phone { get; init; } = "";

    /// <summary>Most trainees. 班级人数上限.</summary>
    public int Capacity { get; init; }

    /// <summary>Teachers. 授课教师.</summary>
    public string? Teachers { get; init; }

    /// <summary>Remark. 备注.</summary>
    public string? Remark { get; init; }

    /// <summary>State. 申报状态.</summary>
    public ClassStatus Status { get; init; }

    /// <summary>Reviewing body; null before the submission. 送审部门.</summary>
    public IOrganizationView? Target { get; init; }

    /// <summary>When the scores were submitted, UTC.</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Why it was refused or revoked. 原因.</summary>
    public string? Reason { get; init; }

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<TrainingClass, TrainingClassView>> Shape = c => new()
    {
        Key = c.Id,
        Name = c.Data.Name,
        PlanName = c.Plan.Data.Name,
        Institution = TrainingInstitutionView.Shape.Of(c.Institution),
        SubjectName = c.Subject.Data.Name,
        Category = c.Category,
        TrainingYear = c.TrainingYear,
        CreditYear = c.CreditYear,
        Hours = c.Hours,
        Form = c.Plan.Data.Form,
        PlannedTrainees = c.Plan.Data.PlannedTrainees,
        Assessment = c.Plan.Data.Assessment,
        PassMark = c.Plan.Data.PassMark,
        StartsOn = c.Data.StartsOn,
        EndsOn = c.Data.EndsOn,
        Place = c.Data.Place,
        Manager = c.Data.Manager,
        Phone = c.Data.Phone,
        Capacity = c.Data.Capacity,
        Teachers = c.Data.Teachers,
        Remark = c.Data.Remark,
        Status = c.Status,
        Target = IOrganizationView.Shape.OfOptional(c.Target),
        SubmittedAt = c.SubmittedAt,
        DecidedAt = c.DecidedAt,
        Reason = c.Reason,
    };
}

/// <summary>Trainees of a class. 学员人数, 合格人数.</summary>
[Name("TraineeCounts")]
public sealed class TraineeCountsView
{
    /// <summary>All trainees. 人数.</summary>
    public int All { get; init; }

    /// <summary>Qualified trainees. 合格人数.</summary>
    public int Qualified { get; init; }
}

[Extends<TrainingClassView>]
internal static class ClassTrainees
{
    /// <summary>How many trainees it has now, and how many qualify. 目前人数. CLS-02.</summary>
    /// <param name="class">The class.</param>
    /// <param name="counts">Loads.</param>
    public static IDataLoaderResult<TraineeCountsView> Trainees([Parent] TrainingClassView @class, [FromServices] CountsByClass counts) => counts.Load(@class.Key, 0);
}

internal sealed class CountsByClass(ClassReader classes) : BatchLoader<long, int, TraineeCountsView>
{
    protected override async Task<IReadOnlyDictionary<long, TraineeCountsView>> LoadAsync(IReadOnlyList<long> keys, int selection, CancellationToken cancel)
    {
        var found = await classes.CountsAsync(keys, cancel);
        return keys.ToDictionary(key => key, key => found.TryGetValue(key, out var counts) ? new TraineeCountsView { All = counts.All, Qualified = counts.Qualified } : new());
    }
}

/// <summary>A trainee's result in one class. 学员成绩. SCO-01.</summary>
[Name("TraineeScore")]
public sealed class TraineeScoreView : INode
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

    /// <summary>The class. 培训班.</summary>
    public TrainingClassView Class { get; init; } = null!;

    /// <summary>Name. 姓名.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of the employer when the score was entered. 单位.</summary>
    public string EmployerName { get; init; } = "";

    /// <summary>Score, 0 to 100; null where only 合格 or 不合格 is given. 成绩. SCO-04.</summary>
    public decimal? Score { get; init; }

    /// <summary>Whether the trainee qualifies. 是否合格.</summary>
    public bool Qualified { get; init; }

    /// <summary>Remark. 备注.</summary>
    public string? Remark { get; init; }

    /// <summary>Why the reviewer left the trainee out; null when he did not. 剔除原因. REV-10.</summary>
    public string? ExclusionReason { get; init; }

    /// <summary>Credit hours once the class passed; 0 when the subject counted already in that year. 认定学时. SCO-12.</summary>
    public decimal? CreditedHours { get; init; }

    /// <summary>When it was entered, UTC.</summary>
    public DateTime EnteredAt { get; init; }

    /// <summary>ID number, masked. 身份证号码. PIPL.</summary>
    /// <param name="box">Opens.</param>
    /// <param name="clock">Clock.</param>
    public string IdNumber([FromServices] SecretBox box, [FromServices] TimeProvider clock) => box.MaskedIdNumber(IdNumberSealed, PersonHash, clock);

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<TraineeScore, TraineeScoreView>> Shape = s => new()
    {
        Key = s.Id,
        PersonHash = s.Professional.PersonHash,
        IdNumberSealed = s.Professional.IdNumberSealed,
        Class = TrainingClassView.Shape.Of(s.Class),
        Name = s.Professional.Name,
        EmployerName = s.Employer.Name,
        Score = s.Score,
        Qualified = s.Qualified,
        Remark = s.Remark,
        ExclusionReason = s.ExclusionReason,
        CreditedHours = s.CreditedHours,
        EnteredAt = s.EnteredAt,
    };
}
