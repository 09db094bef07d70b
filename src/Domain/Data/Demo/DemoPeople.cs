using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
using HnCe.Domain.Files;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data.Demo;

/// <summary>Professionals register; their employers approve, refuse or let them wait.</summary>
internal sealed class DemoPeople(DemoStage stage)
{
    /// <summary>Approved professionals of each employer.</summary>
    public const int PerEmployer = 24;

    private const int FirstLate = 420;
    private const int LatePerEmployer = 3;

    private static readonly string[] Levels =
        ["senior_full", "senior_associate", "senior_associate", "intermediate", "intermediate", "intermediate", "junior_assistant", "junior_assistant", "junior_technician", "none"];

    /// <summary>Serial number of a person who registered only lately.</summary>
    public static int LateNumber(int employer, int index) => FirstLate + (employer * LatePerEmployer) + index;

    /// <summary>The staff registers on the first day.</summary>
    public async Task RegisterAllAsync()
    {
        for (var employer = 0; employer < stage.Employers.Count; employer++)
        {
            await RegisterAsync(employer, Enumerable.Range(DemoAccounts.FirstProfessional + (employer * PerEmployer), PerEmployer));
        }
    }

    /// <summary>The employers approve their staff; from now on these play.</summary>
    public async Task ApproveAllAsync(DemoProof proofs)
    {
        foreach (var employer in stage.Employers)
        {
            await ReviewAsync(employer.Id, await WaitingAsync(employer.Id), ReviewDecision.Pass, null);
        }

        await stage.WriteAsync(nameof(SeedDemoData), Caller.System, async write =>
        {
            var accounts = await stage.Db.Professionals.Where(p => p.ApprovedAt != null).Select(p => p.AccountId).ToListAsync();
            foreach (var id in accounts)
            {
                var proof = await proofs.SaveAsync(id);
                stage.Db.Add(new Attachment(proof.Hash, proof.Length, FileType.Png, "证明材料.png", id, write.At));
            }

            return accounts.Count;
        });
        await EnterAsync();
    }

    /// <summary>Newcomers of an employer register; the employer has not looked yet.</summary>
    public Task RegisterLateAsync(int employer) => RegisterAsync(employer, Enumerable.Range(LateNumber(employer, 0), LatePerEmployer));

    /// <summary>One newcomer is refused, two keep waiting.</summary>
    public async Task RefuseLateAsync(int employer)
    {
        var id = stage.Employers[employer].Id;
        await ReviewAsync(id, [(await WaitingAsync(id))[^1]], ReviewDecision.Fail, "姓名与本单位人事档案不一致，请核对后重新注册");
    }

    private async Task EnterAsync()
    {
        var callers = await stage.CallersAsync(stage.Db.Accounts.Where(a => a.UserType == UserType.Individual));
        var files = await stage.Db.Attachments.Where(f => f.Owner!.UserType == UserType.Individual).ToDictionaryAsync(f => f.OwnerId!.Value, f => f.Id);
        var places = stage.Employers.Select((e, i) => (e.Id, i)).ToDictionary(e => e.Id, e => e.i);
        stage.Members.AddRange(callers.Values.OrderBy(c => c.AccountId).Select(c =>
        {
            var employer = places[c.OrganizationId!.Value];
            return new DemoMember(c.ProfessionalId!.Value, c, DemoSeed.Trades[DemoSeed.Employers[employer].Trade], employer, files[c.AccountId!.Value]);
        }));
    }

    private Task RegisterAsync(int employer, IEnumerable<int> numbers) => stage.WriteAsync(nameof(RegisterProfessional), Caller.Visitor, async write =>
    {
        var id = stage.Employers[employer].Id;
        var place = await stage.Db.Employers.Include(e => e.Departments).SingleAsync(e => e.Id == id);
        var departments = place.Departments.OrderBy(d => d.Order).ToList();
        foreach (var number in numbers)
        {
            var person = DemoPerson.Create(number).Seal(stage.Box, stage.Clock.Today());
            var account = new Account(UserType.Individual, place, person, AccountState.Pending, write.At);
            account.SetPassword(DemoAccounts.Password, stage.Hasher);
            var data = Describe(DemoSeed.Trades[DemoSeed.Employers[employer].Trade]);
            stage.Db.Add(Registration.Of(new(account, person, place, stage.Dice.Pick(departments), data), write.At));
        }

        return place.Id;
    });

    private PersonalData Describe(DemoTrade trade)
    {
        var (dice, level) = (stage.Dice, stage.Dice.Pick(Levels));
        var graduated = new DateOnly(dice.Number(1990, 2020), 7, 1);
        var senior = level.StartsWith("senior", StringComparison.Ordinal);
        return new()
        {
            TitleLevel = level,
            TitleSeries = trade.Series,
            TitleName = trade.Titles[level],
            TitleSince = level == "none" ? null : new DateOnly(Math.Min(graduated.Year + dice.Number(1, 12), 2023), 12, 20),
            Major = dice.Pick(trade.Majors),
            Occupation = dice.Pick(trade.Occupations),
            EthnicGroup = dice.Percent(94) ? "01" : "03",
            NativePlace = dice.Pick(["河南郑州", "河南洛阳", "河南南阳", "河南周口", "河南信阳", "山东菏泽", "河北邯郸"]),
            PoliticalStatus = dice.Percent(40) ? "01" : "13",
            School = dice.Pick(trade.Schools),
            Education = senior && dice.Percent(50) ? "14" : dice.Percent(80) ? "21" : "31",
            Degree = senior && dice.Percent(40) ? dice.Pick(trade.Degrees) : null,
            GraduatedOn = graduated,
            WorkingSince = graduated.AddMonths(2),
        };
    }

    private Task<List<long>> WaitingAsync(long employer) =>
        stage.Db.Registrations.Where(r => r.ReviewerId == employer && r.Status == RegistrationStatus.Pending).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync();

    // Nobody decides on himself, so all administrators of an employer have a look.
    private async Task ReviewAsync(long employer, List<long> ids, ReviewDecision decision, string? reason)
    {
        var callers = await stage.CallersAsync(stage.Db.Accounts.Where(a => a.OrganizationId == employer && a.UserType == UserType.Employer));
        foreach (var caller in callers.Values.OrderBy(c => c.AccountId))
        {
            DemoStage.Must(await new ReviewRegistrations(stage.Work(caller), caller, stage.Clock).RunAsync(ids, decision, reason, default));
        }
    }
}
