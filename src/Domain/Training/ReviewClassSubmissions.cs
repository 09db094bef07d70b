using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>审核培训班申报信息: passes or refuses whole classes, single or batch; qualified trainees get their hours. Source: REV-07 to REV-11, REV-13, SCO-11.</summary>
public sealed class ReviewClassSubmissions(UnitOfWork work, Caller caller)
{
    /// <summary>Decides what waits and names the rest.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, ReviewDecision decision, string? reason, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(ReviewClassSubmissions), async write =>
        {
            if ((Selection.Check(ids) ?? Selection.CheckReason(reason, decision is ReviewDecision.Fail)) is { } refusal)
            {
                return refusal;
            }

            List<long> asked = [.. ids.Distinct()];
            var reached = work.Db.TrainingClasses.Within(caller.ReachFor(Permission.ReviewTraining)).Among(c => c.Id, asked);
            var found = await reached.Select(c => new
            {
                c.Id,
                Waits = c.Status == ClassStatus.Submitted,
            }).ToDictionaryAsync(c => c.Id, cancel);
            var own = await reached.Concerning(caller, work.Db).Select(c => c.Id).ToListAsync(cancel);
            var good = found.Values.Where(c => c.Waits && !own.Contains(c.Id)).Select(c => c.Id).ToList();
            var words = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
            await work.Db.TrainingClasses.Among(c => c.Id, good).Where(c => c.Status == ClassStatus.Submitted).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.Status, decision is ReviewDecision.Pass ? ClassStatus.Passed : ClassStatus.Failed)
                .SetProperty(c => c.Reason, words)
                .SetProperty(c => c.DecidedAt, write.At)
                .SetProperty(c => c.ChangeId, write.ChangeId)
                .SetProperty(c => c.Version, c => c.Version + 1), cancel);
            if (decision is ReviewDecision.Pass)
            {
                await TrainingLedger.CreditAsync(work.Db, write, cancel);
                await Outbox.TellTraineesAsync(work.Db, write, MessageKind.TrainingCredited, null, cancel);
            }

            await Outbox.TellInstitutionsAsync(work.Db, write, decision is ReviewDecision.Pass ? MessageKind.ClassPassed : MessageKind.ClassFailed, words, cancel);
            var decided = (await work.Db.TrainingClasses.Where(c => c.ChangeId == write.ChangeId).Select(c => c.Id).ToListAsync(cancel)).ToHashSet();
            write.Note("TrainingClass", $"[{string.Join(',', decided.Order())}]");
            return new BatchOutcome(decided.Count, [.. asked.Where(id => !decided.Contains(id)).Select(id => new RefusedRow(id,
                !found.TryGetValue(id, out var row) ? ClassRefusals.NotFound : row.Waits && own.Contains(id) ? ClassRefusals.OwnClass : ClassRefusals.AlreadyReviewed))]);
        }, cancel);
}

/// <summary>剔除: leaves a trainee out of a submission that waits, with a reason, or takes that back. Source: REV-10.</summary>
public sealed class ExcludeTrainee(UnitOfWork work, Caller caller)
{
    /// <summary>Leaves out with a reason; null takes it back. Answers with the key of the row.</summary>
    public Task<Outcome<long>> RunAsync(long scoreId, bool exclude, string? reason, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(ExcludeTrainee), async write =>
        {
            if (Selection.CheckReason(reason, required: exclude) is { } refusal)
            {
                return refusal;
            }

            var score = await work.Db.TraineeScores.Include(s => s.Class).Within(caller.ReachFor(Permission.ReviewTraining)).SingleOrDefaultAsync(s => s.Id == scoreId, cancel);
            if (score is null)
            {
                return ClassRefusals.ScoreNotFound;
            }

            if (score.Class.Status is not ClassStatus.Submitted)
            {
                return ClassRefusals.AlreadyReviewed;
            }

            if (await work.Db.TrainingClasses.Concerning(caller, work.Db).AnyAsync(c => c.Id == score.ClassId, cancel))
            {
                return ClassRefusals.OwnClass;
            }

            score.Exclude(exclude ? reason!.Trim() : null);
            await EnterScore.Touch(work.Db, score.Class, cancel);
            write.Note($"TraineeScore:{scoreId}", exclude ? "\"excluded\"" : "\"included again\"");
            return scoreId;
        }, cancel);
}

/// <summary>撤销 of passed classes: hours are withdrawn, certificates of years no longer complete become void. Source: REV-12, CER-06.</summary>
public sealed class RevokeClassSubmissions(UnitOfWork work, Caller caller)
{
    /// <summary>Revokes what was passed and names the rest.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, string reason, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(RevokeClassSubmissions), async write =>
        {
            if ((Selection.Check(ids) ?? Selection.CheckReason(reason, required: true)) is { } refusal)
            {
                return refusal;
            }

            List<long> asked = [.. ids.Distinct()];
            var reached = work.Db.TrainingClasses.Within(caller.ReachFor(Permission.RevokeTraining)).Among(c => c.Id, asked);
            var known = await reached.Select(c => c.Id).ToListAsync(cancel);
            var own = await reached.Where(c => c.Status == ClassStatus.Passed).Concerning(caller, work.Db).Select(c => c.Id).ToListAsync(cancel);
            await work.Db.TrainingClasses.Among(c => c.Id, [.. known.Except(own)]).Where(c => c.Status == ClassStatus.Passed).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.Status, ClassStatus.Revoked)
                .SetProperty(c => c.Reason, reason.Trim())
                .SetProperty(c => c.DecidedAt, write.At)
                .SetProperty(c => c.ChangeId, write.ChangeId)
                .SetProperty(c => c.Version, c => c.Version + 1), cancel);
            await TrainingLedger.WithdrawAsync(work.Db, write, cancel);
            await Outbox.TellTraineesAsync(work.Db, write, MessageKind.TrainingWithdrawn, reason.Trim(), cancel);
            await Outbox.TellInstitutionsAsync(work.Db, write, MessageKind.ClassRevoked, reason.Trim(), cancel);
            var revoked = (await work.Db.TrainingClasses.Where(c => c.ChangeId == write.ChangeId).Select(c => c.Id).ToListAsync(cancel)).ToHashSet();
            write.Note("TrainingClass", $"{{\"revoked\":[{string.Join(',', revoked.Order())}]}}");
            return new BatchOutcome(revoked.Count, [.. asked.Where(id => !revoked.Contains(id)).Select(id =>
                new RefusedRow(id, !known.Contains(id) ? ClassRefusals.NotFound : own.Contains(id) ? ClassRefusals.OwnClass : ClassRefusals.NotPassed))]);
        }, cancel);
}

internal static class OwnClasses
{
    /// <summary>Those that the caller submitted or attended, in whatever role: he decides none of them. Source: REV-11.</summary>
    public static IQueryable<TrainingClass> Concerning(this IQueryable<TrainingClass> classes, Caller caller, HnCeDbContext db)
    {
        var hash = caller.PersonHash;
        return classes.Where(c => c.SubmittedByHash == hash || db.TraineeScores.Any(s => s.ClassId == c.Id && s.Professional.PersonHash == hash));
    }
}
