using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.ReferenceData;

/// <summary>
/// Brings regions, code lists, the bureau tree and required hours into the database (种子数据). Adds what is missing at every start.
/// Lists that are maintained by delivery are also brought up to date; what a page may change is never overwritten. Source: BAS-01 to BAS-08, REQ-03.
/// </summary>
public sealed class SeedReferenceData(UnitOfWork work)
{
    /// <summary>First year that required hours are seeded for.</summary>
    public const int FirstYear = 2010;

    /// <summary>Last year that required hours are seeded for; later years take over the nearest earlier one (REQ-02).</summary>
    public const int LastYear = 2026;

    /// <summary>Adds what is missing; a second run changes nothing.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        var outcome = await work.RunAsync<bool>(nameof(SeedReferenceData), async write =>
        {
            int[] changed =
            [
                await RegionsAsync(cancel), await CodeItemsAsync(cancel), await RequiredHoursAsync(cancel),
                await new SeedBureaus(work.Db).RunAsync(cancel),
            ];
            if (changed.Sum() > 0)
            {
                write.Note("ReferenceData", $"[{string.Join(',', changed)}]");
            }

            return true;
        }, cancel);
        if (outcome.IsRefused)
        {
            throw new InvalidOperationException(outcome.Refusals[0].Message);
        }
    }

    private async Task<int> RegionsAsync(CancellationToken cancel)
    {
        var known = await work.Db.Regions.ToDictionaryAsync(region => region.Code, cancel);
        foreach (var seed in Seeds.Regions())
        {
            if (!known.TryGetValue(seed.Code, out var region))
            {
                work.Db.Regions.Add(seed);
            }
            else
            {
                (region.Name, region.ParentCode, region.Level, region.Retired) = (seed.Name, seed.ParentCode, seed.Level, seed.Retired);
            }
        }

        return Changes();
    }

    private async Task<int> CodeItemsAsync(CancellationToken cancel)
    {
        var known = await work.Db.CodeItems.ToDictionaryAsync(item => (item.List, item.Code), cancel);
        foreach (var seed in Seeds.CodeItems())
        {
            if (!known.TryGetValue((seed.List, seed.Code), out var item))
            {
                work.Db.CodeItems.Add(seed);
            }
            else if (!Seeds.ListsKeptByPages.Contains(seed.List))
            {
                (item.Name, item.ParentCode, item.Order, item.Offered) = (seed.Name, seed.ParentCode, seed.Order, seed.Offered);
            }
        }

        return Changes();
    }

    private async Task<int> RequiredHoursAsync(CancellationToken cancel)
    {
        var known = (await work.Db.RequiredHours.Select(row => new { row.Year, row.TitleLevel }).ToListAsync(cancel)).ToHashSet();
        work.Db.RequiredHours.AddRange(Seeds.RequiredHours(FirstYear, LastYear).Where(seed => !known.Contains(new { seed.Year, seed.TitleLevel })));
        return Changes();
    }

    // Cumulative over the lists of one run, which is enough to tell a run that changed nothing.
    private int Changes() => work.Db.ChangeTracker.Entries().Count(entry => entry.State is EntityState.Added or EntityState.Modified);
}
