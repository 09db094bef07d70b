namespace HnCe.Domain.Data;

/// <summary>Which part of a list is wanted: forward (First, After) or backward (Last, Before). Source: GEN-05.</summary>
/// <param name="Size">Rows wanted, 1 to 100.</param>
/// <param name="Cursor">Opaque cursor to continue from; null for the first (or last) page.</param>
/// <param name="Backward">Whether to walk from the end.</param>
/// <param name="WithTotal">Whether the total is wanted; it costs one more statement.</param>
public sealed record PageRequest(int Size, string? Cursor = null, bool Backward = false, bool WithTotal = false)
{
    /// <summary>Rows of a page when the client does not say.</summary>
    public const int DefaultSize = 20;

    /// <summary>The most rows of a page.</summary>
    public const int MaxSize = 100;
}

/// <summary>One page of a keyset-paged list.</summary>
/// <typeparam name="T">What a row shows.</typeparam>
/// <param name="Rows">Rows with their cursors, in the order of the list.</param>
/// <param name="HasNext">Whether rows follow.</param>
/// <param name="HasPrevious">Whether rows precede.</param>
/// <param name="Total">Rows in the whole list, counted up to <see cref="CountCap"/> + 1; null when not asked for.</param>
public sealed record Page<T>(IReadOnlyList<PageRow<T>> Rows, bool HasNext, bool HasPrevious, int? Total)
{
    /// <summary>Totals above this are not counted out: the page says “1000+”.</summary>
    public const int CountCap = 1000;
}

/// <summary>A row of a page and the cursor that continues behind it.</summary>
/// <typeparam name="T">What a row shows.</typeparam>
/// <param name="Cursor">Opaque cursor, bound to its list and order.</param>
/// <param name="Value">The row.</param>
public sealed record PageRow<T>(string Cursor, T Value);

/// <summary>A cursor that is garbage or belongs to another list: a client mistake, told as a top-level error BAD_CURSOR.</summary>
public sealed class BadCursorException() : FormatException("The cursor does not belong to this list.");
