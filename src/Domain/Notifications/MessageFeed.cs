using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Notifications;

/// <summary>New messages. Source: GRAPH-8, EML-02.</summary>
public sealed class MessageFeed(IDbContextFactory<HnCeDbContext> factory, TimeProvider clock)
    : LogFeed<Message>("inbox", Permission.UseOwnAccount, factory, clock)
{
    /// <inheritdoc/>
    protected override IQueryable<long> Keys(HnCeDbContext db) => db.Messages.Select(m => m.Id);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Entry>> ReadAsync(HnCeDbContext db, long after, long before, CancellationToken cancel) =>
        await db.Messages.Where(m => m.Id > after && m.Id < before).OrderBy(m => m.Id).Take(Most).Select(m => new Entry(m.Id, m.Id, m)).ToListAsync(cancel);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Entry>> ReadWithinAsync(HnCeDbContext db, long after, Jurisdiction reach, int most, CancellationToken cancel) =>
        await db.Messages.Within(reach).Where(m => m.Id > after).OrderBy(m => m.Id).Take(most).Select(m => new Entry(m.Id, m.Id, null)).ToListAsync(cancel);
}
