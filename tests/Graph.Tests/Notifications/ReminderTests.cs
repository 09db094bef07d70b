using HnCe.Domain.Data.Providers;
using HnCe.Domain.Declarations;
using HnCe.Domain.Notifications;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HnCe.Graph.Tests.Notifications;

/// <summary>What waits is told once a day to whom it waits for; a missing year is told once in December.</summary>
public sealed class ReminderTests
{
    [Theory, OnBothDatabases, Trait("Spec", "EML-02")]
    public async Task Digest_OncePerDay_TellsEachDeskItsNumbers(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview);
        await world.DeclarationAsync(teacher, DeclarationStatus.UnderReview);
        await world.DeclarationAsync(teacher, DeclarationStatus.PendingEmployer);
        await world.RegistrationAsync(world.School);
        await world.PlanAsync();
        await world.SubmittedClassAsync([teacher]);
        At(world, 9);

        Assert.Equal(2, await RunAsync(world));
        Assert.Equal(0, await RunAsync(world));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await RunAsync(world));

        Assert.Equal("您的单位有 1 条注册信息、1 条继续教育和培训信息等待办理，请登录系统办理。", await LatestAsync(world.As(world.School)));
        Assert.Equal("您的单位有 0 条注册信息、4 条继续教育和培训信息等待办理，请登录系统办理。", await LatestAsync(world.As(world.Zhengzhou)));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EML-02")]
    public async Task Reminders_BeforeTheHour_AreNotWritten(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        await world.RegistrationAsync(world.School);
        At(world, 7);

        Assert.Equal(0, await RunAsync(world));
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await RunAsync(world));
    }

    [Theory, OnBothDatabases, Trait("Spec", "EML-02")]
    public async Task YearEnd_FromDecember_TellsOnceWhoseYearIsNotComplete(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider);
        var (late, done) = (await world.ProfessionalAsync(world.School), await world.ProfessionalAsync(world.School));
        await world.DeclarationAsync(done, DeclarationStatus.Passed, SubjectCategory.Public, 30);
        await world.DeclarationAsync(done, DeclarationStatus.Passed, SubjectCategory.Professional, 60);
        world.Clock.SetUtcNow(new DateTimeOffset(world.Year, 11, 30, 4, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await RunAsync(world));
        world.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await RunAsync(world));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await RunAsync(world));

        Assert.StartsWith($"您 {world.Year} 年度的继续教育学时还没有完成。", await LatestAsync(late), StringComparison.Ordinal);
        Assert.Equal(0, await world.ReadAsync(db => db.Messages.CountAsync(m => m.AccountId == done.Caller.AccountId && m.Kind == MessageKind.YearEndReminder)));
    }

    [Fact, Trait("Spec", "EML-02")]
    public async Task Digest_FromFourInstancesAtOnce_IsWrittenOnce()
    {
        await using var world = await World.CreateAsync(DatabaseProvider.PostgreSql);
        await world.RegistrationAsync(world.School);
        At(world, 9);

        var written = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(world))));

        Assert.Equal(1, written.Sum());
    }

    private static void At(World world, int hour)
    {
        var today = world.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(1);
        world.Clock.SetUtcNow(new DateTimeOffset(today.Year, today.Month, today.Day, hour, 0, 0, TimeSpan.FromHours(8)));
    }

    private static Task<int> RunAsync(World world) => world.Program.RunAsync<SendReminders, int>(async reminders => (await reminders.RunAsync(CancellationToken.None)) switch
    {
        { IsRefused: true } refused => throw new InvalidOperationException($"{refused.Refusals[0]}"),
        var outcome => outcome.Value,
    });

    private static async Task<string?> LatestAsync(Actor actor) => (await actor.MustAsync("{ inbox(first: 1) { nodes { text } } }")).String("inbox.nodes.0.text");
}
