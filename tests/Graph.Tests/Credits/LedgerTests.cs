using CsCheck;
using HnCe.Domain.Audit;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests.Credits;

/// <summary>Whatever happens to whomever in whatever order: ledger, totals, certificates and audit chain agree with the declarations.</summary>
public sealed class LedgerTests
{
    /// <summary>One step of a history: what, to which person or declaration, with which hours.</summary>
    public sealed record Step(int Kind, int Which, int Half);

    [Theory, OnBothDatabases, Trait("Spec", "CRD-01"), Trait("Spec", "CRD-02"), Trait("Spec", "CER-06"), Trait("Spec", "GEN-10")]
    public async Task Ledger_AfterAnyHistory_EqualsTotalsAndPassedItems(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        // Hours that make one public and two professional items complete a year, so that single revocations tip it over.
        var step = Gen.Select(Gen.Int[0, 11], Gen.Int[0, 1000], Gen.Int[60, 70], (kind, which, half) => new Step(kind, which, half));

        await step.Array[30, 50].SampleAsync(history => PlayAsync(world, history), iter: 8, threads: 1);
    }

    [Fact, Trait("Spec", "CRD-02"), Trait("Spec", "REV-13")]
    public async Task Total_OfTwoVerdictsInOneInstant_HasBoth()
    {
        var written = new BeforeStatement("INSERT INTO \"Messages\"");
        await using var world = await World.CreateAsync(DatabaseProvider.PostgreSql, written);
        var teacher = await world.ProfessionalAsync(world.School);
        var ids = (await world.DeclarationsAsync([teacher, teacher], DeclarationStatus.UnderReview, hours: 10)).Select(World.IdOf).ToList();
        var (clerk, other) = (world.As(world.Zhengzhou), await world.AppointAsync(world.Zhengzhou));
        var second = Task.CompletedTask;
        written.Once(async () =>
        {
            second = Task.Run(async () => (await other.PassAsync(ids[1])).Succeeded());
            while (await world.ReadAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE NOT granted").SingleAsync()) == 0)
            {
                Assert.False(second.IsCompleted);
            }
        });

        (await clerk.PassAsync(ids[0])).Succeeded();
        await second;

        Assert.Equal(20, (await world.ReadAsync(db => db.YearTotals.SingleAsync(t => t.ProfessionalId == teacher.Caller.ProfessionalId && t.Year == world.Year))).ProfessionalHours);
    }

    private static async Task PlayAsync(World world, Step[] history)
    {
        var people = await world.ProfessionalsAsync(world.School, 3);
        var ids = new List<string>();
        foreach (var (kind, which, half) in history)
        {
            var person = people[which % people.Count];
            var some = ids.Where((_, i) => i % 3 == which % 3).ToArray();
            switch (kind)
            {
                case 0 or 1 or 2:
                    ids.Add((await person.DeclareAsync(world.FormInput(person, (SubjectCategory)(which % 2), half / 2m))).Succeeded().String("declare.declarationId")!);
                    break;
                case 3 or 4:
                    await world.As(world.School).ForwardAsync(ids);
                    break;
                case 5 or 6:
                    await world.As(world.Zhengzhou).PassAsync(ids);
                    break;
                case 7:
                    await world.As(world.Zhengzhou).FailAsync("不符", some);
                    break;
                case 8 or 10 or 11:
                    await world.As(world.Zhengzhou).RevokeAsync("查实造假", ids.Skip(which % Math.Max(1, ids.Count)).Take(1));
                    break;
                default:
                    foreach (var one in people)
                    {
                        await world.As(world.School).IssueAsync((await one.OwnYearAsync(world.Year)).String("yearCompletions.nodes.0.id")!);
                    }

                    break;
            }
        }

        foreach (var person in people)
        {
            await CheckAsync(world, person);
        }

        var chain = await world.Services.GetRequiredService<VerifyAudit>().RunAsync(default);
        Assert.Null(chain.BrokenAt);
    }

    private static async Task CheckAsync(World world, Actor person)
    {
        var key = person.Caller.ProfessionalId!.Value;
        var passed = await world.ReadAsync(db => db.Declarations.Where(d => d.ProfessionalId == key && d.Status == DeclarationStatus.Passed)
            .Select(d => new { d.Category, d.RecognisedHours }).ToListAsync());
        var entries = await world.ReadAsync(db => db.CreditEntries.Where(e => e.ProfessionalId == key).Select(e => new { e.Category, e.Hours }).ToListAsync());
        var total = await world.ReadAsync(db => db.YearTotals.SingleAsync(t => t.ProfessionalId == key && t.Year == world.Year));
        var certificates = await world.ReadAsync(db => db.Certificates.Where(c => c.ProfessionalId == key).ToListAsync());
        foreach (var category in Enum.GetValues<SubjectCategory>())
        {
            var hours = passed.Where(d => d.Category == category).Sum(d => d.RecognisedHours!.Value);

            Assert.Equal(hours, entries.Where(e => e.Category == category).Sum(e => e.Hours));
            Assert.Equal(hours, category is SubjectCategory.Public ? total.PublicHours : total.ProfessionalHours);
        }

        Assert.Equal(total.PublicHours >= 30 && total.ProfessionalHours >= 60, total.Completed);
        Assert.True(certificates.Count(c => c.VoidedAt is null) <= 1);
        Assert.True(total.Completed || certificates.All(c => c.VoidedAt is not null), "a valid certificate of a year that is not complete");
    }
}
