using System.Text.RegularExpressions;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Declarations;

/// <summary>International standard serial numbers (国际标准连续出版物号, GB/T 9999): seven digits and a check character.</summary>
public static partial class Issn
{
    /// <summary>Reads an ISSN with or without hyphen; the canonical form is <c>NNNN-NNNC</c>.</summary>
    public static IdentifierReading Read(string? text)
    {
        var bare = Separators().Replace(TypedText.FoldCode(text), "");
        if (!Shape().IsMatch(bare))
        {
            return IdentifierReading.Wrong("应为 8 位，如 1234-5679，请对照刊物封面");
        }

        return CheckCharacterOf(bare) == bare[7]
            ? new($"{bare[..4]}-{bare[4..]}", null)
            : IdentifierReading.Wrong("末位校验码不符，请对照刊物封面");
    }

    private static char CheckCharacterOf(string text) =>
        "0X987654321"[Enumerable.Range(0, 7).Sum(i => (text[i] - '0') * (8 - i)) % 11];

    [GeneratedRegex("^ISSN:?|[- ]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^[0-9]{7}[0-9X]\z")]
    private static partial Regex Shape();
}
