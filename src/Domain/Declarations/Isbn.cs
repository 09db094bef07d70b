using System.Text.RegularExpressions;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Declarations;

/// <summary>International standard book numbers (国际标准书号, GB/T 5795): of ten characters until 2006, of thirteen digits since.</summary>
public static partial class Isbn
{
    /// <summary>Reads an ISBN with or without hyphens; the canonical form has thirteen digits, also for an old ISBN.</summary>
    public static IdentifierReading Read(string? text)
    {
        var bare = Separators().Replace(TypedText.FoldCode(text), "");
        if (!Shape().IsMatch(bare))
        {
            return IdentifierReading.Wrong("应为 13 位数字（2007 年前的图书为 10 位），请对照版权页");
        }

        return CheckCharacterOf(bare) == bare[^1]
            ? new(bare.Length == 13 ? bare : Lengthen(bare), null)
            : IdentifierReading.Wrong("末位校验码不符，请对照版权页");
    }

    private static string Lengthen(string old)
    {
        var body = "978" + old[..9];
        return body + Ean(body);
    }

    private static char CheckCharacterOf(string bare) => bare.Length == 13 ? Ean(bare) : Modulo11(bare);

    private static char Ean(string text) =>
        (char)('0' + ((10 - (Enumerable.Range(0, 12).Sum(i => (text[i] - '0') * (i % 2 == 0 ? 1 : 3)) % 10)) % 10));

    private static char Modulo11(string text) =>
        "0X987654321"[Enumerable.Range(0, 9).Sum(i => (text[i] - '0') * (10 - i)) % 11];

    [GeneratedRegex("^ISBN(-1[03])?:?|[- ]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(97[89][0-9]{10}|[0-9]{9}[0-9X])\z")]
    private static partial Regex Shape();
}
