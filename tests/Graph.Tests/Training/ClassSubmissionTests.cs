using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Domain.Training;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Training;

/// <summary>学员成绩申报: once, of an ended class, to the right body.</summary>
public sealed class ClassSubmissionTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "SCO-07"), Trait("Spec", "SCO-08"), Trait("Spec", "SCO-09"), Trait("Spec", "DEP-10"), Trait("Spec", "BUR-15")]
    public async Task Submission_GoesToTheChosenBody_AndTellsIt(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (clerk, trainee) = (world.As(world.Institution), await world.ProfessionalAsync(world.School));
        foreach (var (target, receiver, other) in new (ForwardTarget, Organization, Organization)[]
        {
            (ForwardTarget.SameLevelBureau, world.Zhengzhou, world.Education), (ForwardTarget.IndustryDepartment, world.Education, world.Zhengzhou),
        })
        {
            var key = await world.ClassAsync();
            await world.ScoreAsync(key, trainee, 40);
            var id = World.ClassIdOf(key);
            var before = (await world.As(receiver).MustAsync("{ waitingClassCount }")).Number("waitingClassCount");
            Assert.Null(await world.As(receiver).ClassStatusAsync(id));

            var reply = (await clerk.SubmitScoresAsync(id, target)).Succeeded();

            Assert.Equal("申报成功，请耐心等待上级部门的审批", reply.String("submitClassScores.message"));
            Assert.Equal("SUBMITTED", await world.As(receiver).ClassStatusAsync(id));
            Assert.Null(await world.As(other).ClassStatusAsync(id));
            Assert.Equal(before + 1, (await world.As(receiver).MustAsync("{ waitingClassCount }")).Number("waitingClassCount"));
            var roll = await clerk.MustAsync("query ($class: ID!) { traineeScores(filter: { class: $class }) { nodes { name score } } }", new { @class = id });
            Assert.Equal([trainee.Person!.Name], roll.Each("traineeScores.nodes", "name"));
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-09"), Trait("Spec", "DEP-10")]
    public async Task Target_ThatCannotBe_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (clerk, trainee) = (world.As(world.Institution), await world.ProfessionalAsync(world.School));
        var common = await world.ClassAsync(await world.PassedPlanAsync(category: SubjectCategory.Public));
        var special = await world.ClassAsync();
        await world.ScoreAsync(common, trainee);
        await world.ScoreAsync(special, trainee);

        Assert.Equal(["PUBLIC_GOES_TO_BUREAU"], (await clerk.SubmitScoresAsync(World.ClassIdOf(common), ForwardTarget.IndustryDepartment)).Refusals);
        await world.RetireAsync(world.Education);
        Assert.Equal(["TARGET_RETIRED"], (await clerk.SubmitScoresAsync(World.ClassIdOf(special), ForwardTarget.IndustryDepartment)).Refusals);
        var institution = world.Institution.Id;
        await world.Program.WriteAsync((work, _) => work.Db.TrainingInstitutions.Where(i => i.Id == institution).ExecuteUpdateAsync(set => set.SetProperty(i => i.IndustryDepartmentId, (long?)null)));
        Assert.Equal(["NO_INDUSTRY_DEPARTMENT"], (await clerk.SubmitScoresAsync(World.ClassIdOf(special), ForwardTarget.IndustryDepartment)).Refusals);
        (await clerk.SubmitScoresAsync(World.ClassIdOf(special))).Succeeded();
        (await clerk.SubmitScoresAsync(World.ClassIdOf(common))).Succeeded();
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-10")]
    public async Task Class_NotEndedOrWithoutScores_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var (plan, trainee) = (World.PlanIdOf(await world.PassedPlanAsync()), await world.ProfessionalAsync(world.School));
        var today = DateOnly.FromDateTime(TestDatabase.Today.UtcDateTime);

        async Task<string> EndingAsync(DateOnly day) =>
            (await clerk.FileClassAsync(plan, world.ClassData() with { EndsOn = day })).Succeeded().String("fileTrainingClass.classId")!;

        var (running, ended) = (await EndingAsync(today), await EndingAsync(today.AddDays(-1)));
        (await clerk.EnterScoreAsync(running, trainee.Person!.IdNumber)).Succeeded();
        Assert.Equal(["CLASS_NOT_ENDED"], (await clerk.SubmitScoresAsync(running)).Refusals);
        Assert.Equal(["NO_SCORES"], (await clerk.SubmitScoresAsync(ended)).Refusals);
        (await clerk.EnterScoreAsync(ended, trainee.Person.IdNumber)).Succeeded();
        (await clerk.SubmitScoresAsync(ended)).Succeeded();
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-08")]
    public async Task TwoClerksAtOnce_SubmitOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var second = await world.AppointAsync(world.Institution);
        for (var i = 0; i < 5; i++)
        {
            var key = await world.ClassAsync();
            await world.ScoreAsync(key, await world.ProfessionalAsync(world.School));

            var replies = await Task.WhenAll(new[] { world.As(world.Institution), second }.Select(clerk => Task.Run(() => clerk.SubmitScoresAsync(World.ClassIdOf(key)))));

            Assert.Single(replies, reply => reply.Refusals.Count == 0);
            Assert.All(replies.SelectMany(reply => reply.Refusals), code => Assert.Contains(code, new[] { "CLASS_FROZEN", "CONFLICT" }));
            Assert.Equal(1, await world.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == nameof(SubmitClassScores) && e.Subject == $"TrainingClass:{key}")));
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-10")]
    public async Task SubmissionAndChange_AtOnce_NeverMix(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        for (var i = 0; i < 5; i++)
        {
            var key = await world.ClassAsync();
            var score = World.ScoreIdOf(await world.ScoreAsync(key, await world.ProfessionalAsync(world.School), 50));
            var more = (await world.ProfessionalAsync(world.School)).Person!.IdNumber;

            await Task.WhenAll(
                Task.Run(() => clerk.SubmitScoresAsync(World.ClassIdOf(key))),
                Task.Run(() => clerk.EnterScoreAsync(World.ClassIdOf(key), more)),
                Task.Run(() => i % 2 == 0 ? clerk.ChangeScoreAsync(score, 90) : clerk.DeleteScoresAsync(score)));

            var found = await world.ReadAsync(db => db.TrainingClasses.SingleAsync(c => c.Id == key));
            var scores = await world.ReadAsync(db => db.TraineeScores.Where(s => s.ClassId == key).Select(s => s.Qualified).ToListAsync());
            if (found.Status is ClassStatus.Submitted)
            {
                Assert.Equal((scores.Count, scores.Count(qualified => qualified)), (found.TraineeCount, found.QualifiedCount));
            }
            else
            {
                Assert.Equal(0, found.TraineeCount);
            }
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-06"), Trait("Spec", "CLS-01")]
    public async Task Filters_OfTheInstitutionsList_AllNarrow(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var clerk = world.As(world.Institution);
        var first = World.ClassIdOf(await world.ClassAsync(name: "暑期甲班"));
        var second = World.ClassIdOf(await world.ClassAsync(await world.PassedPlanAsync(category: SubjectCategory.Public), name: "暑期乙班"));
        var third = World.ClassIdOf(await world.SubmittedClassAsync([await world.ProfessionalAsync(world.School)]));

        async Task<IReadOnlyList<string>> FindAsync(object filter) =>
            (await clerk.MustAsync("query ($filter: ClassFilterInput) { trainingClasses(filter: $filter) { nodes { id } } }", new { filter })).Each("trainingClasses.nodes", "id");

        Assert.Equal([third, second, first], await FindAsync(new { trainingYear = world.Year, creditYear = world.Year }));
        Assert.Equal([second, first], await FindAsync(new { name = "暑期" }));
        Assert.Equal([second], await FindAsync(new { category = "PUBLIC" }));
        Assert.Equal([third], await FindAsync(new { statuses = new[] { "SUBMITTED" } }));
        Assert.Empty(await FindAsync(new { trainingYear = world.Year - 1 }));
        Assert.Empty(await FindAsync(new { creditYear = world.Year - 1 }));
    }
}
