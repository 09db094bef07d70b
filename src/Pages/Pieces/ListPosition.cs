namespace HnCe.Pages.Pieces;

/// <summary>The part of a list that an address asks for (<c>size</c>, <c>after</c>, <c>before</c>), as variables of a connection.</summary>
public sealed record ListPosition(int Size, string? After, string? Before)
{
    private static readonly int[] Sizes = [10, 20, 50];

    public int? First => Before is null ? Size : null;

    public int? Last => Before is null ? null : Size;

    public static ListPosition Of(HttpRequest request)
    {
        var size = int.TryParse(request.Query["size"], out var asked) && Sizes.Contains(asked) ? asked : Sizes[0];
        var before = Text(request, "before");
        return new(size, before is null ? Text(request, "after") : null, before);
    }

    private static string? Text(HttpRequest request, string key) => request.Query[key].ToString() is { Length: > 0 } text ? text : null;
}

/// <summary>A page of a connection as pages show it.</summary>
public sealed record ListAnswer<T>(int TotalCount, ListEnds PageInfo, IReadOnlyList<T> Nodes);

/// <summary>Whether and where a list goes on.</summary>
public sealed record ListEnds(string? StartCursor, string? EndCursor, bool HasPreviousPage, bool HasNextPage);
