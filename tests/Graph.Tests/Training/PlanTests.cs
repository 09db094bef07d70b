using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Domain.Training;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Training;

/// <summary>Training plans as the institution keeps them.</summary>
public sealed class PlanTests(Worlds worlds) : IClassFixture<Worlds>
{
    public static TheoryData<UserType> Others => [.. Enum.GetValues<UserType>().Where(role => !role.Grants(Permission.ConductTraining))];

    [Theory, OnBothDatabases, Trait("Spec", "PLN-01"), Trait("Spec", "PLN-04"), Trait("Spec", "INS-06")]
    public async Task Plan_Submitted_WaitsAndShowsAllThatWasFilledIn(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var form = world.PlanForm(await world.SubjectAsync());
        form = form with { Data = form.Data with { Teachers = "李老师", Content = "第一天\n第二天", PassMark = 72.5m } };

        var id = (await clerk.SubmitPlanAsync(form, file: clerk.File)).Succeeded().String("submitTrainingPlan.trainingPlanId")!;
        var shown = await clerk.MustAsync(
            "query ($id: ID!) { node(id: $id) { ... on TrainingPlan { name category subject { name } trainingYear creditYear formName hours plannedTrainees startsOn endsOn place teachers content passMark assessment target { name } attachment { name } status canEdit canDelete canReview institution { name } } } }", new { id });

        Assert.Equal((form.Data.Name, "PROFESSIONAL", "PENDING", "培训班"), (shown.String("node.name"), shown.String("node.category"), shown.String("node.status"), shown.String("node.formName")));
        Assert.Equal((20m, 50m, 72.5m, "SCORE"), (shown.Number("node.hours"), shown.Number("node.plannedTrainees"), shown.Number("node.passMark"), shown.String("node.assessment")));
        Assert.Equal(($"{world.Year}-07-06", $"{world.Year}-07-10", world.Zhengzhou.Name, "证明材料.png"),
            (shown.String("node.startsOn"), shown.String("node.endsOn"), shown.String("node.target.name"), shown.String("node.attachment.name")));
        Assert.True(shown["node.canEdit"].GetBoolean() && shown["node.canDelete"].GetBoolean());
    }

    [Theory, MemberData(nameof(Others)), Trait("Spec", "PLN-01"), Trait("Spec", "INS-06")]
    public async Task KeepingPlans_RoleWithoutPermission_IsForbidden(UserType role)
    {
        var world = await worlds.On(DatabaseProvider.Sqlite);
        var actor = role is UserType.Individual ? await world.ProfessionalAsync(world.School) : world.As(role);
        var id = World.PlanIdOf(await world.PlanAsync());
        var form = world.PlanForm(1);

        Reply[] replies =
        [
            await actor.SubmitPlanAsync(form), await actor.DraftPlanAsync(form), await actor.DeletePlansAsync(id), await actor.RemarkPlanAsync(id, "备注"),
            await actor.AskAsync("{ trainingTargets(category: PUBLIC) { name } }"),
        ];

        Assert.All(replies, reply => Assert.Equal(["FORBIDDEN"], reply.Errors));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PLN-02"), Trait("Spec", "PLN-03")]
    public async Task Plan_EveryCategorySubjectAndTarget_IsTakenOnlyWhereTheRuleSaysSo(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var code = provider is DatabaseProvider.Sqlite ? "WR0001012" : "WR0001021";
        (Actor Clerk, bool HasDepartment)[] clerks = [(world.As(world.Institution), true), (await world.InstitutionAsync(world.Province, code), false)];
        var subjects = new Dictionary<SubjectCategory, long>
        {
            [SubjectCategory.Public] = await world.SubjectAsync(SubjectCategory.Public),
            [SubjectCategory.Professional] = await world.SubjectAsync(SubjectCategory.Professional),
        };

        foreach (var (clerk, hasDepartment) in clerks)
        {
            foreach (var category in Enum.GetValues<SubjectCategory>())
            {
                foreach (var of in Enum.GetValues<SubjectCategory>())
                {
                    foreach (var target in Enum.GetValues<ForwardTarget>())
                    {
                        var reply = await clerk.SubmitPlanAsync(world.PlanForm(subjects[of], category, target));
                        var toDepartment = target is ForwardTarget.IndustryDepartment;
                        List<string> expected =
                        [
                            .. category == of ? Array.Empty<string>() : ["NOT_AN_OPTION"],
                            .. !toDepartment ? Array.Empty<string>() : category is SubjectCategory.Public ? ["PUBLIC_GOES_TO_BUREAU"] : hasDepartment ? [] : ["NO_INDUSTRY_DEPARTMENT"],
                        ];

                        Assert.Equal(expected, reply.Refusals);
                        if (expected.Count == 0)
                        {
                            var key = GlobalIdOf.Key(reply.String("submitTrainingPlan.trainingPlanId")!);
                            var sentTo = await world.ReadAsync(db => db.TrainingPlans.Where(p => p.Id == key).Select(p => p.TargetId).SingleAsync());
                            Assert.Equal(toDepartment ? world.Education.Id : hasDepartment ? world.Zhengzhou.Id : world.Province.Id, sentTo);
                        }
                    }
                }

                var offered = (await clerk.MustAsync("query ($category: SubjectCategory!) { trainingTargets(category: $category) { target } }", new { category })).Each("trainingTargets", "target");
                Assert.Equal(category is SubjectCategory.Professional && hasDepartment ? ["SAME_LEVEL_BUREAU", "INDUSTRY_DEPARTMENT"] : ["SAME_LEVEL_BUREAU"], offered);
            }
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "PLN-03")]
    public async Task Plan_ToARetiredDepartment_IsRefused(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var subject = await world.SubjectAsync();
        await world.RetireAsync(world.Education);

        var reply = await world.As(world.Institution).SubmitPlanAsync(world.PlanForm(subject, target: ForwardTarget.IndustryDepartment));

        Assert.Equal(["TARGET_RETIRED"], reply.Refusals);
        Assert.Single((await world.As(world.Institution).MustAsync("{ trainingTargets(category: PROFESSIONAL) { target } }")).Each("trainingTargets", "target"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PLN-04"), Trait("Spec", "PLN-05")]
    public async Task Plan_WithWrongAnswers_IsRefusedAtTheField(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var good = world.PlanForm(await world.SubjectAsync(hours: 30));
        var year = world.Year;
        PlanInput With(Func<PlanData, PlanData> change) => good with { Data = change(good.Data) };
        (PlanInput Form, string Code, string Path)[] cases =
        [
            (With(d => d with { Name = "" }), "REQUIRED", "name"),
            (With(d => d with { Name = new('字', 101) }), "TOO_LONG", "name"),
            (With(d => d with { Form = "" }), "REQUIRED", "form"),
            (With(d => d with { Form = "77" }), "NOT_AN_OPTION", "form"),
            (With(d => d with { Hours = 0 }), "REQUIRED", "hours"),
            (With(d => d with { Hours = 30.5m }), "HOURS_OUT_OF_RANGE", "hours"),
            (With(d => d with { Hours = 1.3m }), "HOURS_NOT_IN_HALF_STEPS", "hours"),
            (With(d => d with { PlannedTrainees = 0 }), "REQUIRED", "plannedTrainees"),
            (With(d => d with { PlannedTrainees = -1 }), "OUT_OF_RANGE", "plannedTrainees"),
            (With(d => d with { PlannedTrainees = 10_001 }), "OUT_OF_RANGE", "plannedTrainees"),
            (With(d => d with { PassMark = 100.5m }), "OUT_OF_RANGE", "passMark"),
            (With(d => d with { PassMark = 60.25m }), "OUT_OF_RANGE", "passMark"),
            (With(d => d with { StartsOn = default }), "REQUIRED", "startsOn"),
            (With(d => d with { StartsOn = new(year - 1, 12, 31) }), "DATE_OUT_OF_RANGE", "startsOn"),
            (With(d => d with { EndsOn = default }), "REQUIRED", "endsOn"),
            (With(d => d with { EndsOn = new(year, 7, 5) }), "DATE_OUT_OF_RANGE", "endsOn"),
            (With(d => d with { EndsOn = new(year + 1, 1, 3) }), "DATE_OUT_OF_RANGE", "endsOn"),
            (With(d => d with { Place = " " }), "REQUIRED", "place"),
            (With(d => d with { Content = "\u0000" }), "INVALID_TEXT", "content"),
            (With(d => d with { Remark = new('字', 501) }), "TOO_LONG", "remark"),
            (With(d => d with { CreditYear = year - 1 }), "CREDIT_YEAR_CLOSED", "creditYear"),
            (With(d => d with { CreditYear = year + 2 }), "CREDIT_YEAR_CLOSED", "creditYear"),
            (good with { SubjectId = null }, "REQUIRED", "subject"),
            (good with { SubjectId = 999_999 }, "REQUIRED", "subject"),
            (good with { Target = null }, "REQUIRED", "target"),
            (good with { SubjectId = await world.SubjectAsync(year: year + 1) }, "NOT_AN_OPTION", "subject"),
        ];

        foreach (var (form, code, path) in cases)
        {
            var reply = await clerk.SubmitPlanAsync(form);
            Assert.True(reply.Paths.Contains($"input.{path}") && reply.Refusals[reply.Paths.ToList().IndexOf($"input.{path}")] == code, $"{path} {code}: {reply.Text}");
        }

        Assert.Contains("input.trainingYear", (await clerk.SubmitPlanAsync(With(d => d with { TrainingYear = year + 2 }))).Paths);
        Assert.Equal(["FILE_REQUIRED"], (await clerk.SubmitPlanAsync(good, file: world.As(world.School).File)).Refusals);
        (await clerk.SubmitPlanAsync(With(d => d with { Hours = 30, CreditYear = year + 1, EndsOn = new(year + 1, 1, 3) }))).Succeeded();
    }

    [Theory, OnBothDatabases, Trait("Spec", "SUB-03"), Trait("Spec", "PLN-07")]
    public async Task Subject_RetiredMeanwhile_IsRefusedForNewPlansAndKeptByOldOnes(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var subject = await world.SubjectAsync();
        var failed = World.PlanIdOf(await world.PlanAsync(PlanStatus.Failed, subject: subject));
        (await world.As(world.Education).RetireSubjectAsync(World.SubjectIdOf(subject))).Succeeded();

        var fresh = await clerk.SubmitPlanAsync(world.PlanForm(subject));
        (await clerk.SubmitPlanAsync(world.PlanForm(subject), failed)).Succeeded();

        Assert.Equal(["NOT_AN_OPTION", "input.subject"], fresh.Refusals.Concat(fresh.Paths));
        Assert.Equal("PENDING", await clerk.PlanStatusAsync(failed));
    }

    [Theory, OnBothDatabases, Trait("Spec", "SPEC §18"), Trait("Spec", "PLN-01"), Trait("Spec", "PLN-07"), Trait("Spec", "PLN-08")]
    public async Task Plan_EveryEventInEveryState_FollowsTheTable(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (clerk, reviewer, subject) = (world.As(world.Institution), world.As(world.Zhengzhou), await world.SubjectAsync());
        foreach (var status in Enum.GetValues<PlanStatus>().Where(status => status is not PlanStatus.Deleted))
        {
            foreach (var row in PlanStates.Table)
            {
                var id = World.PlanIdOf(await world.PlanAsync(status, subject: subject));
                var reply = row.Event switch
                {
                    PlanEvent.SaveDraft => await clerk.DraftPlanAsync(world.PlanForm(subject), id),
                    PlanEvent.Submit => await clerk.SubmitPlanAsync(world.PlanForm(subject), id),
                    PlanEvent.Delete => await clerk.DeletePlansAsync(id),
                    PlanEvent.Remark => await clerk.RemarkPlanAsync(id, "增加一名教师"),
                    var verdict => await reviewer.ReviewPlansAsync(verdict is PlanEvent.Pass ? ReviewDecision.Pass : ReviewDecision.Fail, "意见", null, id),
                };

                var expected = row.From.Contains(status) ? row.To ?? status : status;
                Assert.Equal(row.From.Contains(status), reply.Refusals.Count == 0 && reply.RefusedItems.Count == 0);
                Assert.Equal(expected, await world.ReadAsync(db => db.TrainingPlans.Where(p => p.Id == GlobalIdOf.Key(id)).Select(p => p.Status).SingleAsync()));
            }
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "SPEC §18")]
    public async Task Draft_Unfinished_IsKeptAndSeenByTheInstitutionOnly(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var form = world.PlanForm(await world.SubjectAsync()) with { Target = null };
        form = form with { Data = form.Data with { Form = "", Hours = 0, PlannedTrainees = 0, StartsOn = default, EndsOn = default, Place = "" } };

        var id = (await clerk.DraftPlanAsync(form)).Succeeded().String("saveTrainingPlanDraft.trainingPlanId")!;
        var shown = await clerk.MustAsync("query ($id: ID!) { node(id: $id) { ... on TrainingPlan { status startsOn endsOn target { name } submittedAt } } }", new { id });

        Assert.Equal("DRAFT", shown.String("node.status"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, shown["node.startsOn"].ValueKind);
        Assert.Null(await world.As(world.Zhengzhou).PlanStatusAsync(id));
        Assert.Equal(["REQUIRED"], (await clerk.DraftPlanAsync(form with { Data = form.Data with { Name = "" } })).Refusals);
        Assert.Equal(["NOT_AN_OPTION"], (await clerk.DraftPlanAsync(form with { Category = SubjectCategory.Public })).Refusals);
        Assert.Equal(7, (await clerk.SubmitPlanAsync(form, id)).Refusals.Count);
    }

    [Theory, OnBothDatabases, Trait("Spec", "PLN-07")]
    public async Task BatchDelete_WithAPassedPlan_DeletesNoneAndNamesIt(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var (pending, failed) = (World.PlanIdOf(await world.PlanAsync()), World.PlanIdOf(await world.PlanAsync(PlanStatus.Failed)));
        var passed = World.PlanIdOf(await world.PlanAsync(PlanStatus.Passed, name: "骨干教师研修"));

        var refused = await clerk.DeletePlansAsync(pending, passed, failed);

        Assert.Equal(["NOT_EDITABLE"], refused.Refusals);
        Assert.Contains("骨干教师研修", Assert.Single(refused.Messages), StringComparison.Ordinal);
        Assert.Equal(("PENDING", "FAILED", "PASSED"), (await clerk.PlanStatusAsync(pending), await clerk.PlanStatusAsync(failed), await clerk.PlanStatusAsync(passed)));
        Assert.Equal(["NOT_FOUND"], (await clerk.DeletePlansAsync(pending, World.PlanIdOf(999_999))).Refusals);
        Assert.Equal("PENDING", await clerk.PlanStatusAsync(pending));
        Assert.Equal(["NOTHING_SELECTED"], (await clerk.DeletePlansAsync()).Refusals);
        Assert.Equal(["TOO_MANY_SELECTED"], (await clerk.DeletePlansAsync(Enumerable.Range(1, 501).Select(i => World.PlanIdOf(i)))).Refusals);
        Assert.Equal(2, (await clerk.DeletePlansAsync(pending, failed)).Succeeded().Number("deleteTrainingPlans.deleted"));
        Assert.Null(await clerk.PlanStatusAsync(pending));
    }

    [Theory, OnBothDatabases, Trait("Spec", "PLN-08")]
    public async Task PassedPlan_ItsRemark_IsAllThatChanges(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = world.As(world.Institution);
        var key = await world.PlanAsync(PlanStatus.Passed);
        var before = await world.ReadAsync(db => db.TrainingPlans.SingleAsync(p => p.Id == key));

        (await clerk.RemarkPlanAsync(World.PlanIdOf(key), " 改在二号楼 ")).Succeeded();

        var after = await world.ReadAsync(db => db.TrainingPlans.SingleAsync(p => p.Id == key));
        Assert.Equal(before.Data with { Remark = "改在二号楼" }, after.Data);
        Assert.Equal((before.Status, before.SubjectId, before.TargetId, before.DecidedAt), (after.Status, after.SubjectId, after.TargetId, after.DecidedAt));
        Assert.Equal(["TOO_LONG"], (await clerk.RemarkPlanAsync(World.PlanIdOf(key), new('字', 501))).Refusals);
    }

    [Theory, OnBothDatabases, Trait("Spec", "PLN-01"), Trait("Spec", "SEC-A2")]
    public async Task Plan_OfAnotherInstitution_IsNotFound(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var other = await world.InstitutionAsync(world.Zhengzhou, provider is DatabaseProvider.Sqlite ? "WR0001039" : "WR0001047");
        var (subject, id) = (await world.SubjectAsync(), World.PlanIdOf(await world.PlanAsync(PlanStatus.Failed)));
        var passed = World.PlanIdOf(await world.PlanAsync(PlanStatus.Passed));

        Assert.Null(await other.PlanStatusAsync(id));
        Assert.Empty((await other.MustAsync("{ trainingPlans { nodes { id } } }")).Each("trainingPlans.nodes", "id"));
        Assert.Equal(["NOT_FOUND"], (await other.SubmitPlanAsync(world.PlanForm(subject), id)).Refusals);
        Assert.Equal(["NOT_FOUND"], (await other.DraftPlanAsync(world.PlanForm(subject), id)).Refusals);
        Assert.Equal(["NOT_FOUND"], (await other.DeletePlansAsync(id)).Refusals);
        Assert.Equal(["NOT_FOUND"], (await other.DeletePlansAsync(passed)).Refusals);
        Assert.Equal(["NOT_FOUND"], (await other.RemarkPlanAsync(passed, "x")).Refusals);
    }
}
