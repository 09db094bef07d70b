using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>How many registrations of one kind wait.</summary>
/// <param name="Kind">What was registered.</param>
/// <param name="Count">How many, counted up to the cap of all lists and one more.</param>
public sealed record WaitingRegistrations(RegistrationKind Kind, int Count);

/// <summary>Reads the registrations that the caller's organization decides on. Source: EMP-14, BUR-06, BUR-07, PRO-04.</summary>
public sealed class RegistrationReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<Registration, DateTime> BySubmission = new("registrations", r => r.SubmittedAt, r => r.Id);
    private static readonly Keyset<Registration, DateTime> ByWaiting = new("waiting registrations", r => r.SubmittedAt, r => r.Id, Descending: false);

    /// <summary>A page of registrations; those that wait come longest waiting first, others newest first.</summary>
    public async Task<Page<TView>> ListAsync<TView>(RegistrationFilter filter, PageRequest page, Expression<Func<Registration, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var order = filter.Status is RegistrationStatus.Pending ? ByWaiting : BySubmission;
        return await order.ReadAsync(filter.Apply(db, Reached(db)), page, shape, cancel);
    }

    /// <summary>Registrations by key; keys out of reach are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<Registration, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Among(r => r.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>How many wait under a filter, exactly: the number that 全部通过 confirms. Source: REV-04.</summary>
    public async Task<int> CountWaitingAsync(RegistrationFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await (filter with { Status = RegistrationStatus.Pending }).Apply(db, Reached(db)).CountAsync(cancel);
    }

    /// <summary>How many wait of each kind, for the menu of every page: one statement over the index, counted up to the cap.</summary>
    public async Task<IReadOnlyList<WaitingRegistrations>> WaitingAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var waiting = Enum.GetValues<RegistrationKind>().Select(kind => Reached(db)
            .Where(r => r.Kind == kind && r.Status == RegistrationStatus.Pending).Take(Page<Registration>.CountCap + 1).Select(r => r.Kind));
        var counts = await waiting.Aggregate(Queryable.Concat).GroupBy(kind => kind).Select(of => new { Kind = of.Key, Count = of.Count() }).ToListAsync(cancel);
        return [.. counts.OrderBy(one => one.Kind).Select(one => new WaitingRegistrations(one.Kind, one.Count))];
    }

    private IQueryable<Registration> Reached(HnCeDbContext db) => db.Registrations.Within(caller.ReachFor(Permission.ReviewRegistrations));
}
