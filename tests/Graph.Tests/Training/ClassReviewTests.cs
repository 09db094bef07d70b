using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Training;

/// <summary>审核培训班申报信息: by whom, single and batch, with exclusions and revocation.</summary>
public sealed class ClassReviewTests(Worlds worlds) : IClassFixture<Worlds>
{
    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.ReviewTraining))];

    [Theory, OnBothDatabases, Trait("Spec", "SCO-11"), Trait("Spec", "CRD-01"), Trait("Spec", "REV-08"), Trait("Spec", "EML-02")]
    public async Task Pass_CreditsTheQualifiedAndTellsTheInstitution(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (good, weak) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School));
        var key = await world.ClassAsync(await world.PassedPlanAsync(hours: 16), name: "甲班");
        await world.ScoreAsync(key, good, 60);
        await world.ScoreAsync(key, weak, 59.9m);
        (await world.As(world.Institution).SubmitScoresAsync(World.ClassIdOf(key))).Succeeded();
        var failed = await world.SubmittedClassAsync([good]);

        Assert.Equal(1, (await world.As(world.Zhengzhou).PassClassesAsync(World.ClassIdOf(key))).Succeeded().Number("reviewClassSubmissions.succeeded"));
        (await world.As(world.Zhengzhou).ReviewClassesAsync(ReviewDecision.Fail, "花名册不符", World.ClassIdOf(failed))).Succeeded();

        Assert.Equal((16m, 0m), (await HoursAsync(good), await HoursAsync(weak)));
        Assert.Equal("PASSED", await world.As(world.Institution).ClassStatusAsync(World.ClassIdOf(key)));
        Assert.Equal("FAILED", await world.As(world.Institution).ClassStatusAsync(World.ClassIdOf(failed)));
        var inbox = await world.As(world.Institution).MustAsync("{ inbox(first: 2) { nodes { kind heading text } } }");
        Assert.Equal(["CLASS_FAILED", "CLASS_PASSED"], inbox.Each("inbox.nodes", "kind"));
        Assert.Contains("花名册不符", inbox.Each("inbox.nodes", "text")[0], StringComparison.Ordinal);
        Assert.Equal("培训班申报已通过：甲班", inbox.Each("inbox.nodes", "heading")[1]);
        Assert.Empty(await world.ReadAsync(db => db.Messages.Where(m => m.Detail!.Contains(good.Person!.IdNumber)).ToListAsync()));
        var told = await good.MustAsync("{ inbox(first: 1) { nodes { kind heading text } } }");
        Assert.Equal(("TRAINING_CREDITED", "培训班学时已记入：甲班"), (told.String("inbox.nodes.0.kind"), told.String("inbox.nodes.0.heading")));
        Assert.Contains("16 学时", told.String("inbox.nodes.0.text"), StringComparison.Ordinal);
        Assert.DoesNotContain("TRAINING_CREDITED", (await weak.MustAsync("{ inbox { nodes { kind } } }")).Each("inbox.nodes", "kind"));
        var own = await good.MustAsync("{ traineeScores { nodes { score creditedHours class { name status } } } }");
        Assert.Equal(["FAILED", "PASSED"], own["traineeScores.nodes"].EnumerateArray().Select(node => node.GetProperty("class").GetProperty("status").GetString()));
    }

    [Theory, MemberData(nameof(Others)), Trait("Spec", "REV-08"), Trait("Spec", "REV-12")]
    public async Task Role_ThatReviewsNoTraining_IsForbidden(UserType role)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        var actor = role is UserType.Individual ? await world.ProfessionalAsync(world.School) : world.As(role);
        var id = World.ClassIdOf(1);

        Assert.Equal(["FORBIDDEN"], (await actor.PassClassesAsync(id)).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.ExcludeAsync(World.ScoreIdOf(1), "冒名")).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.RevokeClassesAsync("造假", id)).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.AskAsync("{ classSubmissions { nodes { id } } waitingClassCount }")).Errors.Distinct());
    }

    [Theory, OnBothDatabases, Trait("Spec", "BUR-15"), Trait("Spec", "DEP-10"), Trait("Spec", "REV-08")]
    public async Task Class_SentToAnotherBody_IsNotFound(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var key = await world.SubmittedClassAsync([await world.ProfessionalAsync(world.School)]);
        var (id, score) = (World.ClassIdOf(key), World.ScoreIdOf(await world.ReadAsync(db => db.TraineeScores.Where(s => s.ClassId == key).Select(s => s.Id).SingleAsync())));

        foreach (var other in new Organization[] { world.Luoyang, world.Zhongyuan, world.Province, world.Education })
        {
            Assert.Equal("NOT_FOUND", (await world.As(other).PassClassesAsync(id)).RefusedItems[id]);
            Assert.Equal(["NOT_FOUND"], (await world.As(other).ExcludeAsync(score, "冒名")).Refusals);
        }

        Assert.Equal("NOT_FOUND", (await world.As(world.Luoyang).RevokeClassesAsync("造假", id)).RefusedItems[id]);
        Assert.Equal("SUBMITTED", await world.As(world.Zhengzhou).ClassStatusAsync(id));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-08"), Trait("Spec", "REV-14"), Trait("Spec", "REV-13")]
    public async Task Batch_WithBadOnes_DoesTheOthersAndNamesTheBad(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (reviewer, trainee) = (world.As(world.Zhengzhou), await world.ProfessionalAsync(world.School));
        var (good, decided) = (World.ClassIdOf(await world.SubmittedClassAsync([trainee])), World.ClassIdOf(await world.SubmittedClassAsync([trainee], ReviewDecision.Fail)));
        var open = World.ClassIdOf(await world.ClassAsync());

        Assert.Equal(["REASON_REQUIRED"], (await reviewer.ReviewClassesAsync(ReviewDecision.Fail, " ", good)).Refusals);
        Assert.Equal(["TOO_LONG"], (await reviewer.ReviewClassesAsync(ReviewDecision.Fail, new('字', 501), good)).Refusals);
        Assert.Equal(["NOTHING_SELECTED"], (await reviewer.PassClassesAsync()).Refusals);
        var reply = (await reviewer.PassClassesAsync(decided, good, open, "garbage")).Succeeded();

        Assert.Equal(1, reply.Number("reviewClassSubmissions.succeeded"));
        Assert.Equal(["ALREADY_REVIEWED", "NOT_FOUND", "NOT_FOUND"], reply.RefusedItems.Values);
        Assert.Contains("该记录已被审核", (await reviewer.PassClassesAsync(good)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-11")]
    public async Task Reviewer_WhoSubmittedOrAttended_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var trainee = await world.ProfessionalAsync(world.School);
        var key = await world.SubmittedClassAsync([trainee, await world.ProfessionalAsync(world.School)]);
        var id = World.ClassIdOf(key);
        var scores = await world.ReadAsync(db => db.TraineeScores.Where(s => s.ClassId == key).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync());
        var (clerk, attendant) = (await world.AppointAsync(world.Zhengzhou, world.As(world.Institution).Person), await world.AppointAsync(world.Zhengzhou, trainee.Person));

        foreach (var own in new[] { clerk, attendant })
        {
            Assert.Equal("OWN_DECLARATION", (await own.PassClassesAsync(id)).RefusedItems[id]);
            Assert.Equal("OWN_DECLARATION", (await own.ReviewClassesAsync(ReviewDecision.Fail, "不符", id)).RefusedItems[id]);
            Assert.Equal(["OWN_DECLARATION"], (await own.ExcludeAsync(World.ScoreIdOf(scores[1]), "冒名")).Refusals);
        }

        (await world.As(world.Zhengzhou).PassClassesAsync(id)).Succeeded();
        Assert.Equal("OWN_DECLARATION", (await attendant.RevokeClassesAsync("造假", id)).RefusedItems[id]);
        Assert.Equal("PASSED", await clerk.ClassStatusAsync(id));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-13"), Trait("Spec", "CRD-01")]
    public async Task FiftyReviewersAtOnce_OneWins(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var trainees = await world.ProfessionalsAsync(world.School, 3);
        var key = await world.SubmittedClassAsync(trainees);
        var id = World.ClassIdOf(key);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() =>
            i % 2 == 0 ? world.As(world.Zhengzhou).PassClassesAsync(id) : world.As(world.Zhengzhou).ReviewClassesAsync(ReviewDecision.Fail, "不符", id))));

        Assert.Single(replies, reply => reply.Refusals.Count == 0 && reply.Number("reviewClassSubmissions.succeeded") == 1);
        Assert.All(replies.SelectMany(reply => reply.RefusedItems.Values), code => Assert.Equal("ALREADY_REVIEWED", code));
        var hours = await world.As(world.Zhengzhou).ClassStatusAsync(id) is "PASSED" ? 20 : 0;
        Assert.All(await Task.WhenAll(trainees.Select(HoursAsync)), total => Assert.Equal(hours, total));
        Assert.Equal(hours * 3, (await world.ReadAsync(db => db.CreditEntries.Select(e => e.Hours).ToListAsync())).Sum());
        Assert.Equal(1, await world.ReadAsync(db => db.Messages.CountAsync(m => m.Kind == Domain.Notifications.MessageKind.ClassPassed || m.Kind == Domain.Notifications.MessageKind.ClassFailed)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-10")]
    public async Task ExcludedTrainee_GetsNoHours(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (reviewer, stays, goes, returns) = (world.As(world.Zhengzhou), await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School));
        var key = await world.SubmittedClassAsync([stays, goes, returns]);
        var scores = await world.ReadAsync(db => db.TraineeScores.Where(s => s.ClassId == key).OrderBy(s => s.Id).Select(s => s.Id).ToListAsync());

        Assert.Equal(["REASON_REQUIRED"], (await reviewer.ExcludeAsync(World.ScoreIdOf(scores[1]), " ")).Refusals);
        (await reviewer.ExcludeAsync(World.ScoreIdOf(scores[1]), "冒名顶替")).Succeeded();
        (await reviewer.ExcludeAsync(World.ScoreIdOf(scores[2]), "查无此人")).Succeeded();
        (await reviewer.ExcludeAsync(World.ScoreIdOf(scores[2]), null, exclude: false)).Succeeded();
        (await reviewer.PassClassesAsync(World.ClassIdOf(key))).Succeeded();

        Assert.Equal((20m, 0m, 20m), (await HoursAsync(stays), await HoursAsync(goes), await HoursAsync(returns)));
        Assert.Equal(["ALREADY_REVIEWED"], (await reviewer.ExcludeAsync(World.ScoreIdOf(scores[0]), "冒名")).Refusals);
        var seen = await world.As(world.Institution).MustAsync("query ($class: ID!) { traineeScores(filter: { class: $class }) { nodes { exclusionReason } } }", new { @class = World.ClassIdOf(key) });
        Assert.Contains("冒名顶替", seen.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-12")]
    public async Task Revocation_WithdrawsHoursAndVoidsTheCertificate(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var trainee = await world.ProfessionalAsync(world.School);
        await world.DeclarationAsync(trainee, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await world.DeclarationAsync(trainee, DeclarationStatus.Passed, SubjectCategory.Professional, 40);
        var id = World.ClassIdOf(await world.SubmittedClassAsync([trainee], ReviewDecision.Pass));
        var year = await trainee.OwnYearAsync(world.Year);
        (await world.As(world.School).IssueAsync(year.String("yearCompletions.nodes.0.id")!)).Succeeded();

        Assert.Equal(["REASON_REQUIRED"], (await world.As(world.Zhengzhou).RevokeClassesAsync(" ", id)).Refusals);
        Assert.Equal(1, (await world.As(world.Province).RevokeClassesAsync("查实代考", id)).Succeeded().Number("revokeClassSubmissions.succeeded"));

        var after = await trainee.OwnYearAsync(world.Year);
        Assert.Equal(40, after.Number("yearCompletions.nodes.0.professionalHours"));
        Assert.False(after["yearCompletions.nodes.0.completed"].GetBoolean());
        var who = trainee.Caller.ProfessionalId;
        Assert.NotNull(await world.ReadAsync(db => db.Certificates.Where(c => c.ProfessionalId == who).Select(c => c.VoidedAt).SingleAsync()));
        Assert.Equal("NOT_PASSED", (await world.As(world.Zhengzhou).RevokeClassesAsync("再来一次", id)).RefusedItems[id]);
        Assert.Equal("REVOKED", await world.As(world.Institution).ClassStatusAsync(id));
        var told = await trainee.MustAsync("{ inbox(first: 1) { nodes { kind text } } }");
        Assert.Equal("TRAINING_WITHDRAWN", told.String("inbox.nodes.0.kind"));
        Assert.Contains("查实代考", told.String("inbox.nodes.0.text"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-07"), Trait("Spec", "REV-09"), Trait("Spec", "BUR-15"), Trait("Spec", "DEP-10")]
    public async Task Filters_OfTheReviewersLists_AllNarrow(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var reviewer = world.As(world.Zhengzhou);
        var (good, weak) = (await world.ProfessionalAsync(world.School, "郭勇"), await world.ProfessionalAsync(world.School, "马杰"));
        var common = await world.SubmittedClassAsync([good], category: SubjectCategory.Public);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var special = await world.ClassAsync();
        await world.ScoreAsync(special, good);
        await world.ScoreAsync(special, weak, 30);
        (await world.As(world.Institution).SubmitScoresAsync(World.ClassIdOf(special))).Succeeded();
        var (first, second) = (World.ClassIdOf(common), World.ClassIdOf(special));

        async Task<IReadOnlyList<string>> FindAsync(object filter) =>
            (await reviewer.MustAsync("query ($filter: ClassFilterInput) { classSubmissions(filter: $filter) { nodes { id } } }", new { filter })).Each("classSubmissions.nodes", "id");
        async Task<IReadOnlyList<string>> TraineesAsync(object filter) =>
            (await reviewer.MustAsync("query ($filter: ScoreFilterInput) { traineeScores(filter: $filter) { nodes { name } } }", new { filter })).Each("traineeScores.nodes", "name");

        Assert.Equal([first, second], await FindAsync(new { }));
        Assert.Equal([first], await FindAsync(new { category = "PUBLIC" }));
        Assert.Equal([second], await FindAsync(new { category = "PROFESSIONAL", statuses = new[] { "SUBMITTED" }, institutionName = "继续教育中心" }));
        Assert.Empty(await FindAsync(new { statuses = new[] { "PASSED" } }));
        Assert.Empty(await FindAsync(new { institutionName = "洛阳" }));
        Assert.Equal(["马杰", "郭勇"], await TraineesAsync(new { @class = second }));
        Assert.Equal(["马杰"], await TraineesAsync(new { @class = second, name = "马" }));
        Assert.Equal(["郭勇"], await TraineesAsync(new { @class = second, qualified = true }));
    }

    internal static async Task<decimal> HoursAsync(Actor person) =>
        (await person.OwnYearAsync(person.World.Year)).Number("yearCompletions.nodes.0.professionalHours");

    [Theory, OnBothDatabases, Trait("Spec", "GEN-05"), Trait("Spec", "PERF-1")]
    public async Task Lists_PagedAndNested_TakeTheSameStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var trainees = await world.ProfessionalsAsync(world.School, 10);
        var subject = await world.SubjectAsync();
        for (var i = 0; i < 12; i++)
        {
            await world.SubmittedClassAsync(i == 0 ? trainees : trainees.Take(1), subject: subject);
        }

        const string fields = "id name institution { name } subjectName target { name } trainees { all qualified }";
        foreach (var (actor, field, selection) in new[]
        {
            (world.As(world.Institution), "trainingClasses", fields), (world.As(world.Zhengzhou), "classSubmissions", fields),
            (world.As(world.Zhengzhou), "traineeScores", "id name idNumber employerName class { name institution { name } }"),
        })
        {
            var counts = new List<int>();
            foreach (var size in new[] { 3, 10 })
            {
                world.Statements.Clear();
                var page = await actor.MustAsync($"{{ {field}(first: {size}, filter: {{}}) {{ nodes {{ {selection} }} pageInfo {{ hasNextPage endCursor }} }} }}");
                counts.Add(world.Statements.Statements.Count);
                var next = await actor.MustAsync($"{{ {field}(first: {size}, after: \"{page.String($"{field}.pageInfo.endCursor")}\", filter: {{}}) {{ nodes {{ id }} }} }}");
                Assert.NotEmpty(next.Each($"{field}.nodes", "id"));
                Assert.Empty(page.Each($"{field}.nodes", "id").Intersect(next.Each($"{field}.nodes", "id")));
            }

            Assert.Equal(field == "traineeScores" ? [1, 1] : [2, 2], counts);
        }
    }
}
