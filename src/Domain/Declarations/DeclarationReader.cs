using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>Order of a list of declarations.</summary>
public enum DeclarationOrder
{
    /// <summary>Newest first: by submission for the person and the employer, by forwarding for those who see what was forwarded.</summary>
    NewestFirst,

    /// <summary>Longest waiting first, by the time of forwarding; for reviewers.</summary>
    OldestForwardedFirst,

    /// <summary>Newest forwarding first; for those who look on.</summary>
    NewestForwardedFirst,

    /// <summary>Longest waiting first, by the time of submission; for what waits at the employer.</summary>
    OldestFirst,
}

/// <summary>Which declarations are wanted; conditions combine with AND. Source: IND-18, EMP-17, S-RVW-02.</summary>
public sealed record DeclarationFilter
{
    /// <summary>认定结果; any of these.</summary>
    public IReadOnlyList<DeclarationStatus>? Statuses { get; init; }

    /// <summary>科目类型.</summary>
    public SubjectCategory? Category { get; init; }

    /// <summary>计入年度.</summary>
    public int? CreditYear { get; init; }

    /// <summary>继续教育形式.</summary>
    public DeclarationKind? Kind { get; init; }

    /// <summary>Part of the person's name.</summary>
    public string? Name { get; init; }

    /// <summary>Key of the declaring employer.</summary>
    public long? EmployerId { get; init; }

    /// <summary>Key of the person.</summary>
    public long? ProfessionalId { get; init; }

    /// <summary>Key of the person's department.</summary>
    public long? DepartmentId { get; init; }

    /// <summary>Only what was sent to the caller's own organization for review.</summary>
    public bool SentToUs { get; init; }

    internal IQueryable<Declaration> Apply(IQueryable<Declaration> rows)
    {
        // One state is an equality: behind "any of" the rows of an index come in no order, and all of them would be sorted.
        rows = Statuses switch
        {
            null or [] => rows,
            [var only] => rows.Where(d => d.Status == only),
            var statuses => rows.Where(d => statuses.Contains(d.Status)),
        };
        rows = Category is { } category ? rows.Where(d => d.Category == category) : rows;
        rows = CreditYear is { } year ? rows.Where(d => d.CreditYear == year) : rows;
        rows = Kind is { } kind ? rows.Where(d => d.Kind == kind) : rows;
        rows = EmployerId is { } employer ? rows.Where(d => d.EmployerId == employer) : rows;
        rows = ProfessionalId is { } professional ? rows.Where(d => d.ProfessionalId == professional) : rows;
        rows = DepartmentId is { } department ? rows.Where(d => d.DepartmentId == department) : rows;
        return string.IsNullOrWhiteSpace(Name) ? rows : rows.Where(d => d.Professional.Name.Contains(Name.Trim()));
    }
}

/// <summary>One line of level 1 of the review: a declaring employer and what of it waits. Source: REV-01, S-RVW-01.</summary>
public sealed class WaitingEmployer
{
    /// <summary>Key of the employer.</summary>
    public long EmployerId { get; init; }

    /// <summary>申报人数.</summary>
    public int People { get; init; }

    /// <summary>待审数.</summary>
    public int Waiting { get; init; }

    /// <summary>When the longest waiting one was forwarded, UTC.</summary>
    public DateTime OldestAt { get; init; }

    /// <summary>When the newest one was forwarded, UTC.</summary>
    public DateTime LatestAt { get; init; }
}

/// <summary>A similar declaration that a reviewer should look at. Source: DEC-08.</summary>
/// <param name="Of">Key of the declaration looked at.</param>
/// <param name="Id">Key of the similar one.</param>
public sealed record SimilarDeclaration(long Of, long Id);

/// <summary>Where an item stands among what waits, and where the reviewer goes from it. Source: REV-03.</summary>
/// <param name="Position">The how many-th of what waits, from 1; null when it does not wait.</param>
/// <param name="Waiting">How many wait.</param>
/// <param name="PreviousId">Key of the item before it.</param>
/// <param name="NextId">Key of the item behind it; after the last one, of the first.</param>
public sealed record ReviewPlace(int? Position, int Waiting, long? PreviousId, long? NextId);

/// <summary>Reads declarations within the caller's reach. Source: IND-17, EMP-17, BUR-13, REV-01 to REV-03.</summary>
public sealed class DeclarationReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private const int SimilarOfOne = 50;

    private static readonly Keyset<Declaration, DateTime> BySubmission = new("declarations", d => d.SubmittedAt, d => d.Id);
    private static readonly Keyset<Declaration, DateTime> ByOldestSubmission = BySubmission with { Name = "oldest-declarations", Descending = false };
    private static readonly Keyset<Declaration, DateTime> ByForwarding = new("forwarded", d => d.ForwardedAt!.Value, d => d.Id);
    private static readonly Keyset<Declaration, DateTime> ByWaiting = ByForwarding with { Name = "waiting", Descending = false };
    private static readonly Keyset<TimelineEntry, long> BySteps = new("steps", e => e.Id, e => e.Id);
    private static readonly Keyset<WaitingEmployer, DateTime> ByOldest = new("waiting-employers", w => w.OldestAt, w => w.EmployerId, Descending: false);

    /// <summary>A page of declarations.</summary>
    public async Task<Page<TView>> ListAsync<TView>(
        DeclarationFilter filter, DeclarationOrder order, PageRequest page, Expression<Func<Declaration, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var reach = Reach(filter.SentToUs);
        var keyset = KeysetOf(order, seesUnforwarded: reach is Jurisdiction.Own or Jurisdiction.Employer);
        var rows = filter.Apply(db.Declarations.Within(reach));
        return await keyset.ReadAsync(keyset == ByForwarding || keyset == ByWaiting ? rows.Where(d => d.ForwardedAt != null) : rows, page, shape, cancel);
    }

    /// <summary>Declarations by key, in any order; keys out of reach are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<Declaration, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db, sentToUs: false).Among(d => d.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>The declarations of some people, newest first; a keyed query, cut per person by the caller.</summary>
    public async Task<IReadOnlyList<TView>> OfPeopleAsync<TView>(IReadOnlyList<long> professionalIds, Expression<Func<Declaration, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db, sentToUs: false).Among(d => d.ProfessionalId, professionalIds)
            .OrderByDescending(d => d.SubmittedAt).ThenByDescending(d => d.Id).Select(shape).ToListAsync(cancel);
    }

    /// <summary>Declaring employers with what waits for the caller's organization, longest waiting first. Source: REV-01.</summary>
    public async Task<Page<TView>> WaitingAsync<TView>(WaitingFilter filter, PageRequest page, Expression<Func<WaitingEmployer, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var groups = filter.Apply(db, Reached(db, sentToUs: true), caller.PersonHash)
            .GroupBy(d => d.EmployerId)
            .Select(group => new WaitingEmployer
            {
                EmployerId = group.Key,
                People = group.Select(d => d.ProfessionalId).Distinct().Count(),
                Waiting = group.Count(),
                OldestAt = group.Min(d => d.ForwardedAt!.Value),
                LatestAt = group.Max(d => d.ForwardedAt!.Value),
            });
        return await ByOldest.ReadAsync(groups, page, shape, cancel);
    }

    /// <summary>How many wait under a filter, exactly: the number that a reviewer confirms. Source: REV-04.</summary>
    public async Task<int> CountWaitingAsync(WaitingFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await filter.Apply(db, Reached(db, sentToUs: true), caller.PersonHash).CountAsync(cancel);
    }

    /// <summary>Where an item stands among what waits under a filter, longest waiting first; null when it was not sent to the caller's organization.</summary>
    public async Task<ReviewPlace?> PlaceAsync(long id, WaitingFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await Reached(db, sentToUs: true).Where(d => d.Id == id).Select(d => d.ForwardedAt).SingleOrDefaultAsync(cancel) is not { } at)
        {
            return null;
        }

        var waiting = filter.Apply(db, Reached(db, sentToUs: true), caller.PersonHash).OrderBy(d => d.ForwardedAt).ThenBy(d => d.Id);

        // The first bound is redundant, but without it no database seeks; see Keyset.
        var before = waiting.Where(d => d.ForwardedAt <= at && (d.ForwardedAt < at || (d.ForwardedAt == at && d.Id < id)));
        var behind = waiting.Where(d => d.ForwardedAt >= at && (d.ForwardedAt > at || (d.ForwardedAt == at && d.Id > id)));
        var next = await behind.Select(d => (long?)d.Id).FirstOrDefaultAsync(cancel)
            ?? await before.Select(d => (long?)d.Id).FirstOrDefaultAsync(cancel);
        return new(
            await waiting.AnyAsync(d => d.Id == id, cancel) ? await before.CountAsync(cancel) + 1 : null,
            await waiting.CountAsync(cancel),
            await before.OrderByDescending(d => d.ForwardedAt).ThenByDescending(d => d.Id).Select(d => (long?)d.Id).FirstOrDefaultAsync(cancel),
            next);
    }

    /// <summary>How many declarations a filter has, counted up to the cap; for tabs and to-do tiles. Source: EMP-26.</summary>
    public async Task<int> CountAsync(DeclarationFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await filter.Apply(Reached(db, filter.SentToUs)).Take(Page<Declaration>.CountCap + 1).CountAsync(cancel);
    }

    /// <summary>History of some declarations, oldest step first.</summary>
    public async Task<IReadOnlyList<TView>> TimelineAsync<TView>(IReadOnlyList<long> ids, Expression<Func<TimelineEntry, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.TimelineEntries.Among(e => e.DeclarationId, ids).OrderBy(e => e.Id).Select(shape).ToListAsync(cancel);
    }

    /// <summary>A page of the history of all declarations of one person, newest step first. Source: PRO-10.</summary>
    public async Task<Page<TView>> HistoryAsync<TView>(long professionalId, PageRequest page, Expression<Func<TimelineEntry, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var own = Reached(db, sentToUs: false).Where(d => d.ProfessionalId == professionalId);
        return await BySteps.ReadAsync(db.TimelineEntries.Where(e => own.Any(d => d.Id == e.DeclarationId)), page, shape, cancel);
    }

    /// <summary>
    /// Other declarations with the same duplicate key or the same scan, for reviewers and declarants. Source: DEC-08, DEC-13, F5.
    /// </summary>
    public async Task<IReadOnlyList<SimilarDeclaration>> SimilarAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var open = Reached(db, sentToUs: false).Where(d => d.Status != DeclarationStatus.Withdrawn && d.Status != DeclarationStatus.Draft);
        var sameKey = from d in db.Declarations.Among(d => d.Id, ids)
                      from other in open
                      where other.Kind == d.Kind && other.DuplicateKey == d.DuplicateKey && d.DuplicateKey != null && other.Id != d.Id
                      select new SimilarDeclaration(d.Id, other.Id);
        var sameFile = from d in db.Declarations.Among(d => d.Id, ids)
                       from other in open
                       where other.File!.Hash == d.File!.Hash && other.Id != d.Id
                       select new SimilarDeclaration(d.Id, other.Id);

        // Bounded over all of them: one that is copied everywhere must not hide those of the others.
        var most = SimilarOfOne * ids.Count;
        return [.. (await sameKey.Take(most).ToListAsync(cancel)).Concat(await sameFile.Take(most).ToListAsync(cancel)).Distinct()];
    }

    private IQueryable<Declaration> Reached(HnCeDbContext db, bool sentToUs) => db.Declarations.Within(Reach(sentToUs));

    private Jurisdiction Reach(bool sentToUs) => caller.ReachFor(sentToUs ? Permission.ReviewDeclarations : Permission.ViewDeclarations);

    // Who sees forwarded ones only has indexes by forwarding, none by submission.
    private static Keyset<Declaration, DateTime> KeysetOf(DeclarationOrder order, bool seesUnforwarded) => order switch
    {
        DeclarationOrder.NewestFirst when seesUnforwarded => BySubmission,
        DeclarationOrder.OldestFirst when seesUnforwarded => ByOldestSubmission,
        DeclarationOrder.OldestFirst or DeclarationOrder.OldestForwardedFirst => ByWaiting,
        _ => ByForwarding,
    };
}
