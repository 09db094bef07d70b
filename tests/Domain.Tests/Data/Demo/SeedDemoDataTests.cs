using HnCe.Domain.Accounts;
using HnCe.Domain.Data.Demo;
using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Training;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HnCe.Domain.Tests.Data.Demo;

public sealed class SeedDemoDataTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Fact]
    [Trait("Spec", "GEN-03")]
    public async Task Seed_SecondStart_ChangesNothing() => Assert.False(await demo.Database.SeedDemoAsync());

    [Fact]
    [Trait("Spec", "DEC-01, SPEC §18")]
    public async Task Seed_EveryTypeAndEveryState_IsThere()
    {
        var kinds = await demo.Database.ReadAsync(db => db.Declarations.Select(d => d.Kind).Distinct().ToListAsync());
        var states = await demo.Database.ReadAsync(db => db.Declarations.Select(d => d.Status).Distinct().ToListAsync());

        Assert.Equal(Enum.GetValues<DeclarationKind>(), kinds.Order());
        Assert.Equal(Enum.GetValues<DeclarationStatus>(), states.Order());
    }

    [Fact]
    [Trait("Spec", "PLN-01")]
    public async Task Seed_TrainingPlans_StandInThreeStates()
    {
        var states = await demo.Database.ReadAsync(db => db.TrainingPlans.OrderBy(p => p.Id).Select(p => p.Status).ToListAsync());

        Assert.Equal([PlanStatus.Passed, PlanStatus.Failed, PlanStatus.Passed, PlanStatus.Pending], states);
        Assert.Equal(2, await demo.Database.ReadAsync(db => db.Subjects.Select(s => s.Category).Distinct().CountAsync()));
    }

    [Fact]
    [Trait("Spec", "CLS-01")]
    public async Task Seed_TrainingClasses_AreOpenWaitOnTwoDesksAndHavePassed()
    {
        var classes = await demo.Database.ReadAsync(db => db.TrainingClasses.OrderBy(c => c.Id).Select(c => new { c.Status, c.TargetId }).ToListAsync());

        Assert.Equal([ClassStatus.Passed, ClassStatus.Submitted, ClassStatus.Submitted, ClassStatus.Open], classes.Select(c => c.Status));
        Assert.Equal(2, classes.Where(c => c.Status is ClassStatus.Submitted).DistinctBy(c => c.TargetId).Count());
        Assert.True(await demo.Database.ReadAsync(db => db.CreditEntries.CountAsync(e => e.Source == Credits.CreditSource.Training)) > 15);
    }

    [Fact]
    [Trait("Spec", "CRD-01, CRD-02, CRD-03")]
    public async Task Seed_Totals_EqualTheLedger()
    {
        var totals = await demo.Database.ReadAsync(db => db.YearTotals.ToListAsync());
        var ledger = (await demo.Database.ReadAsync(db => db.CreditEntries.ToListAsync())).ToLookup(e => (e.ProfessionalId, e.Year, e.Category));

        Assert.All(totals, total =>
        {
            Assert.Equal(ledger[(total.ProfessionalId, total.Year, SubjectCategory.Public)].Sum(e => e.Hours), total.PublicHours);
            Assert.Equal(ledger[(total.ProfessionalId, total.Year, SubjectCategory.Professional)].Sum(e => e.Hours), total.ProfessionalHours);
            Assert.Equal(total.PublicHours >= total.RequiredPublic && total.ProfessionalHours >= total.RequiredProfessional, total.Completed);
        });
        Assert.True(totals.Count(total => total.Completed) > 50);
        Assert.True(totals.Count(total => total.Year == TestDatabase.Today.Year) >= 288);
    }

    [Fact]
    [Trait("Spec", "IND-07")]
    public async Task Seed_EveryIdNumber_IsValidAndBelongsToNobody()
    {
        var box = new SecretBox(TestDatabase.Keys);
        var accounts = await demo.Database.ReadAsync(db => db.Accounts.ToListAsync());

        var numbers = accounts.Select(a => box.Open(a.IdNumberSealed, SecretBox.IdNumber, a.PersonHash)).ToList();

        Assert.All(numbers, number => Assert.True(IdNumber.TryParse(number, DateOnly.FromDateTime(TestDatabase.Today.Date), out _)));
        Assert.All(numbers, number => Assert.StartsWith("419900", number));
        Assert.Equal(accounts.Count - 1, numbers.Distinct().Count());
        Assert.All(accounts.Select(a => a.Name), name => Assert.InRange(name.Length, 2, 4));
    }

    [Fact]
    [Trait("Spec", "GEN-10")]
    public async Task Seed_AuditChain_HoldsAndTimeRunsForward()
    {
        var entries = await demo.Database.ReadAsync(db => db.AuditEntries.OrderBy(e => e.Sequence).ToListAsync());

        Assert.Null((await new Domain.Audit.VerifyAudit(demo.Database.Readers).RunAsync(default)).BrokenAt);
        // The start of the program comes first, today; the story begins after it, years ago.
        var story = entries.SkipWhile(e => e.At == entries[0].At).Select(e => e.At).ToList();
        Assert.NotEmpty(story);
        Assert.Equal(story.Order(), story);
    }

    [Fact]
    [Trait("Spec", "REV-06, IND-26, EMP-14")]
    public async Task Seed_EveryDesk_HasWork()
    {
        var targets = await demo.Database.ReadAsync(db => db.Declarations.Where(d => d.Status == DeclarationStatus.UnderReview).Select(d => d.TargetId).Distinct().CountAsync());
        var employers = await demo.Database.ReadAsync(db => db.Declarations.Where(d => d.Status == DeclarationStatus.PendingEmployer).Select(d => d.EmployerId).Distinct().CountAsync());
        var registrations = await demo.Database.ReadAsync(db => db.Registrations.GroupBy(r => r.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync());
        var unexplained = await demo.Database.ReadAsync(db => db.Declarations.CountAsync(d =>
            (d.Status == DeclarationStatus.Failed || d.Status == DeclarationStatus.Revoked || d.Status == DeclarationStatus.Returned) && d.Reason == null));

        Assert.Equal((11, 12, 0), (targets, employers, unexplained));
        Assert.Equal(["Pending 29", "Passed 288", "Failed 12"], registrations.OrderBy(r => r.Key).Select(r => $"{r.Key} {r.Count}"));
    }

    [Fact]
    [Trait("Spec", "LOG-01, GEN-01")]
    public async Task Accounts_EveryRole_IsDescribedAndExists()
    {
        var box = new SecretBox(TestDatabase.Keys);
        var stored = (await demo.Database.ReadAsync(db => db.Accounts.Include(a => a.Organization).ToListAsync()))
            .Select(a => (a.UserType, box.Open(a.IdNumberSealed, SecretBox.IdNumber, a.PersonHash), a.Organization?.Name)).ToHashSet();

        Assert.Equal(Enum.GetValues<Domain.Access.UserType>(), DemoAccounts.All.Select(a => a.UserType).Distinct().Order());
        Assert.All(DemoAccounts.All, a => Assert.Contains((a.UserType, a.IdNumber, a.Organization), stored));
        Assert.All(DemoAccounts.All, a => Assert.Contains(a.IdNumber, DemoAccounts.Describe()));
        Assert.Contains(DemoAccounts.All.GroupBy(a => a.IdNumber), same => same.Count() == 2);
    }

    [Theory]
    [InlineData("2026-01-02")]
    [InlineData("2026-12-31")]
    [Trait("Spec", "DEC-05")]
    public async Task Seed_AnyDayOfTheYear_HasEveryTypeAndState(string day)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse($"{day}T04:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
        await using var database = await TestDatabase.CreateAsync(clock: clock);

        Assert.True(await database.SeedDemoAsync());

        var story = (await StoryAsync(database)).Select(line => line.Split(' ')).ToList();
        Assert.Equal((9, 15), (story.DistinctBy(line => line[1]).Count(), story.DistinctBy(line => line[3]).Count()));
    }

    [Fact]
    [Trait("Spec", "GEN-03")]
    public async Task Seed_AgainOnPostgreSql_TellsTheSameStory()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.PostgreSql);

        await database.SeedDemoAsync();

        Assert.Equal(await StoryAsync(demo.Database), await StoryAsync(database));
    }

    private static async Task<List<string>> StoryAsync(TestDatabase database) => await database.ReadAsync(async db =>
        (await db.Declarations.OrderBy(d => d.Id).Include(d => d.Professional).ToListAsync()).Select(d =>
            $"{d.Id} {d.Status} {d.Professional.Name} {d.Kind} {d.CreditYear} {d.Title} {d.RecognisedHours:0.0} {d.SubmittedAt:O} {d.DecidedAt:O} {d.Details}").ToList());
}

/// <summary>One seeded database for all tests that only look.</summary>
public sealed class DemoDatabase : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        await Database.SeedDemoAsync();
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
