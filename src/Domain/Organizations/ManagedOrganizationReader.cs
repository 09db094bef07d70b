using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>The four kinds of organization.</summary>
public enum OrganizationKind
{
    /// <summary>人社部门.</summary>
    HrBureau,

    /// <summary>行业主管部门.</summary>
    IndustryDepartment,

    /// <summary>法人单位.</summary>
    Employer,

    /// <summary>施教机构.</summary>
    TrainingInstitution,
}

/// <summary>Which organizations are wanted; codes are of the lists in ReferenceData. Source: S-MAN-01 to S-MAN-04.</summary>
public sealed record OrganizationFilter
{
    /// <summary>Part of the name.</summary>
    public string? Name { get; init; }

    /// <summary>单位性质, with what lies below it.</summary>
    public string? Nature { get; init; }

    /// <summary>单位级别.</summary>
    public string? Level { get; init; }

    /// <summary>单位隶属关系, with what lies below it.</summary>
    public string? Affiliation { get; init; }

    /// <summary>所属行业, with what lies below it.</summary>
    public string? Industry { get; init; }

    /// <summary>施教机构级别.</summary>
    public string? InstitutionLevel { get; init; }

    /// <summary>Only in this state.</summary>
    public OrganizationState? State { get; init; }
}

/// <summary>Reads the organizations that a bureau looks after (管理账户). Source: BUR-09 to BUR-12, PRO-06 to PRO-09.</summary>
public sealed class ManagedOrganizationReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<Organization, long> ById = new("managed organizations", o => o.Id, o => o.Id, Descending: false);

    /// <summary>A page of organizations of one kind.</summary>
    public async Task<Page<TView>> ListAsync<TView>(
        OrganizationKind kind, OrganizationFilter filter, PageRequest page, Expression<Func<Organization, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var name = kind.ToString();
        var rows = OrganizationReader.Named(db, Reached(db).Where(o => EF.Property<string>(o, "Kind") == name), name, filter.Name);
        rows = filter.State is { } state ? rows.Where(o => o.State == state) : rows;
        rows = string.IsNullOrEmpty(filter.Level) ? rows : rows.Where(o => o.Data.Level == filter.Level);
        rows = string.IsNullOrEmpty(filter.InstitutionLevel) ? rows : rows.Where(o => o.Data.InstitutionLevel == filter.InstitutionLevel);
        if (WithBelow(db, "unit_natures", filter.Nature) is { } natures)
        {
            rows = rows.Where(o => natures.Contains(o.Data.Nature));
        }

        if (WithBelow(db, "affiliations", filter.Affiliation) is { } affiliations)
        {
            rows = rows.Where(o => affiliations.Contains(o.Data.Affiliation));
        }

        if (WithBelow(db, "industries", filter.Industry) is { } industries)
        {
            rows = rows.Where(o => industries.Contains(o.Data.Industry));
        }

        return await ById.ReadAsync(rows, page, shape, cancel);
    }

    /// <summary>Organizations by key; keys out of reach are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<Organization, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Among(o => o.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>Number of administrators in force or disabled, by organization; organizations without any are missing.</summary>
    public async Task<IReadOnlyDictionary<long, int>> CountAdministratorsAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Accounts.Among(a => a.OrganizationId ?? 0, ids)
            .Where(a => a.UserType != UserType.Individual && (a.State == AccountState.Active || a.State == AccountState.Disabled))
            .GroupBy(a => a.OrganizationId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key!.Value, row => row.Count, cancel);
    }

    /// <summary>Number of approved professionals, by employer; employers without any are missing.</summary>
    public async Task<IReadOnlyDictionary<long, int>> CountProfessionalsAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Professionals.Among(p => p.EmployerId, ids).Where(p => p.ApprovedAt != null)
            .GroupBy(p => p.EmployerId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancel);
    }

    // A local bureau does not look after itself; who does is above it.
    private IQueryable<Organization> Reached(HnCeDbContext db)
    {
        var rows = db.Organizations.Within(caller.ReachFor(Permission.ManageOrganizations));
        return caller.Role is UserType.LocalBureau ? rows.Where(o => o.Id != caller.OrganizationId) : rows;
    }

    // Choosing 事业单位 includes 教育事业单位.
    private static IQueryable<string?>? WithBelow(HnCeDbContext db, string list, string? code) =>
        string.IsNullOrEmpty(code) ? null : db.CodeItems.Where(i => i.List == list && (i.Code == code || i.ParentCode == code)).Select(i => (string?)i.Code);
}
