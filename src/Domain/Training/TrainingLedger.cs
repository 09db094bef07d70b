using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>
/// Writes the ledger lines and totals of classes that a write has just stamped. One subject counts once for a person and year, with the
/// higher hours: who has two classes of it gets the difference, or nothing, for the second. Source: SCO-11, SCO-12, CRD-01.
/// </summary>
internal static class TrainingLedger
{
    /// <summary>Credits every qualified trainee who was not left out.</summary>
    public static async Task CreditAsync(HnCeDbContext db, WriteContext write, CancellationToken cancel)
    {
        var change = write.ChangeId;
        foreach (var year in await db.TrainingClasses.Where(c => c.ChangeId == change).Select(c => c.CreditYear).Distinct().ToListAsync(cancel))
        {
            await OpenYear.ForTraineesAsync(db, year, write, cancel);
        }

        await db.TraineeScores.Where(s => s.Class.ChangeId == change).ExecuteUpdateAsync(set => set
            .SetProperty(s => s.CreditedHours, s => s.Qualified && s.ExclusionReason == null ? db.TrainingClasses.Where(c => c.Id == s.ClassId).Select(c => c.Hours).First() : 0m), cancel);
        await CreditLedger.HoldAsync(Touched(db, change), cancel);
        await SettleDoublesAsync(db, change, cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "CreditEntries" ("ProfessionalId", "Year", "Category", "Hours", "Source", "SourceId", "Withdrawal", "At", "ChangeId")
            SELECT s."ProfessionalId", c."CreditYear", c."Category", s."CreditedHours", {(int)CreditSource.Training}, s."Id", {false}, {write.At}, c."ChangeId"
            FROM "TraineeScores" AS s INNER JOIN "TrainingClasses" AS c ON c."Id" = s."ClassId" WHERE c."ChangeId" = {change} AND s."CreditedHours" <> 0
            """, cancel);
        await CreditLedger.RecomputeAsync(db, Touched(db, change), cancel);
    }

    /// <summary>Withdraws what every trainee had been credited with; another class of the same subject then counts in its place.</summary>
    public static async Task WithdrawAsync(HnCeDbContext db, WriteContext write, CancellationToken cancel)
    {
        var change = write.ChangeId;
        await CreditLedger.HoldAsync(Touched(db, change), cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "CreditEntries" ("ProfessionalId", "Year", "Category", "Hours", "Source", "SourceId", "Withdrawal", "At", "ChangeId")
            SELECT s."ProfessionalId", c."CreditYear", c."Category", s."CreditedHours" * -1, {(int)CreditSource.Training}, s."Id", {true}, {write.At}, c."ChangeId"
            FROM "TraineeScores" AS s INNER JOIN "TrainingClasses" AS c ON c."Id" = s."ClassId" WHERE c."ChangeId" = {change} AND s."CreditedHours" <> 0
            """, cancel);
        await TopUpAsync(db, write, cancel);
        await CreditLedger.RecomputeAsync(db, Touched(db, change), cancel);
        await db.Certificates.Where(c => c.VoidedAt == null
                && db.TraineeScores.Any(s => s.Class.ChangeId == change && s.ProfessionalId == c.ProfessionalId && s.Class.CreditYear == c.Year)
                && db.YearTotals.Any(t => t.ProfessionalId == c.ProfessionalId && t.Year == c.Year && !t.Completed))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.VoidedAt, write.At), cancel);
    }

    private static IQueryable<YearTotal> Touched(HnCeDbContext db, Guid change) => db.YearTotals.Where(total =>
        db.TraineeScores.Any(s => s.ProfessionalId == total.ProfessionalId && s.Class.ChangeId == change && s.Class.CreditYear == total.Year));

    // Few people attend two classes of one subject in a year, so these are looked at one by one.
    private static async Task SettleDoublesAsync(HnCeDbContext db, Guid change, CancellationToken cancel)
    {
        var doubles = await (
            from s in db.TraineeScores.Where(s => s.Class.ChangeId == change && s.CreditedHours > 0)
            from other in db.TraineeScores.Where(o => o.ProfessionalId == s.ProfessionalId && o.Id != s.Id && o.Class.Status == ClassStatus.Passed && o.CreditedHours > 0
                && o.Class.SubjectId == s.Class.SubjectId && o.Class.CreditYear == s.Class.CreditYear)
            select new { s.Id, s.ProfessionalId, s.Class.SubjectId, s.Class.CreditYear, s.Class.Hours, OtherHours = other.CreditedHours!.Value, OtherId = other.Id, Both = other.Class.ChangeId == change })
            .ToListAsync(cancel);
        foreach (var group in doubles.GroupBy(d => new { d.ProfessionalId, d.SubjectId, d.CreditYear }))
        {
            var counted = group.Where(d => !d.Both).DistinctBy(d => d.OtherId).Sum(d => d.OtherHours);
            foreach (var one in group.DistinctBy(d => d.Id).OrderByDescending(d => d.Hours).ThenBy(d => d.Id))
            {
                var hours = decimal.Max(0, one.Hours - counted);
                counted += hours;
                await db.TraineeScores.Where(s => s.Id == one.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.CreditedHours, hours), cancel);
            }
        }
    }

    private static async Task TopUpAsync(HnCeDbContext db, WriteContext write, CancellationToken cancel)
    {
        var change = write.ChangeId;
        var left = await (
            from gone in db.TraineeScores.Where(s => s.Class.ChangeId == change && s.CreditedHours > 0)
            from stays in db.TraineeScores.Where(o => o.ProfessionalId == gone.ProfessionalId && o.Class.Status == ClassStatus.Passed && o.Qualified && o.ExclusionReason == null
                && o.Class.SubjectId == gone.Class.SubjectId && o.Class.CreditYear == gone.Class.CreditYear)
            select new { stays.Id, Gone = gone.Id, stays.ProfessionalId, stays.Class.SubjectId, stays.Class.CreditYear, stays.Class.Category, stays.Class.Hours, Credited = stays.CreditedHours ?? 0 })
            .ToListAsync(cancel);
        foreach (var group in left.GroupBy(s => new { s.ProfessionalId, s.SubjectId, s.CreditYear }))
        {
            var best = group.OrderByDescending(s => s.Hours).ThenBy(s => s.Id).First();
            var missing = best.Hours - group.DistinctBy(s => s.Id).Sum(s => s.Credited);
            if (missing <= 0)
            {
                continue;
            }

            // A class may fill in for several, but each is revoked only once: the line is named by the row that went.
            var gone = group.Min(s => s.Gone);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "CreditEntries" ("ProfessionalId", "Year", "Category", "Hours", "Source", "SourceId", "Withdrawal", "At", "ChangeId")
                VALUES ({best.ProfessionalId}, {best.CreditYear}, {(int)best.Category}, {missing}, {(int)CreditSource.TrainingTopUp}, {gone}, {false}, {write.At}, {change})
                """, cancel);
            await db.TraineeScores.Where(s => s.Id == best.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.CreditedHours, best.Credited + missing), cancel);
        }
    }
}
