using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>Which professionals are wanted. Source: EMP-16, BUR-13.</summary>
public sealed record ProfessionalFilter
{
    /// <summary>Part of the name.</summary>
    public string? Name { get; init; }

    /// <summary>The whole ID number; found by its keyed hash only.</summary>
    public string? IdNumber { get; init; }

    /// <summary>Key of the employer.</summary>
    public long? EmployerId { get; init; }

    /// <summary>Key of the department.</summary>
    public long? DepartmentId { get; init; }
}

/// <summary>Reads professionals and accounts within the caller's reach. Source: EMP-16.</summary>
public sealed class PeopleReader(IDbContextFactory<HnCeDbContext> factory, Caller caller, SecretBox box, TimeProvider clock)
{
    private static readonly Keyset<Professional, long> Newest = new("professionals", p => p.Id, p => p.Id);

    /// <summary>A page of approved professionals.</summary>
    public async Task<Page<TView>> ListAsync<TView>(ProfessionalFilter filter, PageRequest page, Expression<Func<Professional, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = Reached(db).Where(p => p.ApprovedAt != null);
        rows = filter.EmployerId is { } employer ? rows.Where(p => p.EmployerId == employer) : rows;
        rows = filter.DepartmentId is { } department ? rows.Where(p => p.DepartmentId == department) : rows;
        rows = string.IsNullOrWhiteSpace(filter.Name) ? rows : rows.Where(p => p.Name.Contains(filter.Name.Trim()));
        if (!string.IsNullOrWhiteSpace(filter.IdNumber))
        {
            var hash = Accounts.IdNumber.TryParse(filter.IdNumber, clock.Today(), out var number) ? box.HashOf(number) : "";
            rows = rows.Where(p => p.PersonHash == hash);
        }

        return await Newest.ReadAsync(rows, page, shape, cancel);
    }

    /// <summary>Professionals by key, in any order; keys out of reach are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<Professional, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Among(p => p.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>The caller's own account.</summary>
    public async Task<TView?> OwnAccountAsync<TView>(Expression<Func<Account, TView>> shape, CancellationToken cancel)
        where TView : class
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Accounts.Where(a => a.Id == caller.AccountId).Select(shape).SingleOrDefaultAsync(cancel);
    }

    /// <summary>The caller's own profile; null for roles without one.</summary>
    public async Task<TView?> OwnProfileAsync<TView>(Expression<Func<Professional, TView>> shape, CancellationToken cancel)
        where TView : class
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.Professionals.Within(caller.ReachFor(Permission.UseOwnAccount)).Select(shape).SingleOrDefaultAsync(cancel);
    }

    private IQueryable<Professional> Reached(HnCeDbContext db) => db.Professionals.Within(caller.ReachFor(Permission.ViewProfessionals));
}
