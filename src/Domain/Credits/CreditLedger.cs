using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Credits;

/// <summary>
/// Writes the ledger lines and totals of declarations that a write has just stamped; a fixed number of statements, however many rows.
/// The SQL is plain ANSI, the same on all three databases. Source: CRD-01, CRD-02.
/// </summary>
public static class CreditLedger
{
    /// <summary>Credits the recognised hours of every declaration of this write, then brings the totals up to date.</summary>
    public static async Task CreditAsync(HnCeDbContext db, WriteContext write, CancellationToken cancel)
    {
        await HoldAsync(Touched(db, write.ChangeId), cancel);
        await AppendAsync(db, write, withdrawal: false, cancel);
        await RecomputeAsync(db, Touched(db, write.ChangeId), cancel);
    }

    /// <summary>Withdraws what every declaration of this write had been credited with, then brings the totals up to date. Source: REV-12.</summary>
    public static async Task WithdrawAsync(HnCeDbContext db, WriteContext write, CancellationToken cancel)
    {
        await HoldAsync(Touched(db, write.ChangeId), cancel);
        await AppendAsync(db, write, withdrawal: true, cancel);
        await RecomputeAsync(db, Touched(db, write.ChangeId), cancel);
    }

    private static IQueryable<YearTotal> Touched(HnCeDbContext db, Guid change) => db.YearTotals.Where(total => db.Declarations.Any(d =>
        d.ChangeId == change && d.ProfessionalId == total.ProfessionalId && d.CreditYear == total.Year));

    private static Task AppendAsync(HnCeDbContext db, WriteContext write, bool withdrawal, CancellationToken cancel)
    {
        var sign = withdrawal ? -1 : 1;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "CreditEntries" ("ProfessionalId", "Year", "Category", "Hours", "Source", "SourceId", "Withdrawal", "At", "ChangeId")
            SELECT "ProfessionalId", "CreditYear", "Category", "RecognisedHours" * {sign}, {(int)CreditSource.Declaration}, "Id", {withdrawal}, {write.At}, "ChangeId"
            FROM "Declarations" WHERE "ChangeId" = {write.ChangeId}
            """, cancel);
    }

    /// <summary>
    /// Another write on the same totals waits here until this one has ended. A sum that began before would miss the lines of the other,
    /// for a statement sees what was committed when it began (READ COMMITTED).
    /// </summary>
    internal static Task HoldAsync(IQueryable<YearTotal> touched, CancellationToken cancel) =>
        touched.ExecuteUpdateAsync(set => set.SetProperty(total => total.Completed, total => total.Completed), cancel);

    /// <summary>Brings totals up to date with the ledger.</summary>
    internal static async Task RecomputeAsync(HnCeDbContext db, IQueryable<YearTotal> touched, CancellationToken cancel)
    {
        await touched.ExecuteUpdateAsync(
            set => set
                .SetProperty(total => total.PublicHours, total => db.CreditEntries
                    .Where(e => e.ProfessionalId == total.ProfessionalId && e.Year == total.Year && e.Category == SubjectCategory.Public).Sum(e => e.Hours))
                .SetProperty(total => total.ProfessionalHours, total => db.CreditEntries
                    .Where(e => e.ProfessionalId == total.ProfessionalId && e.Year == total.Year && e.Category == SubjectCategory.Professional).Sum(e => e.Hours)),
            cancel);

        // Few cross the line; the others need not be written again.
        await touched.Where(total => total.Completed != (total.PublicHours >= total.RequiredPublic && total.ProfessionalHours >= total.RequiredProfessional))
            .ExecuteUpdateAsync(set => set.SetProperty(total => total.Completed, total => !total.Completed), cancel);
    }
}
