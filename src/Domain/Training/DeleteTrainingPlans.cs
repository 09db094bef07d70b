using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>删除 and 批量删除 of plans that have not passed; all of them or none. Source: PLN-01, PLN-07.</summary>
public sealed class DeleteTrainingPlans(UnitOfWork work, Caller caller)
{
    /// <summary>Deletes, or names what has passed. Answers with how many.</summary>
    public Task<Outcome<int>> RunAsync(IReadOnlyList<long> ids, CancellationToken cancel) =>
        work.RunAsync<int>(nameof(DeleteTrainingPlans), async write =>
        {
            if (Selection.Check(ids) is { } refusal)
            {
                return refusal;
            }

            List<long> asked = [.. ids.Distinct().Order()];
            var chosen = work.Db.TrainingPlans.Within(caller.ReachFor(Permission.ConductTraining)).Among(p => p.Id, asked);
            var found = await chosen.Select(p => new { p.Status, p.Data.Name }).ToListAsync(cancel);
            if (found.Where(p => p.Status is PlanStatus.Passed).Select(p => p.Name).ToList() is { Count: > 0 } passed)
            {
                return PlanRefusals.PassedAmong(passed);
            }

            var deleted = await chosen.Where(p => p.Status != PlanStatus.Passed).ExecuteUpdateAsync(set => set
                .SetProperty(p => p.Status, PlanStatus.Deleted)
                .SetProperty(p => p.ChangeId, write.ChangeId)
                .SetProperty(p => p.Version, p => p.Version + 1), cancel);
            if (deleted < asked.Count)
            {
                // Foreign or deleted before, or passed in this moment: as nothing is done by halves, nothing is done.
                return found.Count < asked.Count ? PlanRefusals.NotFound : PlanRefusals.Frozen;
            }

            write.Note(nameof(TrainingPlan), $"[{string.Join(',', asked)}]");
            return deleted;
        }, cancel);
}

/// <summary>修改备注, all that may change of a passed plan. Source: PLN-08.</summary>
public sealed class RemarkTrainingPlan(UnitOfWork work, Caller caller)
{
    /// <summary>Writes the remark; an empty one removes it. Answers with the key of the plan.</summary>
    public Task<Outcome<long>> RunAsync(long id, string? remark, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(RemarkTrainingPlan), async write =>
        {
            var plan = await work.Db.TrainingPlans.Within(caller.ReachFor(Permission.ConductTraining)).SingleOrDefaultAsync(p => p.Id == id, cancel);
            if (plan is null)
            {
                return PlanRefusals.NotFound;
            }

            if (TextRule.Check(remark, 500, "remark", "备注").ToList() is { Count: > 0 } refusals)
            {
                return refusals;
            }

            return plan.Remark(TextRule.Tidy(remark), write) is { } refusal ? refusal : plan.Id;
        }, cancel);
}
