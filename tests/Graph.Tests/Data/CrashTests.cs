using System.Net.Http.Json;
using HnCe.Domain.Audit;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Xunit.Abstractions;

namespace HnCe.Graph.Tests.Data;

/// <summary>The program is killed in the middle of 全部通过: afterwards everything or nothing has happened.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Waiting = 2000;
    private const string PassAll = """mutation { reviewDeclarations(input: { decision: PASS, allWaiting: { filter: {}, expected: 2000 } }) { succeeded userErrors { code } } }""";

    // A kill must hit at different moments of one statement sequence; there is no signal to wait for inside of it.
    private static readonly int[] Delays = [30, 90, 180, 320];

    [Theory, OnBothDatabases, Trait("Spec", "SEC-REL"), Trait("Spec", "REV-04")]
    public async Task PassAll_KilledInTheMiddle_CountsAllOrNothing(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var people = await world.ProfessionalsAsync(world.School, 50);
        await world.DeclarationsAsync([.. Enumerable.Repeat(people, Waiting / 50).SelectMany(all => all)], DeclarationStatus.UnderReview, hours: 1);
        var interrupted = 0;

        foreach (var delay in Delays)
        {
            await using var program = await HnCeProcess.StartAsync(world);
            var clerk = await program.SignInAsync(world.As(world.Zhengzhou));
            var passing = clerk.PostAsJsonAsync("/graphql", new { query = PassAll });
            await Task.WhenAny(passing, Task.Delay(delay));
            await program.KillAsync();
            var acknowledged = passing.IsCompletedSuccessfully;
            interrupted += acknowledged ? 0 : 1;
            var passed = await CheckAsync(world);
            output.WriteLine($"killed after {delay} ms: {passed} passed, acknowledged: {acknowledged}");

            Assert.True(!acknowledged || passed == Waiting, "an acknowledged write was lost");
            if (passed == Waiting)
            {
                break;
            }
        }

        Assert.True(interrupted > 0, "no kill hit the middle");
        if (await CheckAsync(world) == 0)
        {
            await using var program = await HnCeProcess.StartAsync(world);
            var clerk = await program.SignInAsync(world.As(world.Zhengzhou));
            var answer = await (await clerk.PostAsJsonAsync("/graphql", new { query = PassAll })).Content.ReadAsStringAsync();
            Assert.Contains("\"succeeded\":2000", answer.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.Equal(Waiting, await CheckAsync(world));
    }

    private static async Task<int> CheckAsync(World world)
    {
        var passed = await world.ReadAsync(db => db.Declarations.CountAsync(d => d.Status == DeclarationStatus.Passed));
        var entries = await world.ReadAsync(db => db.CreditEntries.CountAsync());
        var told = await world.ReadAsync(db => db.Messages.Where(m => m.Kind == MessageKind.DeclarationPassed).Select(m => m.DeclarationId).ToListAsync());
        var totals = await world.ReadAsync(db => db.YearTotals.Select(t => t.ProfessionalHours).ToListAsync());
        var steps = await world.ReadAsync(db => db.TimelineEntries.CountAsync(e => e.Event == DeclarationEvent.Pass));
        var chain = await world.Services.GetRequiredService<VerifyAudit>().RunAsync(default);

        Assert.Contains(passed, new[] { 0, Waiting });
        Assert.Equal((passed, passed, passed, passed), (entries, told.Count, told.Distinct().Count(), steps));
        Assert.Equal(passed, totals.Sum());
        Assert.Null(chain.BrokenAt);
        return passed;
    }
}
