using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>Which bureaus or departments are wanted; conditions combine with AND. Source: S-SYS-03, S-SYS-04.</summary>
public sealed record BaseDataFilter
{
    /// <summary>Part of the name.</summary>
    public string? Name { get; init; }

    /// <summary>A region with all below it.</summary>
    public string? RegionCode { get; init; }

    /// <summary>In use or retired.</summary>
    public OrganizationState? State { get; init; }

    /// <summary>Tiers of a bureau; none means all.</summary>
    public IReadOnlyList<BureauTier> Tiers { get; init; } = [];
}

/// <summary>What saving a change of a bureau or department would move. Source: BAS-02, Q4.</summary>
/// <param name="Moves">Whether its place in the tree changes.</param>
/// <param name="Organizations">Organizations whose level columns follow.</param>
/// <param name="Professionals">Professionals whose level columns follow.</param>
/// <param name="Registrations">Waiting registrations of its administrators that go to another bureau.</param>
/// <param name="Administrators">Administrators who sign in with the new code; 0 where the code stays.</param>
public sealed record BaseDataEffects(bool Moves, int Organizations, int Professionals, int Registrations, int Administrators);

/// <summary>Reads bureaus and departments as base data, for those who keep it. Source: BAS-01, BAS-02.</summary>
public sealed class BaseDataReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<Organization, long> ById = new("base-data", o => o.Id, o => o.Id, Descending: false);

    /// <summary>A page of bureaus or departments in use or retired, in the order they were added.</summary>
    public async Task<Page<TView>> ListAsync<TRow, TView>(BaseDataFilter filter, PageRequest page, Expression<Func<Organization, TView>> shape, CancellationToken cancel)
        where TRow : Organization
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var kind = typeof(TRow).Name;
        var rows = OrganizationReader.Found(db, Rows(db).Where(o => EF.Property<string>(o, "Kind") == kind), kind, filter.RegionCode, filter.Name);
        rows = filter.State is { } state ? rows.Where(o => o.State == state) : rows;
        rows = filter.Tiers.Count > 0 ? rows.Where(o => filter.Tiers.Contains(((HrBureau)o).Tier)) : rows;
        return await ById.ReadAsync(rows, page, shape, cancel);
    }

    /// <summary>One bureau or department; null when there is none.</summary>
    public async Task<TView?> FindAsync<TRow, TView>(long id, Expression<Func<Organization, TView>> shape, CancellationToken cancel)
        where TRow : Organization
        where TView : class
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var kind = typeof(TRow).Name;
        return await Rows(db).Where(o => o.Id == id && EF.Property<string>(o, "Kind") == kind).Select(shape).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Active bureaus that may be the same-level bureau of something in a region, the nearest first. Source: PIC-02.</summary>
    public async Task<IReadOnlyList<TView>> BureausForAsync<TView>(string regionCode, Expression<Func<Organization, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var ids = IndustryDepartmentPlan.BureausFor(db, regionCode);
        return await Rows(db).OfType<HrBureau>().Where(o => ids.Any(b => b.Id == o.Id)).OrderByDescending(b => b.Tier).Cast<Organization>().Select(shape).ToListAsync(cancel);
    }

    /// <summary>What <see cref="ChangeBureau"/> would move, or why it would be refused; nothing is written.</summary>
    public async Task<Outcome<BaseDataEffects>> EffectsAsync(long id, BureauInput input, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var bureau = await Rows(db).OfType<HrBureau>().SingleOrDefaultAsync(b => b.Id == id, cancel);
        if (bureau is null)
        {
            return BaseDataRefusals.BureauNotFound;
        }

        var outcome = await BureauPlan.ReadAsync(db, bureau, input, cancel);
        if (outcome.Value is not { } plan)
        {
            return outcome.Refusals.ToList();
        }

        var moves = plan.Area != bureau.Area;
        var below = MovedBureau.Below(db, id);
        return new BaseDataEffects(
            moves || plan.Parent?.Id != bureau.SupervisorId,
            moves ? await below.CountAsync(cancel) : 0,
            moves ? await db.Professionals.CountAsync(p => below.Any(o => o.Id == p.EmployerId), cancel) : 0,
            plan.Parent?.Id != bureau.SupervisorId ? await MovedBureau.Waiting(db, id).CountAsync(cancel) : 0,
            await AdministratorsAsync(db, bureau, plan.Draft.Code, cancel));
    }

    /// <summary>What <see cref="ChangeIndustryDepartment"/> would move, or why it would be refused; nothing is written.</summary>
    public async Task<Outcome<BaseDataEffects>> EffectsAsync(long id, IndustryDepartmentInput input, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var department = await Rows(db).OfType<IndustryDepartment>().SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (department is null)
        {
            return BaseDataRefusals.DepartmentNotFound;
        }

        var outcome = await IndustryDepartmentPlan.ReadAsync(db, department, input, cancel);
        if (outcome.Value is not { } plan)
        {
            return outcome.Refusals.ToList();
        }

        var moves = plan.Supervisor.Id != department.SupervisorId;
        return new BaseDataEffects(moves, 0, 0,
            moves ? await IndustryDepartmentPlan.Waiting(db, id).CountAsync(cancel) : 0,
            await AdministratorsAsync(db, department, plan.Draft.Code, cancel));
    }

    /// <summary>What waits for a bureau or department, and what retiring it means; null when there is none. Source: BAS-07.</summary>
    public async Task<PendingItems?> PendingAsync<TRow>(long id, CancellationToken cancel)
        where TRow : Organization
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Rows(db).OfType<TRow>().AnyAsync(o => o.Id == id, cancel) ? await PendingItems.CountAsync(db, id, cancel) : null;
    }

    private static Task<int> AdministratorsAsync(HnCeDbContext db, Organization row, string code, CancellationToken cancel) =>
        code == row.OrgCode ? Task.FromResult(0) : db.Accounts.CountAsync(a => a.OrganizationId == row.Id && a.State == AccountState.Active, cancel);

    private IQueryable<Organization> Rows(HnCeDbContext db) => db.Organizations.Within(caller.ReachFor(Permission.KeepBaseData)).Kept();
}
