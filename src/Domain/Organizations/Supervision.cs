using HnCe.Domain.Data;

namespace HnCe.Domain.Organizations;

/// <summary>Which bureaus an organization of a region may name as 同级人社部门. Source: EMP-02, INS-02, DEP-01, Q3.</summary>
internal static class Supervision
{
    /// <summary>
    /// The region's own bureau and those above it in the bureau tree, the province among them; a zone without a bureau has that of its city.
    /// Bureaus that are retired are not left out.
    /// </summary>
    public static IQueryable<HrBureau> Over(HnCeDbContext db, string regionCode)
    {
        var own = db.HrBureaus.Where(b => b.RegionCode == regionCode
            || (!db.HrBureaus.Any(other => other.RegionCode == regionCode) && db.Regions.Any(r => r.Code == regionCode && r.ParentCode == b.RegionCode)));
        return db.HrBureaus.Where(b => own.Any(o => o.Id == b.Id || o.SupervisorId == b.Id || o.Supervisor!.SupervisorId == b.Id));
    }
}
