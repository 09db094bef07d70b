using System.Globalization;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Domain.Training;
using HnCe.Graph.Server;

namespace HnCe.Testing;

/// <summary>Training classes and scores, brought into a state by the real use cases.</summary>
public sealed partial class World
{
    /// <summary>A correct class that ended in January.</summary>
    public ClassData ClassData(int capacity = 10, string? name = null) => new()
    {
        Name = name ?? string.Create(CultureInfo.InvariantCulture, $"冬训第{++_trainings}班"),
        StartsOn = new(Year, 1, 5),
        EndsOn = new(Year, 1, 9),
        Place = "郑州市培训中心",
        Manager = "周敏",
        Phone = "0371-65900000",
        Capacity = capacity,
    };

    /// <summary>A passed plan of 郑州市继续教育中心 with hours, planned number and assessment of its own. Answers with its key.</summary>
    public async Task<long> PassedPlanAsync(
        long? subject = null, SubjectCategory category = SubjectCategory.Professional, decimal hours = 20, int planned = 50, Assessment assessment = Assessment.Score)
    {
        var form = PlanForm(subject ?? await SubjectAsync(category), category);
        var plan = Value(await As(Institution).RunAsync<SubmitTrainingPlan, Outcome<long>>(useCase => useCase.RunAsync(
            null, form with { Data = form.Data with { Hours = hours, PlannedTrainees = planned, Assessment = assessment } }, CancellationToken.None)));
        await BatchAsync<ReviewTrainingPlans>(As(Zhengzhou), [plan], (useCase, some) => useCase.RunAsync(some, ReviewDecision.Pass, null, null, CancellationToken.None));
        return plan;
    }

    /// <summary>An open class of a passed plan. Answers with its key.</summary>
    public async Task<long> ClassAsync(long? plan = null, int capacity = 10, string? name = null)
    {
        var passed = plan ?? await PassedPlanAsync();
        return Value(await As(Institution).RunAsync<FileTrainingClass, Outcome<FiledClass>>(useCase =>
            useCase.RunAsync(null, passed, ClassData(capacity, name), CancellationToken.None))).Id;
    }

    /// <summary>Enters the result of somebody. Answers with the key of the score.</summary>
    public async Task<long> ScoreAsync(long @class, Actor trainee, decimal score = 80) =>
        Value(await As(Institution).RunAsync<EnterScore, Outcome<long>>(useCase =>
            useCase.RunAsync(@class, trainee.Person!.IdNumber, new(score, null, null), CancellationToken.None)));

    /// <summary>A class with the scores of trainees that was submitted, and decided unless it shall wait. Answers with its key.</summary>
    public async Task<long> SubmittedClassAsync(
        IEnumerable<Actor> trainees, ReviewDecision? decision = null, long? subject = null, SubjectCategory category = SubjectCategory.Professional, decimal hours = 20,
        ForwardTarget target = ForwardTarget.SameLevelBureau, decimal score = 80)
    {
        var id = await ClassAsync(await PassedPlanAsync(subject, category, hours));
        foreach (var trainee in trainees)
        {
            await ScoreAsync(id, trainee, score);
        }

        Value(await As(Institution).RunAsync<SubmitClassScores, Outcome<long>>(useCase => useCase.RunAsync(id, target, CancellationToken.None)));
        if (decision is { } verdict)
        {
            await BatchAsync<ReviewClassSubmissions>(As(target is ForwardTarget.IndustryDepartment ? (Organization)Education : Zhengzhou), [id], (useCase, some) =>
                useCase.RunAsync(some, verdict, verdict is ReviewDecision.Fail ? "花名册不符" : null, CancellationToken.None));
        }

        return id;
    }

    /// <summary>The global id of a class.</summary>
    public static string ClassIdOf(long @class) => GlobalId.Encode("TrainingClass", @class);

    /// <summary>The global id of a score.</summary>
    public static string ScoreIdOf(long score) => GlobalId.Encode("TraineeScore", score);
}
