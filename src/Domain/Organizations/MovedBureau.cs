using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>
/// What follows a bureau that moved in the tree: the level columns of everything below it (decision 0009) and the registrations of its
/// administrators, which wait for the bureau above. A fixed number of statements. What was forwarded keeps its place and its target (FWD-06).
/// </summary>
internal static class MovedBureau
{
    /// <summary>Bureaus, departments, employers and institutions below a bureau; the tree has three tiers, so two steps reach everything.</summary>
    public static IQueryable<Organization> Below(HnCeDbContext db, long id) =>
        db.Organizations.Where(o => o.SupervisorId == id || o.Supervisor!.SupervisorId == id);

    /// <summary>Registrations of a bureau's administrators that wait for the bureau above.</summary>
    public static IQueryable<Registration> Waiting(HnCeDbContext db, long id) =>
        db.Registrations.Where(r => r.Status == RegistrationStatus.Pending && r.Kind == RegistrationKind.LocalBureau && r.Account.OrganizationId == id);

    /// <summary>Rewrites the level columns of everything below; answers with the numbers of organizations and professionals.</summary>
    public static async Task<(int Organizations, int Professionals)> FollowAsync(HnCeDbContext db, HrBureau bureau, CancellationToken cancel)
    {
        var (id, city, county) = (bureau.Id, bureau.CityCode, bureau.CountyCode);
        var direct = await db.Organizations.Where(o => o.SupervisorId == id && EF.Property<string>(o, "Kind") != nameof(HrBureau))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.CityCode, city).SetProperty(o => o.CountyCode, county), cancel);

        // Bureaus below keep their own county, and so does what they supervise.
        var deeper = await Below(db, id).Where(o => o.SupervisorId != id || EF.Property<string>(o, "Kind") == nameof(HrBureau))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.CityCode, city), cancel);
        return (direct + deeper, await PeopleAsync(db, Below(db, id).Select(o => o.Id), cancel));
    }

    private static async Task<int> PeopleAsync(HnCeDbContext db, IQueryable<long> employers, CancellationToken cancel)
    {
        await db.YearTotals.Where(t => employers.Contains(t.EmployerId)).ExecuteUpdateAsync(
            set => set
                .SetProperty(t => t.CityCode, t => db.Organizations.Where(o => o.Id == t.EmployerId).Select(o => o.CityCode).FirstOrDefault())
                .SetProperty(t => t.CountyCode, t => db.Organizations.Where(o => o.Id == t.EmployerId).Select(o => o.CountyCode).FirstOrDefault()),
            cancel);
        await db.Certificates.Where(c => employers.Contains(c.EmployerId)).ExecuteUpdateAsync(
            set => set
                .SetProperty(c => c.CityCode, c => db.Organizations.Where(o => o.Id == c.EmployerId).Select(o => o.CityCode).FirstOrDefault())
                .SetProperty(c => c.CountyCode, c => db.Organizations.Where(o => o.Id == c.EmployerId).Select(o => o.CountyCode).FirstOrDefault()),
            cancel);
        await db.Declarations.Where(d => d.ForwardedAt == null && employers.Contains(d.EmployerId)).ExecuteUpdateAsync(
            set => set
                .SetProperty(d => d.CityCode, d => db.Organizations.Where(o => o.Id == d.EmployerId).Select(o => o.CityCode).FirstOrDefault())
                .SetProperty(d => d.CountyCode, d => db.Organizations.Where(o => o.Id == d.EmployerId).Select(o => o.CountyCode).FirstOrDefault()),
            cancel);
        return await db.Professionals.Where(p => employers.Contains(p.EmployerId)).ExecuteUpdateAsync(
            set => set
                .SetProperty(p => p.CityCode, p => db.Organizations.Where(o => o.Id == p.EmployerId).Select(o => o.CityCode).FirstOrDefault())
                .SetProperty(p => p.CountyCode, p => db.Organizations.Where(o => o.Id == p.EmployerId).Select(o => o.CountyCode).FirstOrDefault()),
            cancel);
    }
}
