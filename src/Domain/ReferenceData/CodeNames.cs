using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.ReferenceData;

/// <summary>
/// Names and choice of codes of the lists that are kept on pages (单位性质, 隶属关系): the seed files do not know what was added or renamed there.
/// Everything else is in <see cref="SeedFile"/>. Source: BAS-03, BAS-04.
/// </summary>
public sealed class CodeNames(IDbContextFactory<HnCeDbContext> factory)
{
    /// <summary>Names of codes of one list, retired ones too; unknown codes are missing.</summary>
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(KeptCodeList list, IReadOnlyList<string> codes, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var name = list.NameOf();
        return await db.CodeItems.Where(i => i.List == name && codes.Contains(i.Code)).ToDictionaryAsync(i => i.Code, i => i.Name, cancel);
    }

    /// <summary>Whether forms offer a code: it is there, and not retired. For use cases that take one.</summary>
    public static Task<bool> IsOfferedAsync(HnCeDbContext db, KeptCodeList list, string code, CancellationToken cancel)
    {
        var name = list.NameOf();
        return db.CodeItems.AnyAsync(i => i.List == name && i.Code == code && i.Offered && !i.Retired, cancel);
    }
}
