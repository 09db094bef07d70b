using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>A class that was filed or changed.</summary>
/// <param name="Id">Key.</param>
/// <param name="Warning">What to look at, such as more trainees than planned; null when all is well. Source: CLS-04.</param>
public sealed record FiledClass(long Id, string? Warning);

/// <summary>培训班备案: files a class from a passed plan, or changes one whose scores were not submitted. Source: CLS-01 to CLS-05.</summary>
public sealed class FileTrainingClass(UnitOfWork work, Caller caller, TrainingLimits limits)
{
    private const int MostCapacity = 10_000;

    /// <summary>Files a new class of a plan, or changes the class <paramref name="id"/>, whose plan stays.</summary>
    public Task<Outcome<FiledClass>> RunAsync(long? id, long? planId, ClassData data, CancellationToken cancel) =>
        work.RunAsync<(TrainingClass Class, string? Warning), FiledClass>(nameof(FileTrainingClass), async write =>
        {
            var known = id is null ? null : await OwnAsync(id.Value, cancel);
            if (id is not null && known is null)
            {
                return ClassRefusals.NotFound;
            }

            var plan = known?.Plan ?? await work.Db.TrainingPlans.Within(caller.ReachFor(Permission.ConductTraining))
                .SingleOrDefaultAsync(p => p.Id == planId && p.Status == PlanStatus.Passed, cancel);
            if (plan is null)
            {
                return ClassRefusals.PlanNotPassed;
            }

            var refusals = Check(data, plan).ToList();
            var others = await work.Db.TrainingClasses.Where(c => c.PlanId == plan.Id && c.Id != id && c.Status != ClassStatus.Deleted).SumAsync(c => c.Data.Capacity, cancel);
            var (planned, together) = (plan.Data.PlannedTrainees, others + data.Capacity);
            if (together > planned * limits.MostCapacityPercent / 100m)
            {
                refusals.Add(ClassRefusals.TooManyTrainees(planned, limits.MostCapacityPercent));
            }

            if (id is not null && await work.Db.TraineeScores.CountAsync(s => s.ClassId == id, cancel) > data.Capacity)
            {
                refusals.Add(ClassRefusals.FewerThanEntered);
            }

            if (refusals.Count > 0)
            {
                return refusals;
            }

            if (known is null)
            {
                known = new TrainingClass(plan, data);
                work.Db.Add(known);
            }
            else if (known.Change(data, write) is { } frozen)
            {
                return frozen;
            }

            // The plan's token makes a second class that is filed in the same instant count this one's trainees.
            work.Db.Entry(plan).Property(p => p.Version).CurrentValue++;
            await work.Db.SaveChangesAsync(cancel);
            write.Note($"TrainingClass:{known.Id}", id is null ? "\"filed\"" : "\"changed\"");
            return (known, together > planned ? $"各培训班人数上限合计 {together} 人，已超过计划培训的 {planned} 人" : null);
        }, filed => new(filed.Class.Id, filed.Warning), cancel);

    private Task<TrainingClass?> OwnAsync(long id, CancellationToken cancel) =>
        work.Db.TrainingClasses.Include(c => c.Plan).Within(caller.ReachFor(Permission.ConductTraining)).SingleOrDefaultAsync(c => c.Id == id, cancel);

    private static IEnumerable<Refusal> Check(ClassData data, TrainingPlan plan)
    {
        foreach (var (text, path, label, most) in new[]
        {
            (data.Name, "name", "培训班名称", 100), (data.Place, "place", "培训地点", 100), (data.Manager, "manager", "负责人", 50), (data.Phone, "phone", "联系电话", 20),
        })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                yield return new(RefusalCode.Required, $"请填写{label}", $"data.{path}");
            }
            else if (!TypedText.Fits(text, most))
            {
                yield return new(RefusalCode.TooLong, $"{label}不得超过 {most} 字", $"data.{path}");
            }
            else if (!TypedText.IsStorable(text))
            {
                yield return new(RefusalCode.InvalidText, $"{label}含有无法保存的字符", $"data.{path}");
            }
        }

        foreach (var (text, path, label, most) in new[] { (data.Teachers, "teachers", "授课教师", 200), (data.Remark, "remark", "备注", 500) })
        {
            if (text is not null && !TypedText.Fits(text, most))
            {
                yield return new(RefusalCode.TooLong, $"{label}不得超过 {most} 字", $"data.{path}");
            }
            else if (text is not null && !TypedText.IsStorable(text))
            {
                yield return new(RefusalCode.InvalidText, $"{label}含有无法保存的字符", $"data.{path}");
            }
        }

        if (data.EndsOn < data.StartsOn)
        {
            yield return ClassRefusals.DatesReversed;
        }

        if (data.StartsOn.Year != plan.Data.TrainingYear)
        {
            yield return ClassRefusals.OutsideYear;
        }

        if (data.Capacity is < 1 or > MostCapacity)
        {
            yield return ClassRefusals.CapacityNeeded;
        }
    }
}

/// <summary>删除、批量删除 of classes without scores that were not submitted; one that cannot go keeps all. Source: CLS-01, CLS-05.</summary>
public sealed class DeleteTrainingClasses(UnitOfWork work, Caller caller)
{
    /// <summary>Deletes all or none; names the culprits.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(DeleteTrainingClasses), async write =>
        {
            if (Declarations.Selection.Check(ids) is { } refusal)
            {
                return refusal;
            }

            List<long> asked = [.. ids.Distinct()];
            var reached = work.Db.TrainingClasses.Within(caller.ReachFor(Permission.ConductTraining)).Among(c => c.Id, asked);

            // Moved first: a score that is entered in the same instant is either seen here or undone.
            await reached.Where(c => c.Status == ClassStatus.Open).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), cancel);
            var found = await reached.Select(c => new { c.Id, c.Status, Scores = work.Db.TraineeScores.Any(s => s.ClassId == c.Id) }).ToDictionaryAsync(c => c.Id, cancel);
            List<RefusedRow> refused = [.. asked.Select(id => (Id: id, Row: found.GetValueOrDefault(id))).Select(one => (one.Id, Refusal:
                one.Row is null ? ClassRefusals.NotFound : one.Row.Status is not ClassStatus.Open ? ClassRefusals.Frozen : one.Row.Scores ? ClassRefusals.HasScores : null))
                .Where(one => one.Refusal is not null).Select(one => new RefusedRow(one.Id, one.Refusal!))];
            if (refused.Count > 0)
            {
                return new BatchOutcome(0, refused);
            }

            var deleted = await reached.Where(c => c.Status == ClassStatus.Open).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.Status, ClassStatus.Deleted).SetProperty(c => c.ChangeId, write.ChangeId).SetProperty(c => c.Version, c => c.Version + 1), cancel);
            write.Note("TrainingClass", $"{{\"deleted\":[{string.Join(',', asked)}]}}");
            return new BatchOutcome(deleted, []);
        }, cancel);
}
