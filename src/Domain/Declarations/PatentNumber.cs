using System.Text.RegularExpressions;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Declarations;

/// <summary>
/// Chinese patent numbers (专利号): <c>ZL</c>, the application number of twelve digits (eight before October 2003), a dot, a check character.
/// </summary>
public static partial class PatentNumber
{
    private static readonly int[] Weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

    /// <summary>Reads a patent number with or without <c>ZL</c> and dot; the canonical form has both.</summary>
    public static IdentifierReading Read(string? text)
    {
        var bare = Separators().Replace(TypedText.FoldCode(text), "");
        if (!Shape().IsMatch(bare))
        {
            return IdentifierReading.Wrong("应为 ZL 加 12 位数字、圆点和 1 位校验码，请对照专利证书");
        }

        return CheckCharacterOf(bare[..^1]) == bare[^1]
            ? new($"ZL{bare[..^1]}.{bare[^1]}", null)
            : IdentifierReading.Wrong("末位校验码不符，请对照专利证书");
    }

    private static char CheckCharacterOf(string body) =>
        "0123456789X"[body.Select((digit, i) => (digit - '0') * Weights[i]).Sum() % 11];

    [GeneratedRegex("^ZL|[-. ]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^([0-9]{8}|[0-9]{12})[0-9X]\z")]
    private static partial Regex Shape();
}
