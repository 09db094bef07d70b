using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Credits;

/// <summary>What setting required hours would do to one year. Source: REQ-04.</summary>
/// <param name="Year">The year: that of the hours, or a later one without hours of its own.</param>
/// <param name="People">Professionals of the title level with a row of the year.</param>
/// <param name="BecomeCompleted">Those who would be 合格 and are not.</param>
/// <param name="BecomeIncomplete">Those who are 合格 and would not be.</param>
/// <param name="Certificates">Those who hold a valid certificate, which stays valid.</param>
public sealed record RequiredHoursEffect(int Year, int People, int BecomeCompleted, int BecomeIncomplete, int Certificates);

/// <summary>Reads required hours, which everybody may see, and what a change would do. Source: REQ-01, REQ-04.</summary>
public sealed class RequiredHoursReader(IDbContextFactory<HnCeDbContext> factory, TimeProvider clock)
{
    // Years go down, levels within a year stay in the order they were added.
    private static readonly Keyset<RequiredHours, int> ByYear = new("required-hours", r => -r.Year, r => r.Id, Descending: false);

    /// <summary>A page of required hours, newest year first.</summary>
    public async Task<Page<TView>> ListAsync<TView>(int? year, string? titleLevel, PageRequest page, Expression<Func<RequiredHours, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        IQueryable<RequiredHours> rows = db.RequiredHours;
        rows = year is null ? rows : rows.Where(r => r.Year == year);
        rows = string.IsNullOrEmpty(titleLevel) ? rows : rows.Where(r => r.TitleLevel == titleLevel);
        return await ByYear.ReadAsync(rows, page, shape, cancel);
    }

    /// <summary>What <see cref="SetRequiredHours"/> would do, year by year, or why it would be refused; nothing is written.</summary>
    public async Task<Outcome<IReadOnlyList<RequiredHoursEffect>>> EffectsAsync(RequiredHoursInput input, CancellationToken cancel)
    {
        if (RequiredHoursCheck.Read(input, clock.Today().Year).ToList() is { Count: > 0 } refusals)
        {
            return refusals;
        }

        await using var db = await factory.CreateDbContextAsync(cancel);
        var totals = await RequiredHoursCheck.GoverningAsync(db, input, cancel);
        var (general, professional) = (input.PublicHours, input.ProfessionalHours);
        var sums = await totals.GroupBy(t => t.Year).OrderBy(group => group.Key).Select(group => new
        {
            Year = group.Key,
            People = group.Count(),
            Up = group.Count(t => !t.Completed && t.PublicHours >= general && t.ProfessionalHours >= professional),
            Down = group.Count(t => t.Completed && !(t.PublicHours >= general && t.ProfessionalHours >= professional)),
        }).ToListAsync(cancel);
        var certificates = await totals.Where(t => db.Certificates.Any(c => c.ProfessionalId == t.ProfessionalId && c.Year == t.Year && c.VoidedAt == null))
            .GroupBy(t => t.Year).Select(group => new { Year = group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Year, group => group.Count, cancel);
        return sums.ConvertAll(sum => new RequiredHoursEffect(sum.Year, sum.People, sum.Up, sum.Down, certificates.GetValueOrDefault(sum.Year)));
    }
}
