using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using HnCe.Domain.Organizations;
using HnCe.Domain.Training;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Training;

/// <summary>审核培训计划: by whom, single and batch, and where it is hard.</summary>
public sealed class PlanReviewTests(Worlds worlds) : IClassFixture<Worlds>
{
    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.ReviewTraining))];

    [Theory, OnBothDatabases, Trait("Spec", "PLN-06"), Trait("Spec", "BUR-08"), Trait("Spec", "DEP-09"), Trait("Spec", "EML-02")]
    public async Task Verdict_OfTheAddressedBody_IsToldToTheInstitution(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var second = await world.AppointAsync(world.Institution);
        var toBureau = World.PlanIdOf(await world.PlanAsync(category: SubjectCategory.Public, name: "公需一期"));
        var toDepartment = World.PlanIdOf(await world.PlanAsync(target: ForwardTarget.IndustryDepartment, name: "专业一期"));

        (await world.As(world.Zhengzhou).PassPlansAsync(toBureau)).Succeeded();
        (await world.As(world.Education).ReviewPlansAsync(ReviewDecision.Fail, "人数过多", null, toDepartment)).Succeeded();

        foreach (var clerk in new[] { world.As(world.Institution), second })
        {
            var inbox = await clerk.MustAsync("{ inbox { nodes { kind heading text } } }");
            Assert.Equal(["PLAN_FAILED", "PLAN_PASSED"], inbox.Each("inbox.nodes", "kind"));
            Assert.Equal(["培训计划未通过：专业一期", "培训计划已通过：公需一期"], inbox.Each("inbox.nodes", "heading"));
            Assert.Contains("人数过多", inbox.Each("inbox.nodes", "text")[0], StringComparison.Ordinal);
        }

        var failed = await world.As(world.Institution).MustAsync("query ($id: ID!) { node(id: $id) { ... on TrainingPlan { status reason decidedAt } } }", new { id = toDepartment });
        Assert.Equal(("FAILED", "人数过多"), (failed.String("node.status"), failed.String("node.reason")));
    }

    [Theory, MemberData(nameof(Others)), Trait("Spec", "PLN-06")]
    public async Task Review_RoleWithoutPermission_IsForbidden(UserType role)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        var actor = role is UserType.Individual ? await world.ProfessionalAsync(world.School) : world.As(role);

        Assert.Equal(["FORBIDDEN"], (await actor.PassPlansAsync(World.PlanIdOf(await world.PlanAsync()))).Errors);
        Assert.Equal(["FORBIDDEN"], (await actor.AskAsync("{ waitingPlanCount }")).Errors);
    }

    [Theory, OnBothDatabases, Trait("Spec", "PLN-06"), Trait("Spec", "BUR-16")]
    public async Task Plan_SentToAnotherBody_IsNotFound(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var id = World.PlanIdOf(await world.PlanAsync());

        foreach (var other in new Organization[] { world.Luoyang, world.Zhongyuan, world.Province, world.Education })
        {
            Assert.Equal("NOT_FOUND", (await world.As(other).PassPlansAsync(id)).RefusedItems[id]);
            Assert.Null(await world.As(other).PlanStatusAsync(id));
        }

        Assert.Equal("PENDING", await world.As(world.Zhengzhou).PlanStatusAsync(id));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-13"), Trait("Spec", "PLN-06")]
    public async Task TwoReviewersAtOnce_OnManyPlans_DecideEachOnce(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var second = await world.AppointAsync(world.Zhengzhou);
        var subject = await world.SubjectAsync();
        var ids = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            ids.Add(World.PlanIdOf(await world.PlanAsync(subject: subject)));
        }

        var replies = await Task.WhenAll(
            Task.Run(() => world.As(world.Zhengzhou).PassPlansAsync(ids)),
            Task.Run(() => second.ReviewPlansAsync(ReviewDecision.Fail, "不符", null, Enumerable.Reverse(ids))));

        Assert.Equal(10, replies.Sum(reply => reply.Succeeded().Number("reviewTrainingPlans.succeeded")));
        Assert.All(replies.SelectMany(reply => reply.RefusedItems.Values), code => Assert.Equal("ALREADY_REVIEWED", code));
        var again = await second.PassPlansAsync(ids);
        Assert.Equal(10, again.RefusedItems.Count(item => item.Value == "ALREADY_REVIEWED"));
        Assert.Contains("该记录已被审核", again.Text, StringComparison.Ordinal);
        var names = await world.ReadAsync(db => db.TrainingPlans.Where(p => p.SubjectId == subject).Select(p => p.Data.Name).ToListAsync());
        Assert.Equal(10, await world.ReadAsync(db => db.Messages.CountAsync(m => names.Contains(m.Title) && (m.Kind == MessageKind.PlanPassed || m.Kind == MessageKind.PlanFailed))));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PLN-06"), Trait("Spec", "REV-14")]
    public async Task Batch_WithBadOnes_DoesTheOthersAndNamesTheBad(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (good, decided) = (World.PlanIdOf(await world.PlanAsync()), World.PlanIdOf(await world.PlanAsync(PlanStatus.Failed)));
        var (draft, reviewer) = (World.PlanIdOf(await world.PlanAsync(PlanStatus.Draft)), world.As(world.Zhengzhou));

        var reply = (await reviewer.PassPlansAsync(decided, good, draft, "garbage")).Succeeded();

        Assert.Equal(1, reply.Number("reviewTrainingPlans.succeeded"));
        Assert.Equal(["ALREADY_REVIEWED", "NOT_FOUND", "NOT_FOUND"], reply.RefusedItems.Values);
        Assert.Equal(["REASON_REQUIRED"], (await reviewer.ReviewPlansAsync(ReviewDecision.Fail, " ", null, good)).Refusals);
        Assert.Equal(["TOO_LONG"], (await reviewer.ReviewPlansAsync(ReviewDecision.Fail, new('字', 501), null, good)).Refusals);
        Assert.Equal(["NOTHING_SELECTED"], (await reviewer.PassPlansAsync()).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-11")]
    public async Task Reviewer_WhoSubmittedThePlanHimself_IsRefused(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var id = World.PlanIdOf(await world.PlanAsync());
        var same = await world.AppointAsync(world.Zhengzhou, world.As(world.Institution).Person);

        Assert.Equal("OWN_DECLARATION", (await same.PassPlansAsync(id)).RefusedItems[id]);
        Assert.Equal("PENDING", await same.PlanStatusAsync(id));
        (await world.As(world.Zhengzhou).PassPlansAsync(id)).Succeeded();
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-13"), Trait("Spec", "PLN-07")]
    public async Task Plan_ChangedAfterTheReviewerSawIt_IsLeftAsItWas(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var subject = await world.SubjectAsync();
        var id = World.PlanIdOf(await world.PlanAsync(subject: subject));
        var seen = world.Clock.Now();
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        (await world.As(world.Institution).SubmitPlanAsync(world.PlanForm(subject), id)).Succeeded();

        var reply = await world.As(world.Zhengzhou).ReviewPlansAsync(ReviewDecision.Pass, null, seen, id);

        Assert.Equal("CONFLICT", reply.RefusedItems[id]);
        Assert.Equal(1, (await world.As(world.Zhengzhou).ReviewPlansAsync(ReviewDecision.Pass, null, world.Clock.Now(), id)).Succeeded().Number("reviewTrainingPlans.succeeded"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-13"), Trait("Spec", "PLN-08")]
    public async Task ChangeAndVerdict_AtOnce_NeverMix(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var subject = await world.SubjectAsync();
        for (var i = 0; i < 8; i++)
        {
            var key = await world.PlanAsync(subject: subject, name: "原计划");
            var changed = world.PlanForm(subject, name: "改动后的计划");

            var (verdict, change) = (Task.Run(() => world.As(world.Zhengzhou).PassPlansAsync(World.PlanIdOf(key))),
                Task.Run(() => world.As(world.Institution).SubmitPlanAsync(changed, World.PlanIdOf(key))));
            var (reviewed, sent) = (await verdict, await change);

            var plan = await world.ReadAsync(db => db.TrainingPlans.SingleAsync(p => p.Id == key));
            Assert.Equal(sent.Refusals.Count == 0 ? "改动后的计划" : "原计划", plan.Data.Name);
            Assert.Equal(reviewed.RefusedItems.Count == 0, plan.Status is PlanStatus.Passed);
            Assert.All(sent.Refusals, code => Assert.Contains(code, new[] { "CONFLICT", "NOT_EDITABLE" }));
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "DEP-09"), Trait("Spec", "PLN-06"), Trait("Spec", "S-REV-05")]
    public async Task Filters_OfTheReviewersList_AllNarrow(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var reviewer = world.As(world.Zhengzhou);
        var oldest = World.PlanIdOf(await world.PlanAsync(name: "暑期班"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var newest = World.PlanIdOf(await world.PlanAsync(name: "寒假班"));
        var passed = World.PlanIdOf(await world.PlanAsync(PlanStatus.Passed, SubjectCategory.Public, name: "暑期公需班"));

        async Task<IReadOnlyList<string>> FindAsync(object filter) =>
            (await reviewer.MustAsync("query ($filter: TrainingPlanFilterInput) { trainingPlans(filter: $filter) { nodes { id } } }", new { filter })).Each("trainingPlans.nodes", "id");

        Assert.Equal([oldest, newest], await FindAsync(new { status = "PENDING" }));
        Assert.Equal([oldest], await FindAsync(new { status = "PENDING", name = "暑期" }));
        Assert.Equal([passed], await FindAsync(new { status = "PASSED", institutionName = "继续教育中心", creditYear = world.Year }));
        Assert.Equal([passed], await FindAsync(new { category = "PUBLIC" }));
        Assert.Empty(await FindAsync(new { institutionName = "洛阳" }));
        Assert.Empty(await FindAsync(new { creditYear = world.Year - 1 }));
        var counts = await reviewer.MustAsync("{ waitingPlanCount all: trainingPlanCount passed: trainingPlanCount(filter: { status: PASSED }) }");
        Assert.Equal((2m, 3m, 1m), (counts.Number("waitingPlanCount"), counts.Number("all"), counts.Number("passed")));
    }

    [Theory, OnBothDatabases, Trait("Spec", "GEN-05"), Trait("Spec", "PERF-1")]
    public async Task Lists_PagedAndNested_TakeTheSameStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var subject = await world.SubjectAsync();
        for (var i = 0; i < 25; i++)
        {
            await world.PlanAsync(subject: subject);
        }

        foreach (var actor in new[] { world.As(world.Institution), world.As(world.Zhengzhou) })
        {
            var counts = new List<int>();
            foreach (var size in new[] { 5, 20 })
            {
                world.Statements.Clear();
                var page = await actor.MustAsync($"{{ trainingPlans(first: {size}, filter: {{ status: PENDING }}) {{ nodes {{ id name subject {{ name owner {{ name }} }} institution {{ name }} target {{ name }} attachment {{ name }} }} pageInfo {{ hasNextPage endCursor }} }} }}");
                counts.Add(world.Statements.Statements.Count);
                var next = await actor.MustAsync($"{{ trainingPlans(first: {size}, after: \"{page.String("trainingPlans.pageInfo.endCursor")}\", filter: {{ status: PENDING }}) {{ nodes {{ id }} }} }}");
                Assert.Empty(page.Each("trainingPlans.nodes", "id").Intersect(next.Each("trainingPlans.nodes", "id")));
                Assert.Equal(Math.Min(size, 25 - size), next.Each("trainingPlans.nodes", "id").Count);
            }

            Assert.Equal([1, 1], counts);
        }
    }
}
