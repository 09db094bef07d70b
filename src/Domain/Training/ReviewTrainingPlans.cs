using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>审核培训计划 by the body that a plan is addressed to, single or batch. Source: PLN-06, BUR-08, DEP-09.</summary>
public sealed class ReviewTrainingPlans(UnitOfWork work, Caller caller)
{
    /// <summary>
    /// Decides what waits and names the rest. <paramref name="seenAt"/> is when the reviewer saw the plans, UTC: an institution may still
    /// change what waits, and nobody shall pass what he has not read.
    /// </summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, ReviewDecision decision, string? reason, DateTime? seenAt, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(ReviewTrainingPlans), async write =>
        {
            var passed = decision is ReviewDecision.Pass;
            if ((Selection.Check(ids) ?? Selection.CheckReason(reason, required: !passed)) is { } refusal)
            {
                return refusal;
            }

            var (happening, seen) = (PlanStates.Of(passed ? PlanEvent.Pass : PlanEvent.Fail), seenAt ?? write.At);
            var batch = await StampedBatch<TrainingPlan>.BeginAsync(
                work.Db, caller.ReachFor(Permission.ReviewTraining), ids, p => new Candidate(p.Id, p.Status, p.SubmittedAt, p.SubmittedByHash), row => row.Id,
                row => !happening.From.Contains(row.Status) ? happening.Otherwise
                    : row.SubmittedByHash == caller.PersonHash ? PlanRefusals.OwnPlan
                    : row.SubmittedAt > seen ? PlanRefusals.ChangedMeanwhile : null,
                PlanRefusals.NotFound, cancel);
            var why = TextRule.Tidy(reason);
            await batch.Good.Where(p => p.Status == PlanStatus.Pending && p.SubmittedAt <= seen).ExecuteUpdateAsync(set => set
                .SetProperty(p => p.Status, happening.To!.Value)
                .SetProperty(p => p.Reason, why)
                .SetProperty(p => p.DecidedAt, write.At)
                .SetProperty(p => p.ChangeId, write.ChangeId)
                .SetProperty(p => p.Version, p => p.Version + 1), cancel);
            await Outbox.TellPlannersAsync(work.Db, write, passed ? MessageKind.PlanPassed : MessageKind.PlanFailed, why, cancel);
            return await batch.EndAsync(write, happening.Otherwise, cancel);
        }, cancel);

    private sealed record Candidate(long Id, PlanStatus Status, DateTime? SubmittedAt, string? SubmittedByHash);
}
