using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace HnCe.Pages.Pieces;

/// <summary>Numbers as pages write them.</summary>
internal static class Number
{
    /// <summary>The server counts no further than this; beyond it a page says 1000+. Markup, because the encoder would write the plus as a number.</summary>
    private const int CountedTo = 1000;

    public static string Hours(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static IHtmlContent Count(int value) =>
        new HtmlString(value > CountedTo ? $"{CountedTo}+" : value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number of a statistic, exact and with separators.</summary>
    public static string Exact(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Coordinate(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} B",
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024m:0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024m / 1024m:0.0} MB"),
    };
}
