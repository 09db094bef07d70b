using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Jobs;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Declarations;

/// <summary>全部通过 of very many: in one go, or as a job.</summary>
public sealed class PassAllTests
{
    private const int Waiting = 5000;
    private const string PassAll = "mutation ($expected: Int!) { reviewDeclarations(input: { decision: PASS, allWaiting: { filter: {}, expected: $expected } }) { succeeded job { id title state total } userErrors { code message path } } }";

    [Theory, OnBothDatabases, Trait("Spec", "REV-04"), Trait("Spec", "REV-14"), Trait("Spec", "CRD-01")]
    public async Task PassAll_FiveThousandOfOneEmployer_HappensInOneGoAndRefusesALateArrival(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var people = await world.ProfessionalsAsync(world.School, 100);
        await world.DeclarationsAsync([.. Enumerable.Repeat(people, Waiting / 100).SelectMany(all => all)], DeclarationStatus.UnderReview, hours: 1);
        var clerk = world.As(world.Zhengzhou);
        var late = await world.DeclarationAsync(people[0], DeclarationStatus.UnderReview, hours: 2);

        var refused = await clerk.PassAllAsync(Waiting, new { employers = new[] { HnCe.Graph.Server.GlobalId.Encode("Employer", world.School.Id) } });
        Assert.Equal(["COUNT_CHANGED"], refused.Refusals);
        Assert.Empty(await world.ReadAsync(db => db.CreditEntries.Take(1).ToListAsync()));
        await clerk.FailAsync("材料不符", World.IdOf(late));
        var passed = (await clerk.PassAllAsync(Waiting)).Succeeded();

        Assert.Equal(Waiting, passed.Number("reviewDeclarations.succeeded"));
        Assert.Equal(Waiting, await world.ReadAsync(db => db.Declarations.CountAsync(d => d.Status == DeclarationStatus.Passed)));
        Assert.Equal(Waiting, (await world.ReadAsync(db => db.CreditEntries.Select(e => e.Hours).ToListAsync())).Sum());
        Assert.All(await world.ReadAsync(db => db.YearTotals.Where(t => t.Year == world.Year).Select(t => t.ProfessionalHours).ToListAsync()), hours => Assert.Equal(Waiting / 100, hours));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-04"), Trait("Spec", "REV-14")]
    public async Task PassAll_AboveTheLimit_RunsOnceAsAJobAndTellsTheReviewer(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        world.Services.GetRequiredService<JobLimits>().Verdicts = 5;
        await world.DeclarationsAsync(await world.ProfessionalsAsync(world.School, 7), DeclarationStatus.UnderReview, hours: 1);
        var clerk = world.As(world.Zhengzhou);

        Assert.Equal(["COUNT_CHANGED"], (await clerk.AskAsync(PassAll, new { expected = 6 })).Refusals);
        var started = await clerk.MustAsync(PassAll, new { expected = 7 });
        Assert.Equal(("全部通过 7 项", "WAITING"), (started.String("reviewDeclarations.job.title"), started.String("reviewDeclarations.job.state")));
        Assert.Equal(7, await world.ReadAsync(db => db.Declarations.CountAsync(d => d.Status == DeclarationStatus.UnderReview)));

        Assert.Equal(1, await world.RunJobsAsync());

        Assert.Equal(7, await world.ReadAsync(db => db.CreditEntries.CountAsync()));
        var told = await clerk.MustAsync("{ jobs { nodes { state message done fileUrl } } inbox(first: 1) { nodes { heading text } } }");
        Assert.Equal(("DONE", "通过 7 项，结果已通知本人。", null), (told.String("jobs.nodes.0.state"), told.String("jobs.nodes.0.message"), told.String("jobs.nodes.0.fileUrl")));
        Assert.Equal("任务已完成：全部通过 7 项", told.String("inbox.nodes.0.heading"));
    }

    [Theory, OnBothDatabases, Trait("Spec", "REV-04")]
    public async Task PassAllAsJob_LateArrivalBeforeItRuns_FailsAndChangesNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        world.Services.GetRequiredService<JobLimits>().Verdicts = 5;
        var people = await world.ProfessionalsAsync(world.School, 7);
        await world.DeclarationsAsync(people, DeclarationStatus.UnderReview, hours: 1);
        var clerk = world.As(world.Zhengzhou);
        await clerk.MustAsync(PassAll, new { expected = 7 });
        await world.DeclarationAsync(people[0], DeclarationStatus.UnderReview, hours: 1);

        await world.RunJobsAsync();

        var job = await world.ReadAsync(db => db.Jobs.SingleAsync());
        Assert.Equal(JobState.Failed, job.State);
        Assert.Contains("8 条", job.Message, StringComparison.Ordinal);
        Assert.Equal(8, await world.ReadAsync(db => db.Declarations.CountAsync(d => d.Status == DeclarationStatus.UnderReview)));
        Assert.Empty(await world.ReadAsync(db => db.CreditEntries.ToListAsync()));
    }
}
