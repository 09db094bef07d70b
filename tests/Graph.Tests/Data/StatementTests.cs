using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Testing;
using Xunit;
using Xunit.Abstractions;

namespace HnCe.Graph.Tests.Data;

/// <summary>A document costs a fixed number of SQL statements, however many rows it shows or moves.</summary>
public sealed class StatementTests(ITestOutputHelper output)
{
    [Theory, OnBothDatabases, Trait("Spec", "PERF-1")]
    public async Task Reads_OfFiveAndOfFiftyRows_TakeTheSameStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var people = await world.ProfessionalsAsync(world.School, 60);
        for (var i = 0; i < 10; i++)
        {
            await world.DeclarationsAsync(people.Take(i == 0 ? 60 : 1).ToList(), DeclarationStatus.UnderReview);
        }

        await AssertSameAsync(world.As(world.School), most: 4, "professionals(first: {0}) { nodes { name idNumber employer { name supervisor { name } } department { name } declarations(first: 10) { title status } years { year completed } } }");
        await AssertSameAsync(world.As(world.Zhengzhou), most: 2, "declarations(first: {0}, order: OLDEST_FORWARDED_FIRST, filter: { sentToUs: true, statuses: [UNDER_REVIEW] }) { totalCount nodes { title claimedHours professional { name idNumber department { name } } employer { name } attachment { name } } pageInfo { hasNextPage } }");
        await AssertSameAsync(world.As(world.Zhengzhou), most: 3, "yearCompletions(first: {0}) { nodes { completed publicHours professional { name employer { name } } pending { public } certificate { number } } }");
        await AssertSameAsync(world.As(world.Zhengzhou), most: 3, "reviewQueue(first: {0}) { totalCount nodes { waiting people employer { name } } }");
    }

    [Theory, OnBothDatabases, Trait("Spec", "PERF-1")]
    public async Task SingleDeclaration_WithAllThatAPageShows_TakesFewStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var id = World.IdOf(await world.DeclarationAsync(await world.ProfessionalAsync(world.School), DeclarationStatus.Passed));

        var count = await CountAsync(world.As(world.Zhengzhou), $$"""{ declaration(id: "{{id}}") { title details { label display } professional { name idNumber } employer { name } target { name } attachment { name } timeline { event actor organization { name } } similar { title } } }""");

        Assert.True(count <= 4, $"one declaration takes {count} statements");
    }

    [Theory, OnBothDatabases, Trait("Spec", "PERF-1"), Trait("Spec", "FWD-04")]
    public async Task Forward_FiveAndTwoHundred_TakeTheSameStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var people = await world.ProfessionalsAsync(world.School, 41);
        var few = (await world.DeclarationsAsync(people.Take(5).ToList())).Select(World.IdOf).ToList();
        var many = (await world.DeclarationsAsync([.. Enumerable.Repeat(people, 5).SelectMany(all => all).Take(200)])).Select(World.IdOf).ToList();

        var (five, twoHundred) = (await CountAsync(world, () => world.As(world.School).ForwardAsync(few)), await CountAsync(world, () => world.As(world.School).ForwardAsync(many)));

        output.WriteLine($"forward: {five}");
        Assert.True(five == twoHundred, $"forwarding 5 takes {five} statements, 200 take {twoHundred}");
    }

    [Theory, OnBothDatabases, Trait("Spec", "PERF-1"), Trait("Spec", "REV-04")]
    public async Task PassAll_TenAndAThousand_TakeTheSameStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var people = await world.ProfessionalsAsync(world.School, 50);
        var clerk = world.As(world.Zhengzhou);

        await world.DeclarationsAsync(people.Take(10).ToList(), DeclarationStatus.UnderReview);
        var ten = await CountAsync(world, () => clerk.PassAllAsync(10));
        await world.DeclarationsAsync([.. Enumerable.Repeat(people, 20).SelectMany(all => all)], DeclarationStatus.UnderReview);
        var thousand = await CountAsync(world, () => clerk.PassAllAsync(1000));

        output.WriteLine($"pass all: {ten}");
        Assert.True(ten == thousand, $"passing 10 takes {ten} statements, 1 000 take {thousand}");
    }

    [Theory, OnBothDatabases, Trait("Spec", "PERF-1"), Trait("Spec", "BUR-06")]
    public async Task Registrations_FiveAndFifty_TakeTheSameStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        for (var i = 0; i < 55; i++)
        {
            await world.WaitingEmployerAsync(world.Zhengzhou);
        }

        // One more for the names of 单位性质, which base data keeps.
        await AssertSameAsync(world.As(world.Zhengzhou), most: 3, "registrations(kind: EMPLOYER, status: PENDING, first: {0}) { totalCount nodes { applicantName applicantIdNumber applicantMobile organization { name code } details { natureName phone supervisor { name } industryDepartment { name } certificateScan { name } } } }");
    }

    [Theory, OnBothDatabases, Trait("Spec", "PERF-1"), Trait("Spec", "BUR-06")]
    public async Task ReviewRegistrations_FiveAndTwoHundred_TakeTheSameStatements(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var waiting = new List<string>();
        for (var i = 0; i < 205; i++)
        {
            waiting.Add((await world.WaitingEmployerAsync(world.Province)).Id);
        }

        var few = await CountAsync(world, () => world.As(world.Province).FailRegistrationsAsync("不属实", waiting.Take(5)));
        var many = await CountAsync(world, () => world.As(world.Province).FailRegistrationsAsync("不属实", waiting.Skip(5)));

        output.WriteLine($"refuse: {few}");
        Assert.True(few == many, $"refusing 5 takes {few} statements, 200 take {many}");
    }

    [Fact, Trait("Spec", "PERF-1")]
    public async Task Log_SeeingAWindowOrAnOffset_Stops()
    {
        await using var world = await World.CreateAsync();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => world.ReadAsync(db =>
            Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(db.Regions.OrderBy(r => r.Code).Skip(2).Take(1))));

        Assert.Contains("OFFSET", refused.Message, StringComparison.Ordinal);
    }

    private async Task AssertSameAsync(Actor actor, int most, string query)
    {
        var (five, fifty) = (await CountAsync(actor, $"{{ {query.Replace("{0}", "5", StringComparison.Ordinal)} }}"), await CountAsync(actor, $"{{ {query.Replace("{0}", "50", StringComparison.Ordinal)} }}"));

        output.WriteLine($"{five}: {query}");
        Assert.True(five == fifty && five <= most, $"5 rows take {five} statements, 50 take {fifty}, at most {most} are allowed: {query}\n{string.Join("\n", actor.World.Statements.Statements)}");
    }

    private static Task<int> CountAsync(Actor actor, string query) => CountAsync(actor.World, () => actor.AskAsync(query));

    private static async Task<int> CountAsync(World world, Func<Task<Reply>> ask)
    {
        world.Statements.Clear();
        (await ask()).Succeeded();
        return world.Statements.Statements.Count;
    }
}
