using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Credits;
using HnCe.Domain.Declarations;
using HnCe.Domain.Files;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data.Demo;

/// <summary>
/// Writes three years of made-up history (演示数据) by the real use cases: a dozen employers, 300 people, declarations of every type in
/// every state. The same on every machine, seen from today. Only Development calls it.
/// </summary>
public sealed class SeedDemoData(HnCeDbContext db, SecretBox box, IPasswordHasher<Account> hasher, IFileStore files, StandardsInForce standards, TimeProvider clock)
{
    private readonly List<(DateTimeOffset At, Func<Task> Run)> _scenes = [];

    /// <summary>Seeds a database that has no demo data yet; answers whether it did.</summary>
    public async Task<bool> RunAsync(CancellationToken cancel)
    {
        var first = DemoAccounts.Employer(0).Code;
        if (await db.Employers.AnyAsync(employer => employer.OrgCode == first, cancel))
        {
            return false;
        }

        var today = clock.Today();
        var stage = new DemoStage(db, box, hasher, standards, new(At(new(today.Year - 2, 1, 8), 9)));
        await Plan(stage, new DemoProof(files), today);
        foreach (var (at, run) in _scenes.OrderBy(scene => scene.At))
        {
            cancel.ThrowIfCancellationRequested();
            stage.Clock.Now = at;
            await run();
        }

        return true;
    }

    private async Task Plan(DemoStage stage, DemoProof proofs, DateOnly today)
    {
        var people = new DemoPeople(stage);
        await new DemoFounding(stage).RunAsync(proofs);
        stage.Clock.Now = At(new(today.Year - 2, 1, 9), 9);
        await people.RegisterAllAsync();
        stage.Clock.Now = At(new(today.Year - 2, 1, 16), 10);
        await people.ApproveAllAsync(proofs);
        var (declaring, deciding) = (new DemoDeclaring(stage), new DemoDeciding(stage));
        PastYear(stage, declaring, deciding, today.Year - 2);
        PastYear(stage, declaring, deciding, today.Year - 1);
        Scene(new(today.Year, 1, 1), 0, () => OpenAsync(stage));
        Lately(stage, declaring, deciding, people, today);
        Scene(today.AddDays(-5), 10, () => new DemoApplying(stage).RunAsync(proofs));
    }

    // A quiet year: everything is decided by December.
    private void PastYear(DemoStage stage, DemoDeclaring declaring, DemoDeciding deciding, int year)
    {
        var employers = Enumerable.Range(0, stage.Employers.Count).ToList();
        Scene(new(year, 1, 17), 1, () => OpenAsync(stage));
        foreach (var member in stage.Dice.Some(stage.Members, 85))
        {
            Scene(new DateOnly(year, 3, 1).AddDays(stage.Dice.Number(0, 220)), stage.Dice.Number(8, 17), () => declaring.DeclareAsync(member, stage.Dice.Percent(50)));
        }

        Scene(new(year, 10, 12), 9, () => Each(employers, employer => deciding.ReturnAsync(employer, 5)));
        Scene(new(year, 10, 16), 9, () => Each(stage.Dice.Some(stage.Members, 70), declaring.CorrectAsync));
        Scene(new(year, 10, 20), 9, () => Each(stage.Dice.Some(stage.Members, 4), declaring.RegisterAsync));
        Scene(new(year, 11, 2), 10, () => Each(employers, employer => deciding.ForwardAsync(employer, 99)));
        Scene(new(year, 11, 20), 15, () => deciding.ReviewAsync(100));
        Scene(new(year, 12, 8), 11, deciding.RevokeAsync);
    }

    // The last three months: something waits on every desk.
    private void Lately(DemoStage stage, DemoDeclaring declaring, DemoDeciding deciding, DemoPeople people, DateOnly today)
    {
        var employers = Enumerable.Range(0, stage.Employers.Count).ToList();
        foreach (var member in stage.Dice.Some(stage.Members, 75))
        {
            Scene(today.AddDays(-stage.Dice.Number(7, 85)), stage.Dice.Number(8, 17), () => declaring.DeclareAsync(member, stage.Dice.Percent(25)));
        }

        Scene(today.AddDays(-25), 19, () => Each(employers, employer => deciding.ForwardAsync(employer, 80)));
        Scene(today.AddDays(-15), 19, () => deciding.ReviewAsync(60));
        Scene(today.AddDays(-10), 19, () => Each(employers, people.RegisterLateAsync));
        Scene(today.AddDays(-9), 19, () => Each(stage.Dice.Some(stage.Members, 40), declaring.ReplaceAsync));
        Scene(today.AddDays(-8), 19, () => Each(employers, people.RefuseLateAsync));
        Scene(today.AddDays(-6), 19, () => Each(stage.Dice.Some(stage.Members, 10), declaring.WithdrawAsync));
        Scene(today.AddDays(-5), 19, () => Each(stage.Dice.Some(stage.Members, 6), declaring.RegisterAsync));
        Scene(today.AddDays(-4), 19, () => Each(employers, employer => deciding.ForwardAsync(employer, 50)));
        Scene(today.AddDays(-3), 19, () => Each(employers, employer => deciding.ReturnAsync(employer, 25)));
        Scene(today.AddDays(-2), 19, deciding.RevokeAsync);
        Scene(today.AddDays(-1), 19, () => Each(stage.Dice.Some(stage.Members, 8), declaring.DraftAsync));
        Teach(new(stage), today);
        Scene(today.AddDays(-1), 20, deciding.SettleMessagesAsync);
    }

    // After the new year, so that all of it is of this year.
    private void Teach(DemoTraining training, DateOnly today)
    {
        DateOnly Within(int days) => today.AddDays(-days) is var day && day.Year < today.Year ? new(today.Year, 1, 1) : day;
        Scene(Within(40), 9, training.OfferAsync);
        Scene(Within(20), 10, training.PlanAsync);
        Scene(Within(19), 11, () => training.FileClassesAsync(
            (true, "数字经济与人工智能应用一班", Within(18), Within(15)), (true, "数字经济与人工智能应用二班", Within(14), Within(9)),
            (false, "教育信息技术应用一班", Within(14), Within(8)), (true, "数字经济与人工智能应用三班", Within(6), Within(1))));
        Scene(Within(14), 11, () => training.EnterAsync(0, 0, 12));
        Scene(Within(13), 11, () => training.SubmitScoresAsync(0, ForwardTarget.SameLevelBureau));
        Scene(Within(11), 11, training.PassClassAsync);
        Scene(Within(8), 11, () => training.EnterAsync(1, 3, 14));
        Scene(Within(7), 11, () => training.EnterAsync(2, 5, 24));
        Scene(Within(6), 11, () => training.SubmitScoresAsync(1, ForwardTarget.SameLevelBureau));
        Scene(Within(6), 11, () => training.SubmitScoresAsync(2, ForwardTarget.IndustryDepartment));
        Scene(Within(5), 11, training.WaitAsync);
        Scene(Within(3), 11, () => training.EnterAsync(3, 7, 30));
    }

    private static Task OpenAsync(DemoStage stage) => stage.WriteAsync(nameof(OpenYear), Caller.System, async _ =>
    {
        await OpenYear.ForAllAsync(stage.Db, stage.Clock.Today().Year, default);
        return true;
    });

    private static async Task Each<T>(IEnumerable<T> things, Func<T, Task> act)
    {
        foreach (var thing in things)
        {
            await act(thing);
        }
    }

    private void Scene(DateOnly day, int hour, Func<Task> run) => _scenes.Add((At(day, hour), run));

    private static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new(hour, 0)), TimeSpan.FromHours(8));
}
