using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>A filled-in plan form. Source: PLN-04.</summary>
public sealed record PlanInput
{
    /// <summary>What the plan says.</summary>
    public PlanData Data { get; init; } = new();

    /// <summary>科目类型; the subject must be of it. Source: PLN-02.</summary>
    public SubjectCategory Category { get; init; }

    /// <summary>Key of the subject.</summary>
    public long? SubjectId { get; init; }

    /// <summary>送审部门. Source: PLN-03.</summary>
    public ForwardTarget? Target { get; init; }

    /// <summary>Key of the file; none is needed.</summary>
    public long? FileId { get; init; }
}

/// <summary>保存并送审: an institution adds a plan or changes one that has not passed, and sends it for review. Source: PLN-01 to PLN-07.</summary>
public sealed class SubmitTrainingPlan(UnitOfWork work, Caller caller, TimeProvider clock)
{
    /// <summary>Submits; <paramref name="id"/> is the plan to be changed, null a new one. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long? id, PlanInput input, CancellationToken cancel) =>
        FilePlan.RunAsync(work, caller, clock, nameof(SubmitTrainingPlan), id, input, PlanEvent.Submit, cancel);
}

/// <summary>存草稿: keeps an unfinished plan that only the institution sees. Source: SPEC §18.</summary>
public sealed class SaveTrainingPlanDraft(UnitOfWork work, Caller caller, TimeProvider clock)
{
    /// <summary>Saves; <paramref name="id"/> is the draft to be changed, null a new one. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long? id, PlanInput input, CancellationToken cancel) =>
        FilePlan.RunAsync(work, caller, clock, nameof(SaveTrainingPlanDraft), id, input, PlanEvent.SaveDraft, cancel);
}

/// <summary>The shared part of 送审 and 存草稿: reads the form, checks subject, reviewing body and file, writes the plan.</summary>
internal static class FilePlan
{
    public static Task<Outcome<long>> RunAsync(
        UnitOfWork work, Caller caller, TimeProvider clock, string action, long? id, PlanInput input, PlanEvent happening, CancellationToken cancel) =>
        work.RunAsync<TrainingPlan, long>(action, async write =>
        {
            var (db, reach) = (work.Db, caller.ReachFor(Permission.ConductTraining));
            var existing = id is { } key ? await db.TrainingPlans.Within(reach).SingleOrDefaultAsync(p => p.Id == key, cancel) : null;
            if (id is not null && existing is null)
            {
                return PlanRefusals.NotFound;
            }

            if (!(existing?.Status).Allows(happening))
            {
                return PlanStates.Of(happening).Otherwise;
            }

            var institution = await db.Organizations.Within(reach).OfType<TrainingInstitution>()
                .Include(o => o.Supervisor).Include(o => o.IndustryDepartment).SingleAsync(cancel);
            var subject = await db.Subjects.Within(caller.ReachFor(Permission.ViewSubjects)).SingleOrDefaultAsync(s => s.Id == input.SubjectId, cancel);
            var target = input.Target?.Of(institution);
            var tidy = input.Data.Tidy();
            List<Refusal> refusals =
            [
                .. PlanCheck.Read(tidy, subject, clock.Today()),
                .. PlanCheck.Subject(subject, input.Category, tidy.TrainingYear, existing?.SubjectId),
                .. PlanCheck.Target(input.Category, input.Target, target),
                .. await FileAsync(db, input.FileId, existing, caller, cancel),
            ];
            refusals.RemoveAll(refusal => happening is PlanEvent.SaveDraft && refusal.Code is RefusalCode.Required && refusal.Path is not ("name" or "subject"));
            if (refusals.Count > 0)
            {
                return refusals;
            }

            var plan = existing ?? db.Add(new TrainingPlan(institution)).Entity;
            return plan.Fill(tidy, subject!, target, input.FileId, happening, write) is { } refusal ? refusal : plan;
        }, plan => plan.Id, cancel);

    private static async Task<Refusal[]> FileAsync(HnCeDbContext db, long? file, TrainingPlan? existing, Caller caller, CancellationToken cancel) =>
        file is null || file == existing?.FileId || await db.Attachments.AnyAsync(f => f.Id == file && f.OwnerId == caller.AccountId, cancel)
            ? [] : [PlanRefusals.UnknownFile];
}
