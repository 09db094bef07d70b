namespace HnCe.Pages.Pieces;

/// <summary>Which part of a list its address asks for: <c>after</c>, <c>before</c> and <c>size</c>.</summary>
public sealed class ListPosition
{
    public string? After { get; set; }

    public string? Before { get; set; }

    public int? Size { get; set; }

    /// <summary>Rows of a page.</summary>
    public int Rows => Size is 20 or 50 ? Size.Value : 10;

    /// <summary>Rows wanted from the start; null when the page walks back.</summary>
    public int? First => Before is null ? Rows : null;

    /// <summary>Rows wanted from the end.</summary>
    public int? Last => Before is null ? null : Rows;
}

/// <summary>Whether and where a list goes on, as the graph says it.</summary>
public sealed record PageInfo(string? StartCursor, string? EndCursor, bool HasNextPage, bool HasPreviousPage);
