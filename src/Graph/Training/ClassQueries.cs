using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Graph.Accounts;
using HnCe.Graph.Server;

namespace HnCe.Graph.Training;

/// <summary>Which classes are wanted; conditions combine with AND. SCO-06, REV-07.</summary>
/// <param name="Name">Part of the name. 培训班名称.</param>
/// <param name="TrainingYear">Training year. 培训年度.</param>
/// <param name="CreditYear">Credit year. 继续教育年度.</param>
/// <param name="Category">Subject category. 科目类型.</param>
/// <param name="Statuses">States. 申报状态.</param>
/// <param name="InstitutionName">Part of the institution's name. 申报机构.</param>
/// <param name="Plan">The plan. 培训计划. CLS-02.</param>
public sealed record ClassFilterInput(
    string? Name = null, int? TrainingYear = null, int? CreditYear = null, SubjectCategory? Category = null, IReadOnlyList<ClassStatus>? Statuses = null, string? InstitutionName = null,
    Key<TrainingPlanView>? Plan = null)
{
    internal ClassFilter ToFilter() => new()
    {
        Name = Name,
        TrainingYear = TrainingYear,
        CreditYear = CreditYear,
        Category = Category,
        Statuses = Statuses,
        InstitutionName = InstitutionName,
        PlanId = Plan?.Value,
    };
}

/// <summary>Which scores are wanted; conditions combine with AND. SCO-01, REV-09.</summary>
/// <param name="Class">The class. 培训班.</param>
/// <param name="Name">Part of the trainee's name. 姓名.</param>
/// <param name="Qualified">Whether the trainee qualifies. 是否合格.</param>
/// <param name="Professional">One person.</param>
/// <param name="CreditYear">Credit year. 继续教育年度.</param>
public sealed record ScoreFilterInput(
    Key<TrainingClassView>? Class = null, string? Name = null, bool? Qualified = null, Key<ProfessionalView>? Professional = null, int? CreditYear = null)
{
    internal ScoreFilter ToFilter() => new() { ClassId = Class?.Value, Name = Name, Qualified = Qualified, ProfessionalId = Professional?.Value, CreditYear = CreditYear };
}

[QueryType]
internal static class ClassQueries
{
    /// <summary>Classes of the caller's institution, newest first. 培训班管理, 学员成绩申报. CLS-01, SCO-06.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="classes">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static Task<Page<TrainingClassView>> TrainingClasses(
        ClassFilterInput? filter, PageRequest page, Selected<TrainingClass, TrainingClassView> selected, [FromServices] ClassReader classes, CancellationToken cancel) =>
        classes.OwnAsync((filter ?? new()).ToFilter(), page, selected.Shape, cancel);

    /// <summary>Submissions that were sent to the caller's organization, longest waiting first. 审核培训班申报信息. REV-07, REV-08.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="classes">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewTraining)]
    public static Task<Page<TrainingClassView>> ClassSubmissions(
        ClassFilterInput? filter, PageRequest page, Selected<TrainingClass, TrainingClassView> selected, [FromServices] ClassReader classes, CancellationToken cancel) =>
        classes.SubmittedAsync((filter ?? new()).ToFilter(), page, selected.Shape, cancel);

    /// <summary>How many submissions wait for the caller's organization, counted up to 1001. 待审核.</summary>
    /// <param name="classes">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewTraining)]
    public static Task<int> WaitingClassCount([FromServices] ClassReader classes, CancellationToken cancel) => classes.CountWaitingAsync(cancel);

    /// <summary>
    /// Results of trainees, newest first: of one's own classes, of submissions one reviews and, once submitted, of the people one looks after. 学员成绩. SCO-01, REV-09.
    /// </summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="classes">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewTrainingResults)]
    public static Task<Page<TraineeScoreView>> TraineeScores(
        ScoreFilterInput? filter, PageRequest page, Selected<TraineeScore, TraineeScoreView> selected, [FromServices] ClassReader classes, CancellationToken cancel) =>
        classes.ScoresAsync((filter ?? new()).ToFilter(), page, selected.Shape, cancel);
}

[Requires(Permission.ViewTrainingResults)]
internal sealed class TrainingClassNodes(ClassReader classes) : NodeLoader<TrainingClass, TrainingClassView>
{
    protected override Task<IReadOnlyList<TrainingClassView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<TrainingClass, TrainingClassView>> shape, CancellationToken cancel) =>
        classes.FindAsync(keys, shape, cancel);
}

[Requires(Permission.ViewTrainingResults)]
internal sealed class TraineeScoreNodes(ClassReader classes) : NodeLoader<TraineeScore, TraineeScoreView>
{
    protected override Task<IReadOnlyList<TraineeScoreView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<TraineeScore, TraineeScoreView>> shape, CancellationToken cancel) =>
        classes.FindScoresAsync(keys, shape, cancel);
}
