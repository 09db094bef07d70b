using System.Globalization;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Domain.Training;
using HnCe.Graph.Server;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Testing;

/// <summary>Training subjects and plans, brought into a state by the real use cases.</summary>
public sealed partial class World
{
    private int _trainings;

    /// <summary>A correct subject that nobody has added yet; each has a name of its own.</summary>
    public SubjectData SubjectData(SubjectCategory category = SubjectCategory.Professional, decimal hours = 40, int? year = null, string? name = null) => new()
    {
        Name = name ?? string.Create(CultureInfo.InvariantCulture, $"教学能力提升第{++_trainings}讲"),
        TrainingYear = year ?? Year,
        Major = category is SubjectCategory.Professional ? "040101" : null,
        Hours = hours,
        Recommendation = "以课例研究为主",
    };

    /// <summary>A subject: public of the province, professional of the education department. Answers with its key.</summary>
    public async Task<long> SubjectAsync(SubjectCategory category = SubjectCategory.Professional, decimal hours = 40, int? year = null, string? name = null) =>
        Value(await As(category is SubjectCategory.Public ? (Organization)Province : Education)
            .RunAsync<AddSubject, Outcome<long>>(useCase => useCase.RunAsync(SubjectData(category, hours, year, name), CancellationToken.None)));

    /// <summary>A correct plan form about a subject.</summary>
    public PlanInput PlanForm(
        long subject, SubjectCategory category = SubjectCategory.Professional, ForwardTarget target = ForwardTarget.SameLevelBureau, string? name = null) => new()
        {
            Category = category,
            SubjectId = subject,
            Target = target,
            Data = new()
            {
                Name = name ?? string.Create(CultureInfo.InvariantCulture, $"暑期培训第{++_trainings}期"),
                TrainingYear = Year,
                CreditYear = Year,
                Form = "10",
                Hours = 20,
                PlannedTrainees = 50,
                StartsOn = new(Year, 7, 6),
                EndsOn = new(Year, 7, 10),
                Place = "郑州市培训中心",
            },
        };

    /// <summary>A plan of 郑州市继续教育中心 in a state. Answers with its key.</summary>
    public async Task<long> PlanAsync(
        PlanStatus status = PlanStatus.Pending, SubjectCategory category = SubjectCategory.Professional, ForwardTarget target = ForwardTarget.SameLevelBureau,
        string? name = null, long? subject = null)
    {
        var form = PlanForm(subject ?? await SubjectAsync(category), category, target, name);
        var clerk = As(Institution);
        if (status is PlanStatus.Draft)
        {
            return Value(await clerk.RunAsync<SaveTrainingPlanDraft, Outcome<long>>(useCase => useCase.RunAsync(null, form, CancellationToken.None)));
        }

        var plan = Value(await clerk.RunAsync<SubmitTrainingPlan, Outcome<long>>(useCase => useCase.RunAsync(null, form, CancellationToken.None)));
        if (status is PlanStatus.Deleted)
        {
            Value(await clerk.RunAsync<DeleteTrainingPlans, Outcome<int>>(useCase => useCase.RunAsync([plan], CancellationToken.None)));
        }
        else if (status is not PlanStatus.Pending)
        {
            var reviewer = As(target is ForwardTarget.IndustryDepartment ? (Organization)Education : Zhengzhou);
            await BatchAsync<ReviewTrainingPlans>(reviewer, [plan], (useCase, some) => status is PlanStatus.Passed
                ? useCase.RunAsync(some, ReviewDecision.Pass, null, null, CancellationToken.None)
                : useCase.RunAsync(some, ReviewDecision.Fail, "课时安排过密", null, CancellationToken.None));
        }

        return plan;
    }

    /// <summary>The global id of a plan.</summary>
    public static string PlanIdOf(long plan) => GlobalId.Encode("TrainingPlan", plan);

    /// <summary>The global id of a subject.</summary>
    public static string SubjectIdOf(long subject) => GlobalId.Encode("Subject", subject);

    /// <summary>Another institution with an administrator, below a bureau, without industry department.</summary>
    public async Task<Actor> InstitutionAsync(HrBureau bureau, string code) => await AppointAsync(await Program.WriteAsync(async (work, _) =>
    {
        var above = await work.Db.HrBureaus.SingleAsync(b => b.Id == bureau.Id);
        return work.Db.Add(new TrainingInstitution("进修学院", code, above.RegionCode, above, null)).Entity;
    }));
}
