using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Credits;

/// <summary>How far an area is in one year: in all, and by its parts. Source: BUR-13, DESIGN “Bureau and province”.</summary>
/// <param name="People">Recorded professionals.</param>
/// <param name="Completed">Those who reached both minima.</param>
/// <param name="Parts">Parts of the area, the most missing people first; at most <see cref="CompletionReader.MostParts"/>.</param>
public sealed record Completion(int People, int Completed, IReadOnlyList<CompletionPart> Parts);

/// <summary>A part of an area: a city, a county, what the area supervises itself, or an employer.</summary>
/// <param name="Name">Name of region or employer.</param>
/// <param name="RegionCode">Region; null where the part is an employer.</param>
/// <param name="Directly">What the region supervises itself, without the regions below it.</param>
/// <param name="EmployerId">Key of the employer; null where the part is a region.</param>
/// <param name="People">Recorded professionals.</param>
/// <param name="Completed">Those who reached both minima.</param>
public sealed record CompletionPart(string Name, string? RegionCode, bool Directly, long? EmployerId, int People, int Completed);

/// <summary>Sums yearly completion over the caller's area: the province by cities, a city by counties, a county or an industry by employers.</summary>
public sealed class CompletionReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    /// <summary>The most parts that are listed.</summary>
    public const int MostParts = 30;

    private const string Province = "410000";

    /// <summary>Completion of the caller's area in one year.</summary>
    public async Task<Completion> ReadAsync(int year, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var reach = caller.ReachFor(Permission.ViewYearCompletions);
        var rows = db.YearTotals.Within(reach).Where(t => t.Year == year);
        var parts = reach switch
        {
            Jurisdiction.Everywhere => await ByRegionAsync(db, rows, t => t.CityCode ?? t.CountyCode, Province, cancel),
            Jurisdiction.City { Code: var city } => await ByRegionAsync(db, rows, t => t.CountyCode, city, cancel),
            _ => await ByEmployerAsync(db, rows, cancel),
        };
        return new(await rows.CountAsync(cancel), await rows.CountAsync(t => t.Completed, cancel), parts);
    }

    private static async Task<IReadOnlyList<CompletionPart>> ByRegionAsync(
        HnCeDbContext db, IQueryable<YearTotal> rows, Expression<Func<YearTotal, string?>> codeOf, string above, CancellationToken cancel)
    {
        var sums = await rows.GroupBy(codeOf)
            .Select(group => new { Code = group.Key, People = group.Count(), Completed = group.Count(t => t.Completed) })
            .ToListAsync(cancel);
        var codes = sums.Select(sum => sum.Code ?? above).ToList();
        var names = await db.Regions.Where(region => codes.Contains(region.Code)).ToDictionaryAsync(region => region.Code, region => region.Name, cancel);
        return
        [
            .. sums.OrderByDescending(sum => sum.People - sum.Completed).Take(MostParts).Select(sum => sum.Code is { } code
                ? new CompletionPart(names.GetValueOrDefault(code, code), code, Directly: false, null, sum.People, sum.Completed)
                : new CompletionPart($"{names.GetValueOrDefault(above, above)}直属单位", above, Directly: true, null, sum.People, sum.Completed)),
        ];
    }

    private static async Task<IReadOnlyList<CompletionPart>> ByEmployerAsync(HnCeDbContext db, IQueryable<YearTotal> rows, CancellationToken cancel)
    {
        var sums = await rows.GroupBy(t => t.EmployerId)
            .Select(group => new { Id = group.Key, People = group.Count(), Completed = group.Count(t => t.Completed) })
            .OrderByDescending(sum => sum.People - sum.Completed).ThenBy(sum => sum.Id).Take(MostParts).ToListAsync(cancel);
        var ids = sums.Select(sum => sum.Id).ToList();
        var names = await db.Organizations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, cancel);
        return [.. sums.Select(sum => new CompletionPart(names[sum.Id], null, Directly: false, sum.Id, sum.People, sum.Completed))];
    }
}
