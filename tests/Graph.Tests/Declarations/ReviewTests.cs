using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Declarations;

/// <summary>Forwarding and verdicts where they are hard: races, batches, conflicts of interest, limits.</summary>
public sealed class ReviewTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "EMP-22"), Trait("Spec", "FWD-03")]
    public async Task Forward_TwoClerksAtOnce_OneWins(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var clerk = await world.AppointAsync(world.School);
        var ids = (await world.DeclarationsAsync(await world.ProfessionalsAsync(world.School, 20))).Select(World.IdOf).ToList();

        var replies = await Task.WhenAll(
            Task.Run(() => world.As(world.School).ForwardAsync(ids)),
            Task.Run(() => clerk.ForwardAsync(Enumerable.Reverse(ids), ForwardTarget.IndustryDepartment)));

        Assert.Equal(20, replies.Sum(reply => reply.Succeeded().Number("forwardDeclarations.succeeded")));
        Assert.All(replies.SelectMany(reply => reply.RefusedItems.Values), code => Assert.Equal("ALREADY_FORWARDED", code));
        Assert.Equal(20, await world.ReadAsync(db => db.TimelineEntries.CountAsync(e =>
            e.Event == DeclarationEvent.Forward && ids.Select(KeyOf).Contains(e.DeclarationId))));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-06"), Trait("Spec", "BUR-14"), Trait("Spec", "DEP-10"), Trait("Spec", "PRO-12")]
    public async Task Verdict_OnWhatWasSentToAnother_IsNotFound(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var (teacher, scholar) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.Academy));
        (Actor Desk, string Id)[] sent =
        [
            (world.As(world.Zhengzhou), World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview))),
            (world.As(world.Education), World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview, target: ForwardTarget.IndustryDepartment))),
            (world.As(world.Province), World.IdOf(await world.DeclarationAsync(scholar, DeclarationStatus.UnderReview))),
        ];

        foreach (var (desk, id) in sent)
        {
            foreach (var (other, _) in sent.Where(one => one.Id != id))
            {
                Assert.Equal("NOT_FOUND", (await other.PassAsync(id)).RefusedItems[id]);
            }

            Assert.Empty((await desk.PassAsync(id)).RefusedItems);
        }
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-13"), Trait("Spec", "SEC-A10")]
    public async Task Verdict_FiftyAtOnce_OneWinsAndTheSumsHold(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var id = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview, hours: 10));
        var clerk = world.As(world.Zhengzhou);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => i % 2 == 0 ? clerk.PassAsync(id) : clerk.FailAsync("不符", id))));

        var winner = Assert.Single(replies, reply => reply.Succeeded().Number("reviewDeclarations.succeeded") == 1);
        Assert.Equal(49, replies.Count(reply => reply.RefusedItems.GetValueOrDefault(id) == "ALREADY_REVIEWED"));
        Assert.Empty(winner.RefusedItems);
        var passed = await teacher.StatusAsync(id) == "PASSED";
        Assert.Equal(passed ? 10 : 0, (await teacher.OwnYearAsync(world.Year)).Number("yearCompletions.nodes.0.professionalHours"));
        Assert.Equal(passed ? 1 : 0, await world.ReadAsync(db => db.CreditEntries.CountAsync(e => e.SourceId == KeyOf(id))));
        Assert.Equal(1, await world.ReadAsync(db => db.Messages.CountAsync(m => m.DeclarationId == KeyOf(id))));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-14")]
    public async Task Batch_OfFiftyWithThreeBadOnes_DoesTheOthersAndNamesTheThree(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var people = await world.ProfessionalsAsync(world.School, 49);
        var good = (await world.DeclarationsAsync(people.Take(47).ToList(), DeclarationStatus.UnderReview)).Select(World.IdOf).ToList();
        var decided = World.IdOf(await world.DeclarationAsync(people[47], DeclarationStatus.Failed));
        var foreign = World.IdOf(await world.DeclarationAsync(await world.ProfessionalAsync(world.Clinic), DeclarationStatus.UnderReview));
        var garbage = "not-an-id";

        var reply = (await world.As(world.Zhengzhou).PassAsync([decided, .. good, foreign, garbage])).Succeeded();

        Assert.Equal(47, reply.Number("reviewDeclarations.succeeded"));
        Assert.Equal(["ALREADY_REVIEWED", "NOT_FOUND", "NOT_FOUND"], reply.RefusedItems.Values);
        Assert.Equal(decided, reply.String("reviewDeclarations.refused.0.id"));
        Assert.Equal(foreign, reply.String("reviewDeclarations.refused.1.id"));
        Assert.Equal(garbage, reply.String("reviewDeclarations.refused.2.id"));
        var keys = good.Select(KeyOf).ToList();
        Assert.Equal(47, await world.ReadAsync(db => db.Declarations.CountAsync(d => keys.Contains(d.Id) && d.Status == DeclarationStatus.Passed)));
        Assert.Equal(47, await world.ReadAsync(db => db.CreditEntries.CountAsync(e => keys.Contains(e.SourceId))));
        Assert.Equal(DeclarationStatus.UnderReview, await world.ReadAsync(db => db.Declarations.Where(d => d.Id == KeyOf(foreign)).Select(d => d.Status).SingleAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-04")]
    public async Task PassAll_WithAnotherCount_ChangesNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.DeclarationsAsync(await world.ProfessionalsAsync(world.School, 7), DeclarationStatus.UnderReview);

        var wrong = await world.As(world.Zhengzhou).PassAllAsync(6);
        var waiting = await world.As(world.Zhengzhou).MustAsync("{ waitingCount reviewQueue { nodes { waiting people employer { name } } } }");
        var right = (await world.As(world.Zhengzhou).PassAllAsync(7)).Succeeded();

        Assert.Equal(["COUNT_CHANGED"], wrong.Refusals);
        Assert.Contains("6 条", Assert.Single(wrong.Messages), StringComparison.Ordinal);
        Assert.Contains("7 条", Assert.Single(wrong.Messages), StringComparison.Ordinal);
        Assert.Equal((7, 7, 7), (waiting["waitingCount"].GetInt32(), waiting["reviewQueue.nodes.0.waiting"].GetInt32(), waiting["reviewQueue.nodes.0.people"].GetInt32()));
        Assert.Equal(7, right.Number("reviewDeclarations.succeeded"));
        Assert.Equal(7, await world.ReadAsync(db => db.CreditEntries.CountAsync()));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-11"), Trait("Spec", "SEC-A7")]
    public async Task Reviewer_OfWhatHeFiledOrWhatIsHis_IsLeftOutEverywhere(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var own = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview));
        var asDeclarant = await world.AppointAsync(world.Zhengzhou, teacher.Person);
        var asForwarder = await world.AppointAsync(world.Zhengzhou, world.As(world.School).Person);

        foreach (var reviewer in new[] { asDeclarant, asForwarder })
        {
            Assert.Equal("OWN_DECLARATION", (await reviewer.PassAsync(own)).RefusedItems[own]);
            Assert.Equal(0, (await reviewer.MustAsync("{ waitingCount }"))["waitingCount"].GetInt32());
            Assert.Equal(0, (await reviewer.PassAllAsync(0)).Succeeded().Number("reviewDeclarations.succeeded"));
        }

        Assert.Equal(1, (await world.As(world.Zhengzhou).PassAsync(own)).Succeeded().Number("reviewDeclarations.succeeded"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-05")]
    public async Task RecognisedHours_AboveTheClaimed_AreRefusedAndBelowCount(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var id = World.IdOf(await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview, hours: 10));
        var clerk = world.As(world.Zhengzhou);

        var above = await clerk.ReviewAsync(new { ids = new[] { id }, decision = "PASS", recognisedHours = 10.5 });
        var crooked = await clerk.ReviewAsync(new { ids = new[] { id }, decision = "PASS", recognisedHours = 1.3 });
        var below = await clerk.ReviewAsync(new { ids = new[] { id }, decision = "PASS", recognisedHours = 8.5 });
        var second = await clerk.PassAsync(id);

        Assert.Equal(["HOURS_OUT_OF_RANGE", "HOURS_OUT_OF_RANGE"], above.Refusals.Concat(crooked.Refusals));
        Assert.Equal(1, below.Succeeded().Number("reviewDeclarations.succeeded"));
        Assert.Equal("该记录已被审核", second.String("reviewDeclarations.refused.0.message"));
        Assert.Equal(8.5m, (await teacher.OwnYearAsync(world.Year)).Number("yearCompletions.nodes.0.professionalHours"));
    }

    [Theory, Trait("Spec", "IND-22"), Trait("Spec", "IND-23")]
    [InlineData("字", 1000, true), InlineData("字", 1001, false), InlineData("👨‍👩‍👧", 1000, true), InlineData("👨‍👩‍👧", 1001, false), InlineData("\r\n", 500, true)]
    public async Task Remark_OfThatLength_IsAcceptedUpToAThousand(string character, int count, bool accepted)
    {
        var world = await worlds.On(DatabaseProvider.PostgreSql);
        var teacher = await world.ProfessionalAsync(world.School);
        var remark = "始" + string.Concat(Enumerable.Repeat(character, count - 2)) + "终";

        var reply = await teacher.DeclareAsync(world.FormInput(teacher, remark: remark));

        Assert.Equal(accepted ? [] : ["REMARK_TOO_LONG"], reply.Refusals);
        Assert.Equal(accepted ? [] : ["内容框中的文字不得超过 1000 字"], reply.Messages);
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-12"), Trait("Spec", "CER-06")]
    public async Task Revoked_TakesHoursBackAndVoidsTheCertificateOfThatYearOnly(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var kept = await CompleteAsync(teacher, world.Year - 1);
        var revoked = await CompleteAsync(teacher, world.Year);

        (await world.As(world.Zhengzhou).RevokeAsync("证书系伪造", World.IdOf(revoked.Declaration))).Succeeded();
        var now = await teacher.OwnYearAsync(world.Year);
        var before = await teacher.OwnYearAsync(world.Year - 1);

        Assert.False(now["yearCompletions.nodes.0.completed"].GetBoolean());
        Assert.False(now["yearCompletions.nodes.0.certificate.valid"].GetBoolean());
        Assert.True(before["yearCompletions.nodes.0.certificate.valid"].GetBoolean());
        Assert.Equal(0, now.Number("yearCompletions.nodes.0.professionalHours"));

        await world.DeclarationAsync(teacher, DeclarationStatus.Passed, hours: 60);
        var again = (await world.As(world.School).IssueAsync(now.String("yearCompletions.nodes.0.id")!)).Succeeded();

        Assert.NotEqual(revoked.Number, again.String("issueCertificate.certificate.number"));
        Assert.True(again["issueCertificate.certificate.valid"].GetBoolean());
        Assert.NotEqual(kept.Number, revoked.Number);
    }

    private static async Task<(long Declaration, string Number)> CompleteAsync(Actor teacher, int year)
    {
        var world = teacher.World;
        await world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Public, 30, year);
        var id = await world.DeclarationAsync(teacher, DeclarationStatus.Passed, SubjectCategory.Professional, 60, year);
        var completion = (await teacher.OwnYearAsync(year)).String("yearCompletions.nodes.0.id")!;
        return (id, (await world.As(world.School).IssueAsync(completion)).Succeeded().String("issueCertificate.certificate.number")!);
    }

    private static long KeyOf(string id) => GlobalIdOf.Key(id);
}
