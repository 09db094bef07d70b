using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Pieces;

/// <summary>
/// What every picker page is told: for which field of which page, and what is searched. Its rows lead back to that page with
/// <c>field</c> and <c>pick</c>; in a dialog, script takes the choice instead. Source: PIC-01.
/// </summary>
public abstract class PickPage : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Field { get; set; }

    /// <summary>Path of the form; an address of this site only.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    /// <summary>Path that the rows lead back to.</summary>
    public string ReturnTo => Url.IsLocalUrl(Back) ? Back!.Split('?')[0] : Url.Content("~/");

    /// <summary>Back without a choice; the field tells the form to bring its answers back.</summary>
    public string ReturnWithout => $"{ReturnTo}?field={Uri.EscapeDataString(Field ?? "")}";

    /// <summary>One page of a list that the graph gives as a whole; positions are row numbers.</summary>
    protected PickedRows<T> Cut<T>(IReadOnlyList<T> all)
    {
        var start = Position.Before is not null ? Number(Position.Before) - Position.Size : Position.After is not null ? Number(Position.After) + 1 : 0;
        start = Math.Clamp(start, 0, Math.Max(0, all.Count - 1));
        var rows = all.Skip(start).Take(Position.Size).ToList();
        var end = start + rows.Count - 1;
        return new(rows, all.Count, new(Text(start), Text(end), start > 0, end < all.Count - 1));
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The rows of a picker's page.</summary>
public sealed record PickedRows<T>(IReadOnlyList<T> Rows, int Total, ListEnds Page);
