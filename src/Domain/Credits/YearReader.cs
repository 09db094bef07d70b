using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Credits;

/// <summary>Which yearly completions are wanted. Source: BUR-13, EMP-25.</summary>
public sealed record YearFilter
{
    /// <summary>继续教育年度.</summary>
    public int? Year { get; init; }

    /// <summary>合格 or not.</summary>
    public bool? Completed { get; init; }

    /// <summary>Part of the person's name.</summary>
    public string? Name { get; init; }

    /// <summary>Key of the person.</summary>
    public long? ProfessionalId { get; init; }

    /// <summary>Key of the employer.</summary>
    public long? EmployerId { get; init; }

    /// <summary>Key of the department.</summary>
    public long? DepartmentId { get; init; }

    /// <summary>The whole ID number; found by its keyed hash only.</summary>
    public string? IdNumber { get; init; }

    /// <summary>Part of the employer's name.</summary>
    public string? EmployerName { get; init; }

    /// <summary>A region with all below it.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Only what the region supervises itself, without the regions below it.</summary>
    public bool Directly { get; init; }
}

/// <summary>Hours of one person, year and category that are on their way: declared or under review.</summary>
/// <param name="ProfessionalId">Key of the person.</param>
/// <param name="Year">计入年度.</param>
/// <param name="Category">科目类型.</param>
/// <param name="Hours">Claimed credit hours.</param>
public sealed record PendingHours(long ProfessionalId, int Year, SubjectCategory Category, decimal Hours);

/// <summary>Reads yearly completion within the caller's reach. Source: IND-26, IND-27, BUR-13.</summary>
public sealed class YearReader(IDbContextFactory<HnCeDbContext> factory, Caller caller, SecretBox box, TimeProvider clock)
{
    private static readonly Keyset<YearTotal, int> ByYear = new("year-totals", t => t.Year, t => t.Id);

    /// <summary>A page of yearly completions.</summary>
    public async Task<Page<TView>> ListAsync<TView>(YearFilter filter, PageRequest page, Expression<Func<YearTotal, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await ByYear.ReadAsync(Apply(filter, Reached(db)), page, shape, cancel);
    }

    /// <summary>Keys of the first yearly completions under a filter, in the order of the list.</summary>
    public async Task<IReadOnlyList<long>> KeysAsync(YearFilter filter, int most, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Apply(filter, Reached(db)).OrderByDescending(t => t.Year).ThenByDescending(t => t.Id).Select(t => t.Id).Take(most).ToListAsync(cancel);
    }

    /// <summary>How many a filter has, counted up to the cap.</summary>
    public async Task<int> CountAsync(YearFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Apply(filter, Reached(db)).Take(Page<YearTotal>.CountCap + 1).CountAsync(cancel);
    }

    /// <summary>Yearly completions by key; keys out of reach are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<YearTotal, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Among(t => t.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>All recorded years of some people, newest first.</summary>
    public async Task<IReadOnlyList<TView>> OfPeopleAsync<TView>(IReadOnlyList<long> professionalIds, Expression<Func<YearTotal, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Among(t => t.ProfessionalId, professionalIds).OrderByDescending(t => t.Year).Select(shape).ToListAsync(cancel);
    }

    /// <summary>Claimed hours that are still on their way and within the caller's reach, per person, year and category.</summary>
    public async Task<IReadOnlyList<PendingHours>> PendingAsync(IReadOnlyList<long> professionalIds, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        DeclarationStatus[] onTheWay = [DeclarationStatus.PendingEmployer, DeclarationStatus.ToForward, DeclarationStatus.UnderReview];
        return await db.Declarations.Within(caller.ReachFor(Permission.ViewDeclarations)).Among(d => d.ProfessionalId, professionalIds).Where(d => onTheWay.Contains(d.Status))
            .GroupBy(d => new { d.ProfessionalId, d.CreditYear, d.Category })
            .Select(g => new PendingHours(g.Key.ProfessionalId, g.Key.CreditYear, g.Key.Category, g.Sum(d => d.ClaimedHours) ?? 0))
            .ToListAsync(cancel);
    }

    private IQueryable<YearTotal> Reached(HnCeDbContext db) => db.YearTotals.Within(caller.ReachFor(Permission.ViewYearCompletions));

    private IQueryable<YearTotal> Apply(YearFilter filter, IQueryable<YearTotal> rows)
    {
        rows = InRegion(filter, rows);
        if (!string.IsNullOrWhiteSpace(filter.IdNumber))
        {
            var hash = IdNumber.TryParse(filter.IdNumber, clock.Today(), out var number) ? box.HashOf(number) : "";
            rows = rows.Where(t => t.Professional.PersonHash == hash);
        }

        if (!string.IsNullOrWhiteSpace(filter.EmployerName))
        {
            var wanted = NameGram.Normalize(filter.EmployerName);
            rows = rows.Where(t => t.Professional.Employer.SearchName.Contains(wanted));
        }

        rows = filter.Year is { } year ? rows.Where(t => t.Year == year) : rows;
        rows = filter.Completed is { } completed ? rows.Where(t => t.Completed == completed) : rows;
        rows = filter.ProfessionalId is { } professional ? rows.Where(t => t.ProfessionalId == professional) : rows;
        rows = filter.EmployerId is { } employer ? rows.Where(t => t.EmployerId == employer) : rows;
        rows = filter.DepartmentId is { } department ? rows.Where(t => t.Professional.DepartmentId == department) : rows;
        return string.IsNullOrWhiteSpace(filter.Name) ? rows : rows.Where(t => t.Professional.Name.Contains(filter.Name.Trim()));
    }

    // 410000 is the province: with all below it that is everything, directly it is what lies in no city and no county.
    private static IQueryable<YearTotal> InRegion(YearFilter filter, IQueryable<YearTotal> rows) => filter switch
    {
        { RegionCode: null or "" } => rows,
        { RegionCode: var code, Directly: true } when code.EndsWith("0000", StringComparison.Ordinal) => rows.Where(t => t.CityCode == null && t.CountyCode == null),
        { RegionCode: var code } when code.EndsWith("0000", StringComparison.Ordinal) => rows,
        { RegionCode: var code, Directly: true } => rows.Where(t => t.CityCode == code && t.CountyCode == null),
        { RegionCode: var code } => rows.Where(t => t.CityCode == code || t.CountyCode == code),
    };
}
