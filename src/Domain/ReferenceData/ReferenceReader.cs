using System.Linq.Expressions;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.ReferenceData;

/// <summary>Reads regions and code lists, which everybody may see.</summary>
public sealed class ReferenceReader(IDbContextFactory<HnCeDbContext> factory)
{
    /// <summary>Regions directly below one, with <paramref name="deep"/> also what lies below those, in the order of their codes; null gives the province.</summary>
    public async Task<IReadOnlyList<TView>> RegionsAsync<TView>(string? parentCode, bool deep, Expression<Func<Region, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var below = db.Regions.Where(r => r.ParentCode == parentCode).Select(r => r.Code);
        return await db.Regions.Where(r => (r.ParentCode == parentCode || (deep && below.Contains(r.ParentCode))) && !r.Retired).OrderBy(r => r.Code).Select(shape).ToListAsync(cancel);
    }

    /// <summary>One region, also one that is no longer offered; null for an unknown code.</summary>
    public async Task<TView?> RegionAsync<TView>(string code, Expression<Func<Region, TView>> shape, CancellationToken cancel)
        where TView : class
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Regions.Where(r => r.Code == code).Select(shape).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Entries of a code list that forms offer: all of them, those below one entry, or those whose name contains a text.</summary>
    public async Task<IReadOnlyList<TView>> CodesAsync<TView>(
        string list, string? parentCode, string? name, int most, Expression<Func<CodeItem, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = db.CodeItems.Where(i => i.List == list && i.Offered && !i.Retired);
        rows = string.IsNullOrEmpty(parentCode) ? rows : rows.Where(i => i.ParentCode == parentCode);
        rows = string.IsNullOrWhiteSpace(name) ? rows : rows.Where(i => i.Name.Contains(name.Trim()));
        return await rows.OrderBy(i => i.Order).Take(most).Select(shape).ToListAsync(cancel);
    }

    /// <summary>All entries of a list that is kept on pages, retired ones too, in their order. Source: BAS-03, BAS-04.</summary>
    public async Task<IReadOnlyList<TView>> KeptCodesAsync<TView>(KeptCodeList list, string? code, Expression<Func<CodeItem, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var name = list.NameOf();
        return await db.CodeItems.Where(i => i.List == name && (code == null || i.Code == code)).OrderBy(i => i.Order).ThenBy(i => i.Code).Select(shape).ToListAsync(cancel);
    }

    /// <summary>How many organizations tell a code of a kept list of themselves. Source: BAS-03, BAS-04.</summary>
    public async Task<int> UsesAsync(KeptCodeList list, string code, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await KeptCodeItems.UsesAsync(db, list, code, cancel);
    }
}
