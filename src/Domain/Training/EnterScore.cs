using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>A result as it was typed. Source: SCO-02, SCO-04.</summary>
/// <param name="Score">成绩; wanted where the plan assesses by score.</param>
/// <param name="Qualified">合格 or 不合格; wanted where the plan assesses by that alone.</param>
/// <param name="Remark">备注, up to 200 characters.</param>
public sealed record TraineeResult(decimal? Score, bool? Qualified, string? Remark)
{
    private const int MostRemark = 200;

    /// <summary>Reads it by the plan's assessment: the score, and whether it is enough.</summary>
    public Outcome<(decimal? Score, bool Qualified)> Read(PlanData plan)
    {
        if (Remark is not null && !TypedText.Fits(Remark, MostRemark))
        {
            return ClassRefusals.RemarkTooLong;
        }

        return plan.Assessment switch
        {
            Assessment.PassFail => Qualified is { } result ? (null, result) : ClassRefusals.ResultNeeded,
            _ => Score is >= 0 and <= 100 && decimal.Round(Score.Value, 1) == Score ? (Score, Score >= plan.PassMark) : ClassRefusals.InvalidScore,
        };
    }
}

/// <summary>A person whom an ID number led to, shown for a check before 登记. Source: SCO-03.</summary>
/// <param name="Name">姓名.</param>
/// <param name="EmployerName">单位.</param>
public sealed record FoundTrainee(string Name, string EmployerName);

/// <summary>Looks up who an ID number is, so that hours land on the right account; each look leaves an audit line. Source: SCO-03, SEC-E4.</summary>
public sealed class FindTrainee(UnitOfWork work, Caller caller, SecretBox box, TimeProvider clock)
{
    /// <summary>The approved professional of that number.</summary>
    public Task<Outcome<FoundTrainee>> RunAsync(string idNumber, CancellationToken cancel) =>
        work.RunAsync<FoundTrainee>(nameof(FindTrainee), async write =>
        {
            if (!caller.Can(Permission.ConductTraining) || !IdNumber.TryParse(idNumber, clock.Today(), out var number))
            {
                return AccountRefusals.InvalidIdNumber;
            }

            var hash = box.HashOf(number);
            var found = await work.Db.Professionals.Where(p => p.PersonHash == hash && p.ApprovedAt != null)
                .Select(p => new { p.Id, p.Name, Employer = p.Employer.Name }).SingleOrDefaultAsync(cancel);
            if (found is null)
            {
                return ClassRefusals.TraineeUnknown;
            }

            write.Note($"Professional:{found.Id}", "\"looked up by ID number\"");
            return new FoundTrainee(found.Name, found.Employer);
        }, cancel);
}

/// <summary>成绩录入 and 修改 of one trainee of an open class. Source: SCO-01 to SCO-04.</summary>
public sealed class EnterScore(UnitOfWork work, Caller caller, SecretBox box, TimeProvider clock)
{
    /// <summary>登记: adds a trainee by ID number. Answers with the key of the row.</summary>
    public Task<Outcome<long>> RunAsync(long classId, string idNumber, TraineeResult result, CancellationToken cancel) =>
        work.RunAsync<TraineeScore, long>(nameof(EnterScore), async write =>
        {
            var @class = await OpenClassAsync(work.Db, caller, classId, cancel);
            if (@class.IsRefused)
            {
                return @class.Refusals.ToList();
            }

            List<Refusal> refusals = [];
            var read = result.Read(@class.Value!.Plan.Data);
            refusals.AddRange(read.Refusals);
            var hash = IdNumber.TryParse(idNumber, clock.Today(), out var number) ? box.HashOf(number) : null;
            var trainee = hash is null ? null : await work.Db.Professionals.SingleOrDefaultAsync(p => p.PersonHash == hash && p.ApprovedAt != null, cancel);
            if (trainee is null)
            {
                refusals.Add(hash is null ? AccountRefusals.InvalidIdNumber : ClassRefusals.TraineeUnknown);
            }
            else if (await work.Db.TraineeScores.AnyAsync(s => s.ClassId == classId && s.ProfessionalId == trainee.Id, cancel))
            {
                refusals.Add(ClassRefusals.TraineeTwice);
            }

            if (refusals.Count == 0 && await work.Db.TraineeScores.CountAsync(s => s.ClassId == classId, cancel) >= @class.Value.Data.Capacity)
            {
                refusals.Add(ClassRefusals.ClassFull);
            }

            if (refusals.Count > 0)
            {
                return refusals;
            }

            var score = new TraineeScore(@class.Value, trainee!, read.Value.Score, read.Value.Qualified, Blank(result.Remark), write.At);
            work.Db.Add(score);
            await Touch(work.Db, @class.Value, cancel);
            write.Note($"TraineeScore:{score.Id}", "\"entered\"");
            return score;
        }, score => score.Id, cancel);

    /// <summary>The open class of the caller's institution, with its plan.</summary>
    internal static async Task<Outcome<TrainingClass>> OpenClassAsync(HnCeDbContext db, Caller caller, long classId, CancellationToken cancel)
    {
        var found = await db.TrainingClasses.Include(c => c.Plan).Within(caller.ReachFor(Permission.ConductTraining)).SingleOrDefaultAsync(c => c.Id == classId, cancel);
        return found is null ? ClassRefusals.NotFound : found.Status is ClassStatus.Open ? found : ClassRefusals.Frozen;
    }

    /// <summary>Saves, and moves the token of the class, so that a submission in the same instant and this change cannot both happen. Source: SCO-10.</summary>
    internal static Task Touch(HnCeDbContext db, TrainingClass @class, CancellationToken cancel)
    {
        db.Entry(@class).Property(c => c.Version).CurrentValue++;
        return db.SaveChangesAsync(cancel);
    }

    internal static string? Blank(string? remark) => string.IsNullOrWhiteSpace(remark) ? null : remark.Trim();
}

/// <summary>修改 of one score of an open class. Source: SCO-01.</summary>
public sealed class ChangeScore(UnitOfWork work, Caller caller)
{
    /// <summary>Changes the result. Answers with the key of the row.</summary>
    public Task<Outcome<long>> RunAsync(long id, TraineeResult result, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(ChangeScore), async write =>
        {
            var score = await work.Db.TraineeScores.Include(s => s.Class.Plan).Within(caller.ReachFor(Permission.ConductTraining)).SingleOrDefaultAsync(s => s.Id == id, cancel);
            if (score is null)
            {
                return ClassRefusals.ScoreNotFound;
            }

            if (score.Class.Status is not ClassStatus.Open)
            {
                return ClassRefusals.Frozen;
            }

            var read = result.Read(score.Class.Plan.Data);
            if (read.IsRefused)
            {
                return read.Refusals.ToList();
            }

            score.Set(read.Value.Score, read.Value.Qualified, EnterScore.Blank(result.Remark));
            await EnterScore.Touch(work.Db, score.Class, cancel);
            write.Note($"TraineeScore:{id}", "\"changed\"");
            return id;
        }, cancel);
}

/// <summary>删除、批量删除 of scores of open classes. Source: SCO-01.</summary>
public sealed class DeleteScores(UnitOfWork work, Caller caller)
{
    /// <summary>Deletes what may go and names the rest.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(DeleteScores), async write =>
        {
            if (Declarations.Selection.Check(ids) is { } refusal)
            {
                return refusal;
            }

            List<long> asked = [.. ids.Distinct()];
            var reached = work.Db.TraineeScores.Within(caller.ReachFor(Permission.ConductTraining)).Among(s => s.Id, asked);
            var found = await reached.Select(s => new { s.Id, s.ClassId, s.Class.Status }).ToListAsync(cancel);
            var open = found.Where(s => s.Status is ClassStatus.Open).ToList();
            var classes = open.Select(s => s.ClassId).Distinct().ToList();
            var (keys, frozen) = (open.Select(s => s.Id).ToList(), found.Where(s => s.Status is not ClassStatus.Open).Select(s => s.Id).ToHashSet());

            // The class is moved first and only while open: a submission in the same instant either waits for this or undoes it.
            var held = await work.Db.TrainingClasses.Among(c => c.Id, classes).Where(c => c.Status == ClassStatus.Open)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), cancel);
            if (held != classes.Count)
            {
                return ClassRefusals.Frozen;
            }

            var deleted = await work.Db.TraineeScores.Among(s => s.Id, keys).ExecuteDeleteAsync(cancel);
            write.Note("TraineeScore", $"{{\"deleted\":[{string.Join(',', keys)}]}}");
            return new BatchOutcome(deleted, [.. asked.Where(id => !keys.Contains(id)).Select(id =>
                new RefusedRow(id, frozen.Contains(id) ? ClassRefusals.Frozen : ClassRefusals.ScoreNotFound))]);
        }, cancel);
}
