using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Graph.Server;

namespace HnCe.Graph.Training;

[QueryType]
internal static class PlanQueries
{
    /// <summary>
    /// Training plans: an institution's own, newest first; for reviewers what was sent to them, longest waiting first while it waits, newest first otherwise.
    /// 培训计划管理, 审核培训计划. PLN-01, PLN-06.
    /// </summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="plans">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining, Permission.ReviewTraining)]
    public static Task<Page<TrainingPlanView>> TrainingPlans(
        TrainingPlanFilterInput? filter, PageRequest page, Selected<TrainingPlan, TrainingPlanView> selected, [FromServices] PlanReader plans, CancellationToken cancel) =>
        plans.ListAsync((filter ?? new()).ToFilter(), page, selected.Shape, cancel);

    /// <summary>How many training plans a filter has, counted up to 1001. PLN-01, PLN-06.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="plans">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining, Permission.ReviewTraining)]
    public static Task<int> TrainingPlanCount(TrainingPlanFilterInput? filter, [FromServices] PlanReader plans, CancellationToken cancel) =>
        plans.CountAsync((filter ?? new()).ToFilter(), cancel);

    /// <summary>How many plans wait for the caller's organization, counted up to 1001. 审核培训计划. PLN-06.</summary>
    /// <param name="plans">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewTraining)]
    public static Task<int> WaitingPlanCount([FromServices] PlanReader plans, CancellationToken cancel) =>
        plans.CountAsync(new() { Status = PlanStatus.Pending }, cancel);

    /// <summary>The bodies to which the caller's institution may send a plan of a category. 送审部门. PLN-03.</summary>
    /// <param name="category">科目类型.</param>
    /// <param name="plans">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<IReadOnlyList<TrainingTargetView>> TrainingTargets(SubjectCategory category, [FromServices] PlanReader plans, CancellationToken cancel) =>
        [.. (await plans.TargetsAsync(category, cancel)).Select(target => new TrainingTargetView(target.Target, target.Name))];
}

[Requires(Permission.ConductTraining, Permission.ReviewTraining)]
internal sealed class TrainingPlanNodes(PlanReader plans) : NodeLoader<TrainingPlan, TrainingPlanView>
{
    protected override Task<IReadOnlyList<TrainingPlanView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<TrainingPlan, TrainingPlanView>> shape, CancellationToken cancel) =>
        plans.FindAsync(keys, shape, cancel);
}

[MutationType]
internal static class PlanMutations
{
    /// <summary>Adds a plan or changes one that has not passed, and sends it for review. 保存并送审. PLN-01 to PLN-07.</summary>
    /// <param name="input">The form.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<SubmitTrainingPlanPayload> SubmitTrainingPlan(TrainingPlanInput input, [FromServices] SubmitTrainingPlan useCase, CancellationToken cancel) =>
        Of<SubmitTrainingPlanPayload>(await useCase.RunAsync(input.Id?.Value, input.ToInput(), cancel));

    /// <summary>Keeps an unfinished plan that only the institution sees. 存草稿. SPEC §18.</summary>
    /// <param name="input">The form, as far as it is filled in.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<SaveTrainingPlanDraftPayload> SaveTrainingPlanDraft(TrainingPlanInput input, [FromServices] SaveTrainingPlanDraft useCase, CancellationToken cancel) =>
        Of<SaveTrainingPlanDraftPayload>(await useCase.RunAsync(input.Id?.Value, input.ToInput(), cancel));

    /// <summary>Deletes plans that have not passed; with a passed one among them, none. 删除, 批量删除. PLN-01, PLN-07.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<DeleteTrainingPlansPayload> DeleteTrainingPlans(DeleteTrainingPlansInput input, [FromServices] DeleteTrainingPlans useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Ids.Values(), cancel)).To(deleted => new DeleteTrainingPlansPayload { Deleted = deleted });

    /// <summary>Changes the remark of a passed plan, all that may change of it. 修改备注. PLN-08.</summary>
    /// <param name="input">Which, and the remark.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ConductTraining)]
    public static async Task<RemarkTrainingPlanPayload> RemarkTrainingPlan(RemarkTrainingPlanInput input, [FromServices] RemarkTrainingPlan useCase, CancellationToken cancel) =>
        Of<RemarkTrainingPlanPayload>(await useCase.RunAsync(input.Id.Value, input.Remark, cancel));

    /// <summary>Decides plans that were sent to the caller's organization, single or batch. 审核培训计划. PLN-06, BUR-08, DEP-09.</summary>
    /// <param name="input">Which, and how.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewTraining)]
    public static async Task<ReviewTrainingPlansPayload> ReviewTrainingPlans(ReviewTrainingPlansInput input, [FromServices] ReviewTrainingPlans useCase, CancellationToken cancel) =>
        BatchPayload.Of<TrainingPlanView, ReviewTrainingPlansPayload>(
            input.Ids, await useCase.RunAsync(input.Ids.Values(), input.Decision, input.Reason, input.SeenAt, cancel));

    private static TPayload Of<TPayload>(Outcome<long> outcome)
        where TPayload : TrainingPlanPayload, new() => outcome.To(key => new TPayload { TrainingPlanId = new(key) });
}
