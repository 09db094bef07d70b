using CsCheck;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Training;

/// <summary>One subject counts once for a person and year, the higher, whatever is passed and revoked in whatever order.</summary>
public sealed class DoubleSubjectTests(Worlds worlds) : IClassFixture<Worlds>
{
    /// <summary>One step of a history: what, and with which class or person.</summary>
    public sealed record Step(int Kind, int Which, int Half);

    [Theory, OnBothDatabases, Trait("Spec", "SCO-12"), Trait("Spec", "REV-12")]
    public async Task TwoClassesOfOneSubject_CountOnceTheHigher_AndTheSecondFillsIn(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (trainee, other, subject) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School), await world.SubjectAsync());
        var (low, high) = (await world.SubmittedClassAsync([trainee, other], ReviewDecision.Pass, subject, hours: 20), await world.SubmittedClassAsync([trainee], ReviewDecision.Pass, subject, hours: 30));
        var lower = await world.SubmittedClassAsync([trainee], ReviewDecision.Pass, subject, hours: 10);

        Assert.Equal((30m, 20m), (await ClassReviewTests.HoursAsync(trainee), await ClassReviewTests.HoursAsync(other)));
        Assert.Equal(0, await world.ReadAsync(db => db.TraineeScores.Where(s => s.ClassId == lower).Select(s => s.CreditedHours!.Value).SingleAsync()));
        var revoker = world.As(world.Zhengzhou);
        (await revoker.RevokeClassesAsync("代考", World.ClassIdOf(low))).Succeeded();
        Assert.Equal((30m, 0m), (await ClassReviewTests.HoursAsync(trainee), await ClassReviewTests.HoursAsync(other)));
        (await revoker.RevokeClassesAsync("代考", World.ClassIdOf(high))).Succeeded();
        Assert.Equal(10, await ClassReviewTests.HoursAsync(trainee));
        (await revoker.RevokeClassesAsync("代考", World.ClassIdOf(lower))).Succeeded();
        Assert.Equal(0, await ClassReviewTests.HoursAsync(trainee));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-12")]
    public async Task TwoClassesInOneBatch_CountOnce_AndAnotherSubjectCountsToo(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (trainee, subject) = (await world.ProfessionalAsync(world.School), await world.SubjectAsync());
        var ids = new List<string>();
        foreach (var (about, hours) in new (long?, decimal)[] { (subject, 20), (subject, 25), (null, 7) })
        {
            ids.Add(World.ClassIdOf(await world.SubmittedClassAsync([trainee], subject: about, hours: hours)));
        }

        Assert.Equal(3, (await world.As(world.Zhengzhou).PassClassesAsync(ids)).Succeeded().Number("reviewClassSubmissions.succeeded"));
        Assert.Equal(32, await ClassReviewTests.HoursAsync(trainee));
        (await world.As(world.Zhengzhou).RevokeClassesAsync("代考", ids)).Succeeded();
        Assert.Equal(0, await ClassReviewTests.HoursAsync(trainee));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-12"), Trait("Spec", "CRD-02")]
    public async Task ThreeClasses_RevokedOneAfterAnother_FillInTwice(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (trainee, subject) = (await world.ProfessionalAsync(world.School), await world.SubjectAsync());
        var ids = new List<string>();
        foreach (var hours in new[] { 20m, 30m, 40m })
        {
            ids.Add(World.ClassIdOf(await world.SubmittedClassAsync([trainee], ReviewDecision.Pass, subject, hours: hours)));
        }

        foreach (var (id, left) in ids.Zip([40m, 40m, 0m]))
        {
            (await world.As(world.Zhengzhou).RevokeClassesAsync("代考", id)).Succeeded();
            Assert.Equal(left, await ClassReviewTests.HoursAsync(trainee));
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-12"), Trait("Spec", "REV-13")]
    public async Task TwoClassesPassedAtOnce_CountOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        for (var i = 0; i < 4; i++)
        {
            var (trainee, subject) = (await world.ProfessionalAsync(world.School), await world.SubjectAsync());
            var ids = new[] { World.ClassIdOf(await world.SubmittedClassAsync([trainee], subject: subject, hours: 20)), World.ClassIdOf(await world.SubmittedClassAsync([trainee], subject: subject, hours: 30)) };

            await Task.WhenAll(ids.Select(id => Task.Run(() => world.As(world.Zhengzhou).PassClassesAsync(id))));
            await world.As(world.Zhengzhou).PassClassesAsync(ids);

            Assert.Equal(30, await ClassReviewTests.HoursAsync(trainee));
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "SCO-12"), Trait("Spec", "CRD-01"), Trait("Spec", "CRD-02"), Trait("Spec", "SCO-11")]
    public async Task Ledger_AfterAnyHistoryOfClasses_EqualsTotalsAndTheHigherOfEachSubject(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var step = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1000], Gen.Int[2, 40], (kind, which, half) => new Step(kind, which, half));

        await step.Array[20, 35].SampleAsync(history => PlayAsync(world, history), iter: 6, threads: 1);
    }

    private static async Task PlayAsync(World world, Step[] history)
    {
        var people = await world.ProfessionalsAsync(world.School, 3);
        long[] subjects = [await world.SubjectAsync(), await world.SubjectAsync()];
        var (clerk, reviewer, ids) = (world.As(world.Institution), world.As(world.Zhengzhou), new List<string>());
        foreach (var (kind, which, half) in history)
        {
            string[] some = [.. ids.Where((_, i) => i % 3 == which % 3)];
            switch (kind)
            {
                case 0 or 1 or 2 or 3:
                    var id = World.ClassIdOf(await world.ClassAsync(await world.PassedPlanAsync(subjects[which % 2], hours: half / 2m)));
                    foreach (var person in people.Where((_, i) => (which >> i) % 3 != 0))
                    {
                        (await clerk.EnterScoreAsync(id, person.Person!.IdNumber, (which * 7 + half) % 5 == 0 ? 40 : 90)).Succeeded();
                    }

                    await clerk.SubmitScoresAsync(id);
                    ids.Add(id);
                    break;
                case 4 or 5 or 6:
                    await reviewer.PassClassesAsync(some);
                    break;
                case 7:
                    await reviewer.ReviewClassesAsync(ReviewDecision.Fail, "不符", some.Take(1));
                    break;
                default:
                    await reviewer.RevokeClassesAsync("代考", some.Take(1 + (which % 2)));
                    break;
            }
        }

        foreach (var person in people)
        {
            await CheckAsync(world, person.Caller.ProfessionalId!.Value);
        }
    }

    private static async Task CheckAsync(World world, long person)
    {
        var passed = await world.ReadAsync(db => db.TraineeScores.Where(s => s.ProfessionalId == person && s.Qualified && s.Class.Status == ClassStatus.Passed)
            .Select(s => new { s.Class.SubjectId, s.Class.Hours, s.CreditedHours }).ToListAsync());
        var ledger = (await world.ReadAsync(db => db.CreditEntries.Where(e => e.ProfessionalId == person).Select(e => e.Hours).ToListAsync())).Sum();
        var total = await world.ReadAsync(db => db.YearTotals.SingleAsync(t => t.ProfessionalId == person && t.Year == world.Year));

        Assert.Equal(total.ProfessionalHours, ledger);
        Assert.Equal(passed.GroupBy(s => s.SubjectId).Sum(g => g.Max(s => s.Hours)), total.ProfessionalHours);
        Assert.All(passed.GroupBy(s => s.SubjectId), g => Assert.Equal(g.Max(s => s.Hours), g.Sum(s => s.CreditedHours)));
    }
}
