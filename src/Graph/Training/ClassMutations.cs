using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Graph.Server;

namespace HnCe.Graph.Training;

/// <summary>What a class says. CLS-03.</summary>
public sealed class ClassDataInput
{
    /// <summary>Name, up to 100 characters. 培训班名称.</summary>
    public required string Name { get; init; }

    /// <summary>First day, in the plan's training year. 开班时间.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day. 结束时间.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Place, up to 100 characters. 培训地点.</summary>
    public required string Place { get; init; }

    /// <summary>Who is in charge, up to 50 characters. 负责人.</summary>
    public required string Manager { get; init; }

    /// <summary>Phone, up to 20 characters. 联系电话.</summary>
    public required string Phone { get; init; }

    /// <summary>Most trainees; all classes of a plan together at most 120 % of what it planned. 班级人数上限. CLS-04.</summary>
    public required int Capacity { get; init; }

    /// <summary>Teachers, up to 200 characters. 授课教师.</summary>
    public string? Teachers { get; init; }

    /// <summary>Remark, up to 500 characters. 备注.</summary>
    public string? Remark { get; init; }

    internal ClassData ToData() => new()
    {
        Name = Name.Trim(),
        StartsOn = StartsOn,
        EndsOn = EndsOn,
        Place = Place.Trim(),
        Manager = Manager.Trim(),
        Phone = Phone.Trim(),
        Capacity = Capacity,
        Teachers = Teachers,
        Remark = Remark,
    };
}

/// <summary>A class to file from a plan, or one to change. CLS-02.</summary>
public sealed class FileTrainingClassInput
{
    /// <summary>The class to change; null files a new one.</summary>
    public Key<TrainingClassView>? Id { get; init; }

    /// <summary>The passed plan, for a new class; it stays. 培训计划.</summary>
    public Key<TrainingPlanView>? Plan { get; init; }

    /// <summary>What it says.</summary>
    public required ClassDataInput Data { get; init; }
}

/// <summary>What came of filing a class.</summary>
public sealed class FileTrainingClassPayload : Payload
{
    /// <summary>The class; null when refused.</summary>
    public Key<TrainingClassView>? ClassId { get; init; }

    /// <summary>What to look at, such as more trainees than planned; null when all is well. CLS-04.</summary>
    public string? Warning { get; init; }
}

/// <summary>Which classes are deleted. CLS-01.</summary>
public sealed class DeleteTrainingClassesInput
{
    /// <summary>The classes, at most 500; one that cannot go keeps all. CLS-05.</summary>
    public required IReadOnlyList<Key<TrainingClassView>> Ids { get; init; }
}

/// <summary>What came of deleting classes.</summary>
public sealed class DeleteTrainingClassesPayload : BatchPayload;

/// <summary>Whose ID number it is. SCO-03.</summary>
public sealed class FindTraineeInput
{
    /// <summary>All 18 characters. 身份证号码.</summary>
    public required string IdNumber { get; init; }
}

/// <summary>Whom an ID number led to. SCO-03.</summary>
public sealed class FindTraineePayload : Payload
{
    /// <summary>Name; null when refused. 姓名.</summary>
    public string? Name { get; init; }

    /// <summary>Name of the employer. 单位.</summary>
    public string? EmployerName { get; init; }
}

/// <summary>A result to enter. SCO-02.</summary>
public sealed class EnterScoreInput
{
    /// <summary>The class. 培训班.</summary>
    public required Key<TrainingClassView> Class { get; init; }

    /// <summary>ID number of an approved professional. 身份证号码. SCO-03.</summary>
    public required string IdNumber { get; init; }

    /// <summary>Score, 0 to 100 with one decimal, where the plan assesses by score. 成绩.</summary>
    public decimal? Score { get; init; }

    /// <summary>合格 or 不合格, where the plan assesses by that alone.</summary>
    public bool? Qualified { get; init; }

    /// <summary>Remark, up to 200 characters. 备注.</summary>
    public string? Remark { get; init; }
}

/// <summary>A result to change. SCO-01.</summary>
public sealed class ChangeScoreInput
{
    /// <summary>The row.</summary>
    public required Key<TraineeScoreView> Id { get; init; }

    /// <summary>Score, 0 to 100 with one decimal. 成绩.</summary>
    public decimal? Score { get; init; }

    /// <summary>合格 or 不合格, where the plan assesses by that alone.</summary>
    public bool? Qualified { get; init; }

    /// <summary>Remark, up to 200 characters. 备注.</summary>
    public string? Remark { get; init; }
}

/// <summary>What came of a change to one score.</summary>
public abstract class ScorePayload : Payload
{
    /// <summary>The row; null when refused.</summary>
    public Key<TraineeScoreView>? ScoreId { get; init; }

    internal static TPayload Of<TPayload>(Outcome<long> outcome)
        where TPayload : ScorePayload, new() => outcome.To(id => new TPayload { ScoreId = new(id) });
}

/// <summary>What came of entering a score.</summary>
public sealed class EnterScorePayload : ScorePayload;

/// <summary>What came of changing a score.</summary>
public sealed class ChangeScorePayload : ScorePayload;

/// <summary>What came of leaving a trainee out.</summary>
public sealed class ExcludeTraineePayload : ScorePayload;

/// <summary>Which scores are deleted. SCO-01.</summary>
public sealed class DeleteScoresInput
{
    /// <summary>The rows, at most 500.</summary>
    public required IReadOnlyList<Key<TraineeScoreView>> Ids { get; init; }
}

/// <summary>What came of deleting scores.</summary>
public sealed class DeleteScoresPayload : BatchPayload;

/// <summary>Which class is submitted, and to whom. SCO-09.</summary>
public sealed class SubmitClassScoresInput
{
    /// <summary>The class.</summary>
    public required Key<TrainingClassView> Class { get; init; }

    /// <summary>Reviewing body; public subjects go to the HR bureau only. 送审部门.</summary>
    public required ForwardTarget Target { get; init; }
}

/// <summary>What came of a submission. SCO-08.</summary>
public sealed class SubmitClassScoresPayload : Payload
{
    /// <summary>What to tell: 申报成功，请耐心等待上级部门的审批. MSG-09.</summary>
    public string? Message { get; init; }
}

/// <summary>Which submissions are decided, and how. REV-08.</summary>
public sealed class ReviewClassSubmissionsInput
{
    /// <summary>The classes, at most 500.</summary>
    public required IReadOnlyList<Key<TrainingClassView>> Ids { get; init; }

    /// <summary>通过 or 不通过.</summary>
    public required ReviewDecision Decision { get; init; }

    /// <summary>Reason, 1 to 500 characters; required for FAIL. 原因.</summary>
    public string? Reason { get; init; }
}

/// <summary>What came of reviewing submissions.</summary>
public sealed class ReviewClassSubmissionsPayload : BatchPayload;

/// <summary>Which trainee is left out of a submission, and why. REV-10.</summary>
public sealed class ExcludeTraineeInput
{
    /// <summary>The row.</summary>
    public required Key<TraineeScoreView> Id { get; init; }

    /// <summary>False takes the trainee back in.</summary>
    public required bool Exclude { get; init; }

    /// <summary>Reason, 1 to 500 characters; required to leave out. 原因.</summary>
    public string? Reason { get; init; }
}

/// <summary>Which passed classes are revoked, and why. REV-12.</summary>
public sealed class RevokeClassSubmissionsInput
{
    /// <summary>The classes, at most 500.</summary>
    public required IReadOnlyList<Key<TrainingClassView>> Ids { get; init; }

    /// <summary>Reason, 1 to 500 characters. 原因.</summary>
    public required string Reason { get; init; }
}

/// <summary>What came of revoking classes.</summary>
public sealed class RevokeClassSubmissionsPayload : BatchPayload;

[MutationType]
internal static class ClassMutations
{
    /// <summary>Files a class from a passed plan, or changes one. 培训班备案. CLS-01 to CLS-04.</summary>
    /// <param name="input">What was filled in.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<FileTrainingClassPayload> FileTrainingClass(FileTrainingClassInput input, [FromServices] FileTrainingClass useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id?.Value, input.Plan?.Value, input.Data.ToData(), cancel))
            .To(filed => new FileTrainingClassPayload { ClassId = new(filed.Id), Warning = filed.Warning });

    /// <summary>Deletes classes without scores. 删除, 批量删除. CLS-01, CLS-05.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<DeleteTrainingClassesPayload> DeleteTrainingClasses(DeleteTrainingClassesInput input, [FromServices] DeleteTrainingClasses useCase, CancellationToken cancel) =>
        BatchPayload.Of<TrainingClassView, DeleteTrainingClassesPayload>(input.Ids, await useCase.RunAsync(input.Ids.Values(), cancel));

    /// <summary>Says whose ID number it is, for a check before the score is entered; each look is written to the audit log. SCO-03.</summary>
    /// <param name="input">Which number.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<FindTraineePayload> FindTrainee(FindTraineeInput input, [FromServices] FindTrainee useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.IdNumber, cancel)).To(found => new FindTraineePayload { Name = found.Name, EmployerName = found.EmployerName });

    /// <summary>Enters a trainee's result. 登记. SCO-02 to SCO-04.</summary>
    /// <param name="input">Whose, and what.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<EnterScorePayload> EnterScore(EnterScoreInput input, [FromServices] EnterScore useCase, CancellationToken cancel) =>
        ScorePayload.Of<EnterScorePayload>(await useCase.RunAsync(input.Class.Value, input.IdNumber, new(input.Score, input.Qualified, input.Remark), cancel));

    /// <summary>Changes a trainee's result. 修改. SCO-01.</summary>
    /// <param name="input">Which, and to what.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<ChangeScorePayload> ChangeScore(ChangeScoreInput input, [FromServices] ChangeScore useCase, CancellationToken cancel) =>
        ScorePayload.Of<ChangeScorePayload>(await useCase.RunAsync(input.Id.Value, new(input.Score, input.Qualified, input.Remark), cancel));

    /// <summary>Deletes results of open classes. 删除, 批量删除. SCO-01.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<DeleteScoresPayload> DeleteScores(DeleteScoresInput input, [FromServices] DeleteScores useCase, CancellationToken cancel) =>
        BatchPayload.Of<TraineeScoreView, DeleteScoresPayload>(input.Ids, await useCase.RunAsync(input.Ids.Values(), cancel));

    /// <summary>Submits the scores of an ended class, once. 申报学时. SCO-08 to SCO-10.</summary>
    /// <param name="input">Which, and to whom.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<SubmitClassScoresPayload> SubmitClassScores(SubmitClassScoresInput input, [FromServices] SubmitClassScores useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Class.Value, input.Target, cancel)).To(_ => new SubmitClassScoresPayload { Message = "申报成功，请耐心等待上级部门的审批" });

    /// <summary>Passes or refuses whole classes. 审核培训班申报信息. REV-08, REV-11, SCO-11.</summary>
    /// <param name="input">Which, and how.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewTraining)]
    public static async Task<ReviewClassSubmissionsPayload> ReviewClassSubmissions(ReviewClassSubmissionsInput input, [FromServices] ReviewClassSubmissions useCase, CancellationToken cancel) =>
        BatchPayload.Of<TrainingClassView, ReviewClassSubmissionsPayload>(input.Ids, await useCase.RunAsync(input.Ids.Values(), input.Decision, input.Reason, cancel));

    /// <summary>Leaves a trainee out of a submission that waits, or takes that back. 剔除. REV-10.</summary>
    /// <param name="input">Whom, and why.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewTraining)]
    public static async Task<ExcludeTraineePayload> ExcludeTrainee(ExcludeTraineeInput input, [FromServices] ExcludeTrainee useCase, CancellationToken cancel) =>
        ScorePayload.Of<ExcludeTraineePayload>(await useCase.RunAsync(input.Id.Value, input.Exclude, input.Reason, cancel));

    /// <summary>Withdraws the hours of passed classes. 撤销. REV-12.</summary>
    /// <param name="input">Which, and why.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.RevokeTraining)]
    public static async Task<RevokeClassSubmissionsPayload> RevokeClassSubmissions(RevokeClassSubmissionsInput input, [FromServices] RevokeClassSubmissions useCase, CancellationToken cancel) =>
        BatchPayload.Of<TrainingClassView, RevokeClassSubmissionsPayload>(input.Ids, await useCase.RunAsync(input.Ids.Values(), input.Reason, cancel));
}
