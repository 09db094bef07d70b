using System.Globalization;
using System.Text.RegularExpressions;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Certificates;

/// <summary>
/// A certificate number (证书编号, CER-04): <c>HN</c>, year, six-digit region of the bureau, seven-digit sequence,
/// and a check character of ISO 7064 MOD 37,36, which finds every single wrong character.
/// </summary>
public readonly partial record struct CertificateNumber
{
    private readonly string? value;

    private CertificateNumber(string value) => this.value = value;

    /// <summary>The 20 characters.</summary>
    public string Value => value ?? "";

    /// <summary>The credit year (计入年度) that the certificate attests.</summary>
    public int Year => int.Parse(Value.AsSpan(2, 4), CultureInfo.InvariantCulture);

    /// <summary>The region code (行政区划代码, GB/T 2260) of the issuing bureau.</summary>
    public string Region => Value[6..12];

    /// <summary>The running number within year and region.</summary>
    public int Sequence => int.Parse(Value.AsSpan(12, 7), CultureInfo.InvariantCulture);

    /// <summary>Composes a number; parts out of their ranges are a caller's bug.</summary>
    public static CertificateNumber Create(int year, string region, int sequence)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"HN{year:D4}{region}{sequence:D7}");
        if (!Shape().IsMatch(body + "0"))
        {
            throw new ArgumentException($"Year {year}, region {region} and sequence {sequence} make no certificate number.");
        }

        return new(body + Iso7064.CheckCharacter(body));
    }

    /// <summary>Reads what was typed, in any width and case, with or without spaces between groups.</summary>
    public static bool TryParse(string? text, out CertificateNumber value)
    {
        var folded = TypedText.FoldCode(text).Replace(" ", "", StringComparison.Ordinal);
        var correct = Shape().IsMatch(folded) && folded[^1] == Iso7064.CheckCharacter(folded.AsSpan(0, 19));
        value = correct ? new(folded) : default;
        return correct;
    }

    /// <summary>The 20 characters.</summary>
    public override string ToString() => Value;

    [GeneratedRegex(@"^HN[0-9]{4}[0-9]{6}[0-9]{7}[0-9A-Z]\z")]
    private static partial Regex Shape();
}
