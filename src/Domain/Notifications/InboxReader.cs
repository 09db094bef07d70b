using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Notifications;

/// <summary>Reads the caller's own inbox.</summary>
public sealed class InboxReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<Message, long> Newest = new("inbox", m => m.Id, m => m.Id);

    /// <summary>A page of messages, newest first.</summary>
    public async Task<Page<TView>> ListAsync<TView>(bool? unread, PageRequest page, Expression<Func<Message, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = Own(db);
        return await Newest.ReadAsync(unread is { } wanted ? rows.Where(m => (m.ReadAt == null) == wanted) : rows, page, shape, cancel);
    }

    /// <summary>Messages by key; those of others are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<Message, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Own(db).Among(m => m.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>How many are unread, counted up to 100.</summary>
    public async Task<int> CountUnreadAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Own(db).Where(m => m.ReadAt == null).Take(100).CountAsync(cancel);
    }

    private IQueryable<Message> Own(HnCeDbContext db) => db.Messages.Within(caller.ReachFor(Permission.UseOwnAccount));
}

/// <summary>Marks all messages of the caller as read.</summary>
public sealed class ReadInbox(UnitOfWork work, Caller caller)
{
    /// <summary>Marks; answers how many were unread.</summary>
    public Task<Outcome<int>> RunAsync(CancellationToken cancel) =>
        work.RunAsync<int>(nameof(ReadInbox), async write => await work.Db.Messages.Within(caller.ReachFor(Permission.UseOwnAccount))
            .Where(m => m.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, write.At), cancel), cancel);
}
