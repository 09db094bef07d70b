using HnCe.Domain.Audit;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>What goes with every change of a bureau or department: what the log tells of it, and its name index. Source: BAS-01, BAS-02.</summary>
internal static class BaseDataHistory
{
    /// <summary>What the log tells; who can be reached there is personal data.</summary>
    public static Dictionary<string, object?> Of(Organization row) => new()
    {
        [nameof(row.Name)] = row.Name,
        [nameof(row.OrgCode)] = row.OrgCode,
        [nameof(row.RegionCode)] = row.RegionCode,
        [nameof(HrBureau.Tier)] = (row as HrBureau)?.Tier.ToString(),
        [nameof(row.Supervisor)] = row.Supervisor?.Name,
        [nameof(row.Data.Industry)] = row.Data.Industry,
        [nameof(row.Data.Contact)] = new Untold(row.Data.Contact),
        [nameof(row.Data.Phone)] = new Untold(row.Data.Phone),
        [nameof(row.State)] = row.State.ToString(),
    };

    /// <summary>Writes the name index of an organization anew. Source: PIC-01.</summary>
    public static async Task IndexNameAsync(HnCeDbContext db, Organization row, CancellationToken cancel)
    {
        await db.NameGrams.Where(g => g.OrganizationId == row.Id).ExecuteDeleteAsync(cancel);
        db.AddRange(NameGram.Of(row));
    }
}
