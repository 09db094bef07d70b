using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>Reads organizations: for pickers, where everybody sees names and codes of active ones, and in full within the caller's reach. Source: PIC-01 to PIC-04.</summary>
public sealed class OrganizationReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<Organization, long> ById = new("organizations", o => o.Id, o => o.Id, Descending: false);

    /// <summary>
    /// Active organizations of one kind whose name contains a text, in a region with all below it. Two characters or more are
    /// looked up by pairs (<see cref="NameGram"/>), so that a search never scans.
    /// </summary>
    public async Task<Page<TView>> PickAsync<TRow, TView>(OrganizationsToPick asked, PageRequest page, Expression<Func<Organization, TView>> shape, CancellationToken cancel)
        where TRow : Organization
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var kind = typeof(TRow).Name;
        var rows = db.Organizations.Where(o => EF.Property<string>(o, "Kind") == kind && o.State == OrganizationState.Active);
        rows = Below(db, Found(db, rows, kind, asked.RegionCode, asked.Name), asked, typeof(TRow) == typeof(HrBureau));
        return await ById.ReadAsync(rows, page, shape, cancel);
    }

    /// <summary>One active organization of a kind, as a picker offers it.</summary>
    public async Task<TView?> PickedAsync<TRow, TView>(long id, Expression<Func<Organization, TView>> shape, CancellationToken cancel)
        where TRow : Organization
        where TView : class
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var kind = typeof(TRow).Name;
        return await db.Organizations.Where(o => o.Id == id && EF.Property<string>(o, "Kind") == kind && o.State == OrganizationState.Active)
            .Select(shape).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Organizations of one kind by key within the caller's reach; others are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TRow, TView>(IReadOnlyList<long> ids, Expression<Func<Organization, TView>> shape, CancellationToken cancel)
        where TRow : Organization
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var kind = typeof(TRow).Name;
        return await db.Organizations.Within(caller.ReachFor(Permission.ViewOrganizations))
            .Among(o => o.Id, ids).Where(o => EF.Property<string>(o, "Kind") == kind).Select(shape).ToListAsync(cancel);
    }

    /// <summary>The organization that the caller administers; null where there is none or the role sees none.</summary>
    public async Task<TView?> OwnAsync<TView>(Expression<Func<Organization, TView>> shape, CancellationToken cancel)
        where TView : class
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Organizations.Within(caller.ReachFor(Permission.ViewOrganizations)).Where(o => o.Id == caller.OrganizationId)
            .Select(shape).SingleOrDefaultAsync(cancel);
    }

    /// <summary>
    /// Names and codes of organizations that something visible refers to: an employer of a visible person, the target of a visible declaration.
    /// </summary>
    public async Task<IReadOnlyList<TView>> ReferredAsync<TView>(IReadOnlyList<long> ids, Expression<Func<Organization, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Organizations.Among(o => o.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>Departments of some employers that are not retired, in their order.</summary>
    public async Task<IReadOnlyList<TView>> DepartmentsAsync<TView>(IReadOnlyList<long> employerIds, Expression<Func<Department, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Departments.Among(d => d.EmployerId, employerIds).Where(d => !d.Retired && d.Employer.State == OrganizationState.Active)
            .OrderBy(d => d.EmployerId).ThenBy(d => d.Order).ThenBy(d => d.Id).Select(shape).ToListAsync(cancel);
    }

    /// <summary>Narrows organizations of one kind to a region with all below it and a part of the name.</summary>
    internal static IQueryable<Organization> Found(HnCeDbContext db, IQueryable<Organization> rows, string kind, string? regionCode, string? name) =>
        Named(db, InRegion(db, rows, regionCode), kind, name);

    private static IQueryable<Organization> Below(HnCeDbContext db, IQueryable<Organization> rows, OrganizationsToPick asked, bool isBureau)
    {
        rows = asked.LocalOnly ? rows.Where(o => o.SupervisorId != null) : rows;
        rows = asked.BureauId is { } bureau ? rows.Where(o => o.SupervisorId == bureau) : rows;
        if (string.IsNullOrEmpty(asked.OverRegion))
        {
            return rows;
        }

        var over = Supervision.Over(db, asked.OverRegion);
        return isBureau ? rows.Where(o => over.Any(b => b.Id == o.Id)) : rows.Where(o => over.Any(b => b.Id == o.SupervisorId));
    }

    // Choosing a city includes its counties (PIC-04); the province includes all.
    private static IQueryable<Organization> InRegion(HnCeDbContext db, IQueryable<Organization> rows, string? code) =>
        string.IsNullOrEmpty(code) || code.EndsWith("0000", StringComparison.Ordinal) ? rows
            : rows.Where(o => o.RegionCode == code || db.Regions.Any(r => r.ParentCode == code && r.Code == o.RegionCode));

    /// <summary>The rows whose name contains a text; without a kind, of all kinds.</summary>
    internal static IQueryable<Organization> Named(HnCeDbContext db, IQueryable<Organization> rows, string? kind, string? name)
    {
        var wanted = NameGram.Normalize(name ?? "");
        if (wanted.Length < 2)
        {
            return wanted.Length == 0 ? rows : rows.Where(o => o.SearchName.StartsWith(wanted));
        }

        foreach (var pair in NameGram.Pairs(wanted).Take(6))
        {
            rows = kind is null
                ? rows.Where(o => db.NameGrams.Any(g => g.Gram == pair && g.OrganizationId == o.Id))
                : rows.Where(o => db.NameGrams.Any(g => g.Gram == pair && g.Kind == kind && g.OrganizationId == o.Id));
        }

        return wanted.Length == 2 ? rows : rows.Where(o => o.SearchName.Contains(wanted));
    }
}

/// <summary>What a picker asks for. Source: PIC-01, PIC-02.</summary>
/// <param name="RegionCode">Only of this region with all below it.</param>
/// <param name="Name">Part of the name.</param>
/// <param name="OverRegion">Only bureaus that an organization of this region may be below, and departments beside these.</param>
/// <param name="BureauId">Only beside, or directly below, this bureau.</param>
/// <param name="LocalOnly">Without the province.</param>
public sealed record OrganizationsToPick(string? RegionCode, string? Name, string? OverRegion = null, long? BureauId = null, bool LocalOnly = false);
