using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Credits;

/// <summary>
/// Gives professionals their row of <see cref="YearTotal"/>, so that who has done nothing yet is in the lists too.
/// Runs when the employer approves somebody, when somebody declares for a year, and for everybody at the turn of the year.
/// </summary>
public static class OpenYear
{
    /// <summary>Opens a year for one person.</summary>
    public static async Task ForOneAsync(HnCeDbContext db, Professional professional, int year, CancellationToken cancel)
    {
        var level = await LevelOfAsync(db, professional, year, cancel);
        await InsertAsync(db, await RequiredAsync(db, year, level, cancel), level, year, $"""p."Id" = {professional.Id}""", cancel);
    }

    /// <summary>The title level that somebody held on 31 December of a year; who never changed it has held the present one always. Source: REQ-02, IND-15.</summary>
    public static async Task<string> LevelOfAsync(HnCeDbContext db, Professional professional, int year, CancellationToken cancel)
    {
        var periods = await db.TitleLevelPeriods.AsNoTracking().Where(p => p.ProfessionalId == professional.Id).OrderBy(p => p.Since).ToListAsync(cancel);
        return (periods.LastOrDefault(p => p.Since.Year <= year) ?? periods.FirstOrDefault())?.TitleLevel ?? professional.Data.TitleLevel;
    }

    /// <summary>Opens a year for everybody whom this write has just approved.</summary>
    public static Task ForApprovedAsync(HnCeDbContext db, int year, WriteContext write, CancellationToken cancel) =>
        ForManyAsync(
            db, year, db.Professionals.Where(p => db.Registrations.Any(r => r.ChangeId == write.ChangeId && r.ProfessionalId == p.Id)),
            level => $"""p."Data_TitleLevel" = {level} AND EXISTS (SELECT 1 FROM "Registrations" AS r WHERE r."ChangeId" = {write.ChangeId} AND r."ProfessionalId" = p."Id")""", cancel);

    /// <summary>Opens a year for the trainees of the classes that this write has just passed. Source: SCO-11.</summary>
    public static Task ForTraineesAsync(HnCeDbContext db, int year, WriteContext write, CancellationToken cancel) =>
        ForManyAsync(
            db, year, db.Professionals.Where(p => db.TraineeScores.Any(s => s.ProfessionalId == p.Id && s.Class.ChangeId == write.ChangeId && s.Class.CreditYear == year)),
            level => $"""
                p."Data_TitleLevel" = {level} AND EXISTS (SELECT 1 FROM "TraineeScores" AS s INNER JOIN "TrainingClasses" AS c ON c."Id" = s."ClassId"
                    WHERE s."ProfessionalId" = p."Id" AND c."ChangeId" = {write.ChangeId} AND c."CreditYear" = {year})
                """, cancel);

    /// <summary>Opens a year for everybody approved who lacks it, at the turn of the year. Source: IND-26.</summary>
    public static Task ForAllAsync(HnCeDbContext db, int year, CancellationToken cancel) =>
        ForManyAsync(
            db, year, db.Professionals.Where(p => p.ApprovedAt != null),
            level => $"""p."Data_TitleLevel" = {level} AND p."ApprovedAt" IS NOT NULL""", cancel);

    /// <summary>The hours that a title level must reach in a year. Source: REQ-02.</summary>
    public static async Task<RequiredHours> RequiredAsync(HnCeDbContext db, int year, string titleLevel, CancellationToken cancel) =>
        RequiredHours.For(year, titleLevel, await db.RequiredHours.AsNoTracking().Where(r => r.TitleLevel == titleLevel && r.Year <= year).ToListAsync(cancel));

    // One insert for each title level, since the level decides the required hours.
    private static async Task ForManyAsync(
        HnCeDbContext db, int year, IQueryable<Professional> people, Func<string, FormattableString> whom, CancellationToken cancel)
    {
        foreach (var level in await people.Select(p => p.Data.TitleLevel).Distinct().ToListAsync(cancel))
        {
            await InsertAsync(db, await RequiredAsync(db, year, level, cancel), level, year, whom(level), cancel);
        }
    }

    private static Task InsertAsync(HnCeDbContext db, RequiredHours required, string level, int year, FormattableString whom, CancellationToken cancel)
    {
        // {0} and {1} of "whom" keep their places; its parameters come first.
        var first = whom.ArgumentCount;
        var sql = $$"""
            INSERT INTO "YearTotals" ("ProfessionalId", "Year", "EmployerId", "CityCode", "CountyCode", "IndustryDepartmentId", "TitleLevel",
                "RequiredPublic", "RequiredProfessional", "PublicHours", "ProfessionalHours", "Completed")
            SELECT p."Id", {{{first}}}, p."EmployerId", p."CityCode", p."CountyCode", p."IndustryDepartmentId", {{{first + 4}}},
                {{{first + 1}}}, {{{first + 2}}}, 0, 0, {{{first + 3}}}
            FROM "Professionals" AS p
            WHERE {{whom.Format}} AND NOT EXISTS (SELECT 1 FROM "YearTotals" AS t WHERE t."ProfessionalId" = p."Id" AND t."Year" = {{{first}}})
            """;
        object[] values = [.. whom.GetArguments()!, year, required.PublicHours, required.ProfessionalHours, false, level];
        return db.Database.ExecuteSqlRawAsync(sql, values, cancel);
    }
}
