using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Organizations;

/// <summary>An organisation code (全国组织机构代码, GB 11714-1997): eight characters and a check character.</summary>
public readonly partial record struct OrganizationCode
{
    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? value;

    private OrganizationCode(string value) => this.value = value;

    /// <summary>组织机构代码不正确, refusal <see cref="RefusalCode.InvalidOrganizationCode"/>.</summary>
    public static Refusal Incorrect { get; } = new(RefusalCode.InvalidOrganizationCode, "组织机构代码不正确");

    /// <summary>The nine characters as stored, without hyphen.</summary>
    public string Value => value ?? "";

    /// <summary>As printed on the certificate: <c>XXXXXXXX-X</c>.</summary>
    public string Written => value is null ? "" : $"{value[..8]}-{value[8]}";

    /// <summary>Reads what was typed, with or without hyphen, in any width and case.</summary>
    public static bool TryParse(string? text, out OrganizationCode value)
    {
        var folded = TypedText.FoldCode(text);
        var bare = folded.Length == 10 && folded[8] == '-' ? folded.Remove(8, 1) : folded;
        var correct = Shape().IsMatch(bare) && bare[8] == CheckCharacterOf(bare);
        value = correct ? new(bare) : default;
        return correct;
    }

    /// <summary>Completes eight characters to a code, for organizations that have none of their own.</summary>
    internal static OrganizationCode Complete(string eight) => new(eight + CheckCharacterOf(eight));

    /// <summary>The stored form.</summary>
    public override string ToString() => Value;

    private static char CheckCharacterOf(string text)
    {
        var remainder = Weights.Select((weight, i) => weight * ValueOf(text[i])).Sum() % 11;
        return "0X987654321"[remainder];
    }

    private static int ValueOf(char c) => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10;

    [GeneratedRegex(@"^[0-9A-Z]{8}[0-9X]\z")]
    private static partial Regex Shape();
}
