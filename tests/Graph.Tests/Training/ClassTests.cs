using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Training;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Training;

/// <summary>培训班备案 and 学员成绩录入, up to the submission.</summary>
public sealed class ClassTests(Worlds worlds) : IClassFixture<Worlds>
{
    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.ConductTraining))];

    [Theory, OnBothDatabases, Trait("Spec", "CLS-01"), Trait("Spec", "CLS-02"), Trait("Spec", "CLS-03")]
    public async Task Class_FiledChangedAndDeleted_TellsThePlansFacts(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var plan = World.PlanIdOf(await world.PassedPlanAsync(hours: 16));

        var filed = (await clerk.FileClassAsync(plan, world.ClassData(12, "春季班"))).Succeeded();
        var id = filed.String("fileTrainingClass.classId")!;
        (await clerk.EnterScoreAsync(id, (await world.ProfessionalAsync(world.School)).Person!.IdNumber)).Succeeded();
        (await clerk.FileClassAsync(null, world.ClassData(13, "春季一班"), id)).Succeeded();
        var node = await clerk.MustAsync("query ($id: ID!) { node(id: $id) { ... on TrainingClass { name capacity category trainingYear creditYear hours formName plannedTrainees status trainees { all qualified } } } }", new { id });

        Assert.Equal(("春季一班", "PROFESSIONAL", "OPEN"), (node.String("node.name"), node.String("node.category"), node.String("node.status")));
        Assert.Equal((13m, 16m, 50m, 1m, (decimal)world.Year), (node.Number("node.capacity"), node.Number("node.hours"), node.Number("node.plannedTrainees"), node.Number("node.trainees.all"), node.Number("node.creditYear")));
        Assert.NotNull(node.String("node.formName"));
        Assert.Equal(["CAPACITY_EXCEEDED"], (await clerk.FileClassAsync(null, world.ClassData(61), id)).Refusals);
        var empty = World.ClassIdOf(await world.ClassAsync());
        Assert.Equal(1, (await clerk.DeleteClassesAsync(empty)).Succeeded().Number("deleteTrainingClasses.succeeded"));
        Assert.Null(await clerk.ClassStatusAsync(empty));
        Assert.Equal(["NOT_FOUND"], (await clerk.FileClassAsync(null, world.ClassData(), empty)).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "CLS-03")]
    public async Task Plan_NotPassedOrOfAnotherInstitution_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        foreach (var status in new[] { PlanStatus.Draft, PlanStatus.Pending, PlanStatus.Failed, PlanStatus.Deleted })
        {
            Assert.Equal(["PLAN_NOT_PASSED"], (await clerk.FileClassAsync(World.PlanIdOf(await world.PlanAsync(status)), world.ClassData())).Refusals);
        }

        var (passed, stranger) = (await world.PassedPlanAsync(), await world.InstitutionAsync(world.Luoyang, provider is DatabaseProvider.Sqlite ? "DM0007771" : "DM0007772"));
        Assert.Equal(["PLAN_NOT_PASSED"], (await stranger.FileClassAsync(World.PlanIdOf(passed), world.ClassData())).Refusals);
        Assert.Equal(["PLAN_NOT_PASSED"], (await clerk.FileClassAsync(null, world.ClassData())).Refusals);

        var @class = World.ClassIdOf(await world.ClassAsync(passed));
        Assert.Equal(["NOT_FOUND"], (await stranger.FileClassAsync(null, world.ClassData(), @class)).Refusals);
        Assert.Equal(["NOT_FOUND"], (await stranger.DeleteClassesAsync(@class)).RefusedItems.Values);
        Assert.Equal(["NOT_FOUND"], (await stranger.EnterScoreAsync(@class, world.Stranger().IdNumber)).Refusals);
        Assert.Equal(["NOT_FOUND"], (await stranger.SubmitScoresAsync(@class)).Refusals);
        Assert.Null(await stranger.ClassStatusAsync(@class));
    }

    [Theory, MemberData(nameof(Others)), Trait("Spec", "CLS-01"), Trait("Spec", "SCO-01")]
    public async Task Role_ThatConductsNoTraining_IsForbidden(UserType role)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        var actor = role is UserType.Individual ? await world.ProfessionalAsync(world.School) : world.As(role);
        var (plan, id) = (World.PlanIdOf(1), World.ClassIdOf(await world.ClassAsync()));

        Assert.Equal(["FORBIDDEN"], (await actor.FileClassAsync(plan, world.ClassData())).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.DeleteClassesAsync(id)).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.FindTraineeAsync(world.Stranger().IdNumber)).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.EnterScoreAsync(id, world.Stranger().IdNumber)).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.SubmitScoresAsync(id)).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.AskAsync("{ trainingClasses { nodes { id } } }")).Errors);
    }

    [Theory, OnBothDatabases, Trait("Spec", "CLS-04")]
    public async Task Limits_OfAPlansClasses_WarnAboveThePlanAndAreRefusedAbove120Percent(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var plan = World.PlanIdOf(await world.PassedPlanAsync(planned: 50));

        var exact = (await clerk.FileClassAsync(plan, world.ClassData(50))).Succeeded();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, exact["fileTrainingClass.warning"].ValueKind);
        Assert.Contains("60", (await clerk.FileClassAsync(plan, world.ClassData(10))).Succeeded().String("fileTrainingClass.warning")!, StringComparison.Ordinal);
        Assert.Equal(["CAPACITY_EXCEEDED"], (await clerk.FileClassAsync(plan, world.ClassData(1))).Refusals);

        // What is deleted leaves its room.
        (await clerk.DeleteClassesAsync(exact.String("fileTrainingClass.classId")!)).Succeeded();
        (await clerk.FileClassAsync(plan, world.ClassData(50))).Succeeded();
        Assert.Equal(["OUT_OF_RANGE"], (await clerk.FileClassAsync(plan, world.ClassData(0))).Refusals);
    }

    [Fact, Trait("Spec", "CLS-04")]
    public async Task Limit_OfTheProvince_Counts()
    {
        await using var world = await World.CreateAsync();
        world.Services.GetRequiredService<TrainingLimits>().MostCapacityPercent = 100;
        var plan = World.PlanIdOf(await world.PassedPlanAsync(planned: 50));

        var refused = await world.As(world.Institution).FileClassAsync(plan, world.ClassData(51));

        Assert.Equal(["各培训班人数上限合计不得超过 50 人（计划培训 50 人的 100%）"], refused.Messages);
        (await world.As(world.Institution).FileClassAsync(plan, world.ClassData(50))).Succeeded();
    }

    [Theory, OnBothDatabases, Trait("Spec", "CLS-04")]
    public async Task TwoClassesFiledAtOnce_NeverExceedThePlanTogether(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var key = await world.PassedPlanAsync(planned: 50);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => world.As(world.Institution).FileClassAsync(World.PlanIdOf(key), world.ClassData(25)))));

        Assert.InRange(await world.ReadAsync(db => db.TrainingClasses.Where(c => c.PlanId == key).SumAsync(c => c.Data.Capacity)), 25, 60);
    }

    [Theory, OnBothDatabases, Trait("Spec", "CLS-03"), Trait("Spec", "CLS-02")]
    public async Task Form_WithMistakes_NamesEachOfThem(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var plan = World.PlanIdOf(await world.PassedPlanAsync());
        var good = world.ClassData();
        var bad = good with { Name = " ", Place = new('地', 101), Manager = "周\u0007敏", Phone = "", StartsOn = new(world.Year - 1, 2, 1), EndsOn = new(world.Year - 1, 1, 1), Remark = new('字', 501) };

        var reply = await world.As(world.Institution).FileClassAsync(plan, bad);

        Assert.Equal(["input.data.name", "input.data.place", "input.data.manager", "input.data.phone", "input.data.remark", "input.data.endsOn", "input.data.startsOn"], reply.Paths);
        Assert.Equal(["REQUIRED", "TOO_LONG", "INVALID_TEXT", "REQUIRED", "TOO_LONG", "DATE_OUT_OF_RANGE", "DATE_OUT_OF_RANGE"], reply.Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "CLS-05"), Trait("Spec", "SCO-10")]
    public async Task SubmittedClass_IsFrozenForEveryMutation(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (clerk, trainee) = (world.As(world.Institution), await world.ProfessionalAsync(world.School));
        var key = await world.ClassAsync();
        var (id, score) = (World.ClassIdOf(key), World.ScoreIdOf(await world.ScoreAsync(key, trainee)));
        Assert.Equal(["CLASS_HAS_SCORES"], (await clerk.DeleteClassesAsync(id)).RefusedItems.Values);
        (await clerk.SubmitScoresAsync(id)).Succeeded();
        var other = (await world.ProfessionalAsync(world.School)).Person!.IdNumber;

        async Task FrozenAsync()
        {
            Assert.Equal(["CLASS_FROZEN"], (await clerk.FileClassAsync(null, world.ClassData(), id)).Refusals);
            Assert.Equal(["CLASS_FROZEN"], (await clerk.DeleteClassesAsync(id)).RefusedItems.Values);
            Assert.Equal(["CLASS_FROZEN"], (await clerk.EnterScoreAsync(id, other)).Refusals);
            Assert.Equal(["CLASS_FROZEN"], (await clerk.ChangeScoreAsync(score, 99)).Refusals);
            Assert.Equal(["CLASS_FROZEN"], (await clerk.DeleteScoresAsync(score)).RefusedItems.Values);
            var again = await clerk.SubmitScoresAsync(id);
            Assert.Equal(["CLASS_FROZEN"], again.Refusals);
            Assert.Equal(["每个培训班仅允许上报一次成绩"], again.Messages);
        }

        await FrozenAsync();
        (await world.As(world.Zhengzhou).PassClassesAsync(id)).Succeeded();
        await FrozenAsync();
        (await world.As(world.Zhengzhou).RevokeClassesAsync("花名册有误", id)).Succeeded();
        await FrozenAsync();
        Assert.Equal(80m, await world.ReadAsync(db => db.TraineeScores.Where(s => s.ClassId == key).Select(s => s.Score).SingleAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "CLS-01"), Trait("Spec", "CLS-05")]
    public async Task Deleting_WithOneThatCannotGo_KeepsAll(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (free, full) = (await world.ClassAsync(), await world.ClassAsync());
        await world.ScoreAsync(full, await world.ProfessionalAsync(world.School));
        var clerk = world.As(world.Institution);

        var reply = await clerk.DeleteClassesAsync(World.ClassIdOf(free), World.ClassIdOf(full));

        Assert.Equal(0, reply.Number("deleteTrainingClasses.succeeded"));
        Assert.Equal("CLASS_HAS_SCORES", Assert.Single(reply.RefusedItems).Value);
        Assert.Equal("OPEN", await clerk.ClassStatusAsync(World.ClassIdOf(free)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-01"), Trait("Spec", "SCO-02"), Trait("Spec", "SCO-03")]
    public async Task Score_EnteredChangedAndDeleted_IsListed(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var (id, trainee) = (World.ClassIdOf(await world.ClassAsync()), await world.ProfessionalAsync(world.School, "何静"));

        var found = (await clerk.FindTraineeAsync(trainee.Person!.IdNumber)).Succeeded();
        Assert.Equal(("何静", world.School.Name), (found.String("findTrainee.name"), found.String("findTrainee.employerName")));
        var score = (await clerk.EnterScoreAsync(id, trainee.Person.IdNumber, 59.5m, remark: "补考")).Succeeded().String("enterScore.scoreId")!;
        var row = await ListAsync(clerk, id);
        Assert.Equal(("何静", "补考", false), (row.String("traineeScores.nodes.0.name"), row.String("traineeScores.nodes.0.remark"), row["traineeScores.nodes.0.qualified"].GetBoolean()));
        Assert.Equal(59.5m, row.Number("traineeScores.nodes.0.score"));
        Assert.Contains("********", row.String("traineeScores.nodes.0.idNumber")!, StringComparison.Ordinal);

        (await clerk.ChangeScoreAsync(score, 60)).Succeeded();
        Assert.True((await ListAsync(clerk, id))["traineeScores.nodes.0.qualified"].GetBoolean());
        Assert.Equal(["INVALID_SCORE"], (await clerk.ChangeScoreAsync(score, 101)).Refusals);
        var deleted = (await clerk.DeleteScoresAsync(score, World.ScoreIdOf(999_999))).Succeeded();
        Assert.Equal(1, deleted.Number("deleteScores.succeeded"));
        Assert.Equal(["NOT_FOUND"], deleted.RefusedItems.Values);
        Assert.Empty((await ListAsync(clerk, id)).Each("traineeScores.nodes", "id"));
        Assert.Equal(["NOT_FOUND"], (await clerk.ChangeScoreAsync(score)).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-03"), Trait("Spec", "SCO-04")]
    public async Task Score_ThatCannotBe_IsRefusedWithItsReason(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var id = World.ClassIdOf(await world.ClassAsync(capacity: 2));
        var (first, second, third) = ((await world.ProfessionalAsync(world.School)).Person!.IdNumber, (await world.ProfessionalAsync(world.School)).Person!.IdNumber, (await world.ProfessionalAsync(world.School)).Person!.IdNumber);
        (await clerk.EnterScoreAsync(id, first)).Succeeded();

        Assert.Equal(["TRAINEE_TWICE"], (await clerk.EnterScoreAsync(id, first)).Refusals);
        Assert.Equal(["TRAINEE_UNKNOWN"], (await clerk.EnterScoreAsync(id, world.Stranger().IdNumber)).Refusals);
        var waiting = world.Stranger();
        await world.RegistrationAsync(world.School, waiting);
        Assert.Equal(["TRAINEE_UNKNOWN"], (await clerk.EnterScoreAsync(id, waiting.IdNumber)).Refusals);
        Assert.Equal(["TRAINEE_UNKNOWN"], (await clerk.FindTraineeAsync(waiting.IdNumber)).Refusals);
        Assert.Equal(["INVALID_ID_NUMBER"], (await clerk.EnterScoreAsync(id, "419900197501010011")).Refusals);
        Assert.Equal(["INVALID_ID_NUMBER"], (await clerk.FindTraineeAsync("419900197501010011")).Refusals);
        foreach (var score in new decimal?[] { 101, -1, 60.55m, null })
        {
            Assert.Equal(["INVALID_SCORE"], (await clerk.EnterScoreAsync(id, second, score)).Refusals);
        }

        Assert.Equal(["TOO_LONG"], (await clerk.EnterScoreAsync(id, second, remark: new('字', 201))).Refusals);
        (await clerk.EnterScoreAsync(id, second, 100)).Succeeded();
        Assert.Equal(["CAPACITY_EXCEEDED"], (await clerk.EnterScoreAsync(id, third)).Refusals);
        Assert.Equal(["CAPACITY_EXCEEDED"], (await clerk.FileClassAsync(null, world.ClassData(1), id)).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-04")]
    public async Task PassFailPlan_AsksForTheResultOnly(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var key = await world.ClassAsync(await world.PassedPlanAsync(assessment: Assessment.PassFail));
        var (good, bad) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School));

        Assert.Equal(["INVALID_SCORE"], (await clerk.EnterScoreAsync(World.ClassIdOf(key), good.Person!.IdNumber, 90)).Refusals);
        (await clerk.EnterScoreAsync(World.ClassIdOf(key), good.Person.IdNumber, null, true)).Succeeded();
        (await clerk.EnterScoreAsync(World.ClassIdOf(key), bad.Person!.IdNumber, 90, false)).Succeeded();

        var rows = await world.ReadAsync(db => db.TraineeScores.Where(s => s.ClassId == key).OrderBy(s => s.Id).Select(s => new { s.Score, s.Qualified }).ToListAsync());
        Assert.Equal([true, false], rows.Select(row => row.Qualified));
        Assert.All(rows, row => Assert.Null(row.Score));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-03")]
    public async Task Trainee_WhoChangedEmployer_KeepsTheOneAtEntry(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (clerk, trainee) = (world.As(world.Institution), await world.ProfessionalAsync(world.School));
        var key = await world.ClassAsync();
        await world.ScoreAsync(key, trainee);
        (await clerk.SubmitScoresAsync(World.ClassIdOf(key))).Succeeded();
        var (who, hospital) = (trainee.Caller.ProfessionalId!.Value, world.Hospital.Id);
        await world.Program.WriteAsync((work, _) => work.Db.Professionals.Where(p => p.Id == who).ExecuteUpdateAsync(set => set.SetProperty(p => p.EmployerId, hospital)));

        Assert.Equal(world.School.Name, (await ListAsync(clerk, World.ClassIdOf(key))).String("traineeScores.nodes.0.employerName"));
        Assert.Single((await ListAsync(world.As(world.School), World.ClassIdOf(key))).Each("traineeScores.nodes", "id"));
        Assert.Empty((await ListAsync(world.As(world.Hospital), World.ClassIdOf(key))).Each("traineeScores.nodes", "id"));
    }

    private static Task<Reply> ListAsync(Actor actor, string @class) => actor.MustAsync(
        "query ($class: ID!) { traineeScores(filter: { class: $class }) { nodes { id name idNumber employerName score qualified remark creditedHours exclusionReason } } }", new { @class });
}
