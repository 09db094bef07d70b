using System.Globalization;
using System.Text;
using SkiaSharp;

namespace HnCe.Domain.Certificates;

/// <summary>How a text looks.</summary>
/// <param name="Size">Points.</param>
/// <param name="Color">Ink.</param>
/// <param name="Bold">Weight 700 instead of 400.</param>
/// <param name="Tracking">Extra space between characters, in em.</param>
internal readonly record struct TextStyle(float Size, SKColor Color, bool Bold = false, float Tracking = 0);

/// <summary>One line, measured: what stands where, in points from its left end.</summary>
internal sealed record TextLine(IReadOnlyList<(TypeCase.Sort Sort, float X)> Sorts, float Width, TextStyle Style);

/// <summary>
/// Sets Chinese text (排版): line breaks that keep punctuation where it belongs, a quarter of air between Chinese and Latin.
/// Source: GB/T 15834-2011 (use of punctuation), W3C Requirements for Chinese Text Layout §3.1–3.2.
/// </summary>
internal sealed class Typesetter(TypeCase types)
{
    private const float ChineseLatinGap = 0.18f;

    // A line that would have to be stretched further stays ragged.
    private const float WidestStretch = 0.25f;

    private const string NeverFirst = "，。、；：？！）》」』】〕”’…—·,.;:?!)]}%";
    private const string NeverLast = "（《「『【〔“‘([{";

    /// <summary>The characters of a text that leave ink or space: control, format and variation characters are dropped.</summary>
    public static IEnumerable<Rune> Drawable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                yield return new(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
            {
                yield return rune;
            }
        }
    }

    /// <summary>The text on one line, smaller if need be, and cut with … below the smallest size.</summary>
    public TextLine Fit(string text, TextStyle style, float width, float smallest)
    {
        var line = Set([.. Drawable(text)], style);
        if (line.Width <= width)
        {
            return line;
        }
        var size = Math.Max(smallest, style.Size * width / line.Width);
        return Wrap(text, style with { Size = size }, width + 0.01f, mostLines: 1)[0];
    }

    /// <summary>The text on several lines; what goes beyond the last ends with ….</summary>
    public List<TextLine> Wrap(string text, TextStyle style, float width, int mostLines, float indent = 0, bool justify = false)
    {
        Rune[] runes = [.. Drawable(text)];
        var lines = new List<TextLine>();
        for (var start = 0; start < runes.Length;)
        {
            var room = lines.Count == 0 ? width - indent : width;
            var end = EndOfLine(runes, start, room, style);
            if (lines.Count == mostLines - 1 && end < runes.Length)
            {
                lines.Add(Ellipsis(runes[start..end], style, room));
                break;
            }
            lines.Add(Set(runes[start..end], style, justify && end < runes.Length ? room : null));
            start = end;
        }
        return lines;
    }

    /// <summary>Several lines of about the same length, for centred text: no single character is left on the last one.</summary>
    public List<TextLine> Balance(string text, TextStyle style, float width, int mostLines)
    {
        var lines = Wrap(text, style, width, mostLines);
        for (var narrow = lines.Sum(line => line.Width) / Math.Max(1, lines.Count); lines.Count > 1 && narrow < width; narrow += style.Size / 2)
        {
            var balanced = Wrap(text, style, narrow, mostLines + 1);
            if (balanced.Count <= lines.Count)
            {
                return balanced;
            }
        }
        return lines;
    }

    private TextLine Set(ReadOnlySpan<Rune> runes, TextStyle style, float? fill = null)
    {
        runes = Trim(runes);
        var sorts = new List<(TypeCase.Sort, float)>(runes.Length);
        var extra = fill is null ? 0 : Stretch(runes, style, fill.Value);
        var x = 0f;
        for (var i = 0; i < runes.Length; i++)
        {
            if (i > 0)
            {
                x += Gap(runes[i - 1], runes[i], style) + (MayBreak(runes[i - 1], runes[i]) ? extra : 0);
            }
            var sort = types.Find(runes[i], style.Bold);
            sorts.Add((sort, x));
            x += sort.Advance * style.Size;
        }
        return new(sorts, x, style);
    }

    private float Stretch(ReadOnlySpan<Rune> runes, TextStyle style, float width)
    {
        var gaps = 0;
        for (var i = 1; i < runes.Length; i++)
        {
            gaps += MayBreak(runes[i - 1], runes[i]) ? 1 : 0;
        }
        var extra = gaps == 0 ? 0 : (width - Set(runes, style).Width) / gaps;
        return extra > style.Size * WidestStretch ? 0 : Math.Max(0, extra);
    }

    private int EndOfLine(Rune[] runes, int start, float width, TextStyle style)
    {
        var x = 0f;
        var end = start;
        for (; end < runes.Length; end++)
        {
            x += end > start ? Gap(runes[end - 1], runes[end], style) : 0;
            x += types.Find(runes[end], style.Bold).Advance * style.Size;
            if (x > width && runes[end].Value != ' ')
            {
                break;
            }
        }
        var best = end;
        while (best < runes.Length && best > start && !MayBreak(runes[best - 1], runes[best]))
        {
            best--;
        }
        return best > start ? best : Math.Max(end, start + 1);
    }

    private TextLine Ellipsis(Rune[] runes, TextStyle style, float width)
    {
        for (var length = runes.Length; length > 0; length--)
        {
            var line = Set([.. runes.AsSpan(0, length), new Rune('…')], style);
            if (line.Width <= width)
            {
                return line;
            }
        }
        return Set([new Rune('…')], style);
    }

    private static ReadOnlySpan<Rune> Trim(ReadOnlySpan<Rune> runes)
    {
        while (runes.Length > 0 && runes[^1].Value == ' ')
        {
            runes = runes[..^1];
        }
        while (runes.Length > 0 && runes[0].Value == ' ')
        {
            runes = runes[1..];
        }
        return runes;
    }

    private static float Gap(Rune before, Rune after, TextStyle style)
    {
        var latinMeetsChinese = (Latin(before) && Ideograph(after)) || (Ideograph(before) && Latin(after));
        // Two full-width marks in a row, such as “），”, would leave a hole of a whole character.
        var twoMarks = IsOneOf(NeverFirst, before) && before.Value > 0x3000 && after.Value > 0x3000
            && IsOneOf(NeverFirst + NeverLast, after);
        return style.Size * (style.Tracking + (latinMeetsChinese ? ChineseLatinGap : 0) - (twoMarks ? 0.5f : 0));
    }

    private static bool MayBreak(Rune before, Rune after) =>
        before.Value == ' '
        || ((!Latin(before) || !Latin(after)) && !IsOneOf(NeverFirst, after) && !IsOneOf(NeverLast, before));

    private static bool IsOneOf(string marks, Rune rune) => rune.IsBmp && marks.Contains((char)rune.Value);

    private static bool Latin(Rune rune) => rune.Value is > ' ' and < 0x250;

    private static bool Ideograph(Rune rune) => rune.Value is >= 0x3400 and < 0xA000 or >= 0x20000;
}
