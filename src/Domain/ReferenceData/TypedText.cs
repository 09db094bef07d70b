using System.Globalization;
using System.Text;

namespace HnCe.Domain.ReferenceData;

/// <summary>What a person typed, made comparable: Chinese input methods leave full-width digits, letters and spaces behind (LOG-09).</summary>
public static class TypedText
{
    // One visible character may hide a long tail of combining marks; 16 code units leave room for every emoji sequence.
    private const int CodeUnitsPerCharacter = 16;

    /// <summary>Full-width ASCII (全角) becomes ASCII, and white space around the text goes.</summary>
    public static string Fold(string? text) =>
        string.Create((text ?? "").Length, text ?? "", static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] is >= '！' and <= '～' ? (char)(source[i] - '！' + '!') : source[i];
            }
        }).Trim();

    /// <summary><see cref="Fold"/> for codes: also upper case, plain hyphens, and no invisible format characters.</summary>
    public static string FoldCode(string? text) =>
        string.Concat(Fold(text).Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.Format).Select(FoldCodeCharacter));

    /// <summary>Whether the text has at most <paramref name="limit"/> characters (字); a line break of any kind counts as one (IND-23).</summary>
    public static bool Fits(string text, int limit) =>
        text.Length <= (long)limit * CodeUnitsPerCharacter && new StringInfo(text).LengthInTextElements <= limit;

    /// <summary>Whether every database can store the text: no control characters except line breaks and tabs, no half surrogate pairs.</summary>
    public static bool IsStorable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '\uFFFD' || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')))
            {
                return false;
            }
        }

        return true;
    }

    private static char FoldCodeCharacter(char c) => c switch
    {
        >= 'a' and <= 'z' => (char)(c - 'a' + 'A'),
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        _ => c,
    };
}
