using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>Which accounts are wanted; conditions combine with AND. Source: S-SYS-01, S-EMP-05.</summary>
public sealed record AccountFilter
{
    /// <summary>Only of this role.</summary>
    public UserType? UserType { get; init; }

    /// <summary>Only in these states; empty means any.</summary>
    public IReadOnlyList<AccountState> States { get; init; } = [];

    /// <summary>Part of the name.</summary>
    public string? Name { get; init; }

    /// <summary>The whole ID number; found by its keyed hash only.</summary>
    public string? IdNumber { get; init; }

    /// <summary>Key of an account: all accounts of the same person. Source: LOG-08.</summary>
    public long? SamePersonAs { get; init; }

    /// <summary>Part of the organization's name.</summary>
    public string? OrganizationName { get; init; }

    /// <summary>Key of the organization.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>Only the administrators of the caller's own role and organization. Source: EMP-11, PRO-03, SYS-04.</summary>
    public bool Colleagues { get; init; }
}

/// <summary>Reads accounts within the caller's reach, of the user types that <see cref="AccountPowers"/> lets him see. Source: EMP-11, BUR-09, SYS-03.</summary>
public sealed class AccountReader(IDbContextFactory<HnCeDbContext> factory, Caller caller, SecretBox box, TimeProvider clock)
{
    private static readonly Keyset<Account, long> Newest = new("accounts", a => a.Id, a => a.Id);

    /// <summary>A page of accounts, newest first.</summary>
    public async Task<Page<TView>> ListAsync<TView>(AccountFilter filter, PageRequest page, Expression<Func<Account, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = Reached(db);
        rows = filter.UserType is { } type ? rows.Where(a => a.UserType == type) : rows;
        rows = filter.States.Count > 0 ? rows.Where(a => filter.States.Contains(a.State)) : rows;
        rows = filter.Colleagues ? rows.Where(a => a.UserType == caller.Role && a.OrganizationId == caller.OrganizationId) : rows;
        rows = filter.OrganizationId is { } organization ? rows.Where(a => a.OrganizationId == organization) : rows;
        rows = string.IsNullOrWhiteSpace(filter.Name) ? rows : rows.Where(a => a.Name.Contains(filter.Name.Trim()));
        return await Newest.ReadAsync(Belonging(db, OfPerson(db, rows, filter), filter), page, shape, cancel);
    }

    /// <summary>Accounts by key; keys out of reach are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<Account, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Among(a => a.Id, ids).Select(shape).ToListAsync(cancel);
    }

    private IQueryable<Account> Reached(HnCeDbContext db) => db.Accounts.Reached(caller, Permission.ViewAccounts);

    private IQueryable<Account> OfPerson(HnCeDbContext db, IQueryable<Account> rows, AccountFilter filter)
    {
        if (filter.SamePersonAs is { } other)
        {
            var hashes = Reached(db).Where(a => a.Id == other).Select(a => a.PersonHash);
            rows = rows.Where(a => hashes.Contains(a.PersonHash));
        }

        if (string.IsNullOrWhiteSpace(filter.IdNumber))
        {
            return rows;
        }

        var hash = IdNumber.TryParse(filter.IdNumber, clock.Today(), out var number) ? box.HashOf(number) : "";
        return rows.Where(a => a.PersonHash == hash);
    }

    private static IQueryable<Account> Belonging(HnCeDbContext db, IQueryable<Account> rows, AccountFilter filter)
    {
        if (string.IsNullOrWhiteSpace(filter.OrganizationName))
        {
            return rows;
        }

        var named = OrganizationReader.Named(db, db.Organizations, null, filter.OrganizationName).Select(o => (long?)o.Id);
        return rows.Where(a => named.Contains(a.OrganizationId));
    }
}
