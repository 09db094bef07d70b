using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Credits;

/// <summary>What one title level must reach in one year, as typed. Source: REQ-01.</summary>
public sealed record RequiredHoursInput
{
    /// <summary>年度, from 2000 to two years ahead.</summary>
    public int Year { get; init; }

    /// <summary>专业技术职务等级, code of title_levels.</summary>
    public string TitleLevel { get; init; } = "";

    /// <summary>公需课学时, 0 to 200 in half steps.</summary>
    public decimal PublicHours { get; init; }

    /// <summary>专业课学时, 0 to 200 in half steps.</summary>
    public decimal ProfessionalHours { get; init; }

    /// <summary>Says that a past year is meant. Source: REQ-04.</summary>
    public bool ConfirmPastYear { get; init; }
}

/// <summary>
/// 管理年度完成继续教育学时: adds or changes the hours of one year and title level. The yearly rows that go by it, also of later years without
/// hours of their own, are brought up to date in the same transaction; certificates keep what they said. Source: REQ-01, REQ-02, REQ-04.
/// </summary>
public sealed class SetRequiredHours(UnitOfWork work, TimeProvider clock)
{
    /// <summary>Sets them. Answers with the key of the row.</summary>
    public Task<Outcome<long>> RunAsync(RequiredHoursInput input, CancellationToken cancel) =>
        work.RunAsync<RequiredHours, long>(nameof(SetRequiredHours), async write =>
        {
            var (db, year) = (work.Db, clock.Today().Year);
            var refusals = RequiredHoursCheck.Read(input, year).ToList();
            if (refusals.Count == 0 && input.Year < year && !input.ConfirmPastYear)
            {
                refusals.Add(RequiredHoursCheck.PastYear);
            }

            if (refusals.Count > 0)
            {
                return refusals;
            }

            var row = await db.RequiredHours.SingleOrDefaultAsync(r => r.Year == input.Year && r.TitleLevel == input.TitleLevel, cancel);
            var before = row is null ? null : Told(row);
            if (row is null)
            {
                row = new(input.Year, input.TitleLevel, input.PublicHours, input.ProfessionalHours);
                db.RequiredHours.Add(row);
            }
            else
            {
                row.Set(input.PublicHours, input.ProfessionalHours);
            }

            await db.SaveChangesAsync(cancel);
            write.Tell(row.AuditSubject, before, Told(row), ("YearTotals", await FollowAsync(input, cancel)));
            return row;
        }, row => row.Id, cancel);

    private async Task<int> FollowAsync(RequiredHoursInput input, CancellationToken cancel)
    {
        var totals = await RequiredHoursCheck.GoverningAsync(work.Db, input, cancel);
        var changed = await totals.ExecuteUpdateAsync(
            set => set.SetProperty(t => t.RequiredPublic, input.PublicHours).SetProperty(t => t.RequiredProfessional, input.ProfessionalHours), cancel);
        await totals.Where(t => t.Completed != (t.PublicHours >= t.RequiredPublic && t.ProfessionalHours >= t.RequiredProfessional))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Completed, t => !t.Completed), cancel);
        return changed;
    }

    private static Dictionary<string, object?> Told(RequiredHours row) => new()
    {
        [nameof(row.PublicHours)] = row.PublicHours,
        [nameof(row.ProfessionalHours)] = row.ProfessionalHours,
    };
}

/// <summary>What setting and looking ahead have in common.</summary>
internal static class RequiredHoursCheck
{
    /// <summary>Source: REQ-04.</summary>
    public static readonly Refusal PastYear = new(RefusalCode.ConfirmationRequired, "这是以前的年度，请核对受影响的人数后确认修改", "confirmPastYear");

    private const int FirstYear = 2000;
    private const decimal Most = 200;

    public static IEnumerable<Refusal> Read(RequiredHoursInput input, int thisYear)
    {
        if (input.Year < FirstYear || input.Year > thisYear + 2)
        {
            yield return new(RefusalCode.OutOfRange, $"年度应在 {FirstYear} 至 {thisYear + 2} 之间", "year");
        }

        if (!TitleLevels.Needed.Contains(input.TitleLevel))
        {
            yield return new(RefusalCode.NotAnOption, "请选择专业技术职务等级", "titleLevel");
        }

        foreach (var (hours, path, label) in new[] { (input.PublicHours, "publicHours", "公需课学时"), (input.ProfessionalHours, "professionalHours", "专业课学时") })
        {
            if (hours is < 0 or > Most)
            {
                yield return new(RefusalCode.HoursOutOfRange, $"{label}应在 0 至 {Most} 之间", path);
            }
            else if (hours % 0.5m != 0)
            {
                yield return new(RefusalCode.HoursNotInHalfSteps, $"{label}应为 0.5 的整倍数", path);
            }
        }
    }

    /// <summary>Yearly rows that go by the hours of a year and level: of that year, and of later ones up to the next that has hours of its own. Source: REQ-02.</summary>
    public static async Task<IQueryable<YearTotal>> GoverningAsync(HnCeDbContext db, RequiredHoursInput input, CancellationToken cancel)
    {
        var next = await db.RequiredHours.Where(r => r.TitleLevel == input.TitleLevel && r.Year > input.Year).MinAsync(r => (int?)r.Year, cancel) ?? int.MaxValue;
        return db.YearTotals.Where(t => t.TitleLevel == input.TitleLevel && t.Year >= input.Year && t.Year < next);
    }
}
