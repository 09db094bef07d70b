using HnCe.Domain.Access;

namespace HnCe.Domain.Data;

/// <summary>Something that happened, read from the record.</summary>
/// <param name="Key">Its place in the feed.</param>
/// <param name="Subject">Key of the row that it happened to.</param>
/// <param name="Cursor">Opaque: what is asked for behind it is this and everything later. Nothing is left out; the last things may come once more.</param>
/// <param name="Row">As much of that row as tells who reaches it; null when reach was asked of the database.</param>
public sealed record Happening(long Key, long Subject, string Cursor, object? Row = null);

/// <summary>A cursor lies so far back that what was missed is read anew rather than told: a client mistake, told as CURSOR_TOO_OLD.</summary>
public sealed class CursorTooOldException() : FormatException("Too much has happened since.");

/// <summary>
/// What happens to one kind of row, in the order of the record, whichever instance wrote it. One follower looks for everybody; the reach of each
/// subscriber is asked in memory, to spare the database, and again by the reader that shows the row. Source: GRAPH-8.
/// </summary>
public abstract class Feed
{
    /// <summary>The most that is read at one look, and that a subscriber may have missed.</summary>
    public const int Most = 1000;

    /// <summary>The rows that a caller may hear of.</summary>
    public abstract Jurisdiction ReachOf(Caller caller);

    /// <summary>Whether something concerns a reach; a hint.</summary>
    public abstract Func<Happening, bool> Within(Jurisdiction reach);

    /// <summary>Forgets what was seen and looks from now on.</summary>
    public abstract Task StartAsync(CancellationToken cancel);

    /// <summary>What has happened since the last look. As many as <see cref="Most"/> or more: look again at once.</summary>
    public abstract Task<IReadOnlyList<Happening>> LookAsync(CancellationToken cancel);

    /// <summary>What one subscriber has missed since a cursor, oldest first.</summary>
    /// <exception cref="BadCursorException">The cursor is garbage or of another feed.</exception>
    /// <exception cref="CursorTooOldException">Too much has happened since.</exception>
    public abstract Task<IReadOnlyList<Happening>> MissedAsync(string cursor, Jurisdiction reach, CancellationToken cancel);
}

/// <summary>A feed of rows that belong to jurisdictions.</summary>
/// <typeparam name="TRow">The row that things happen to.</typeparam>
/// <param name="name">Name; cursors carry it and are refused elsewhere.</param>
/// <param name="permission">The permission that opens it.</param>
public abstract class Feed<TRow>(string name, Permission permission) : Feed
    where TRow : class, IScoped<TRow>
{
    /// <inheritdoc/>
    public override Jurisdiction ReachOf(Caller caller) => caller.ReachFor(permission);

    /// <inheritdoc/>
    public override Func<Happening, bool> Within(Jurisdiction reach)
    {
        var reached = TRow.Reached(reach).Compile();
        return happening => happening.Row is TRow row && reached(row);
    }

    /// <summary>Writes a cursor.</summary>
    protected string Encode(long key) => Cursor.Encode(name, key);

    /// <summary>Reads a cursor.</summary>
    protected long Decode(string cursor) => Cursor.Decode(name, cursor, 1) is [>= 0 and var key] ? key : throw new BadCursorException();
}
