using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Organizations;

/// <summary>
/// A unified social credit code (统一社会信用代码, GB 32100-2015): authority, kind, region, subject code, check character.
/// Organisations founded since 2015 have this one only.
/// </summary>
public readonly partial record struct CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private readonly string? value;

    private CreditCode(string value) => this.value = value;

    /// <summary>统一社会信用代码不正确, refusal <see cref="RefusalCode.InvalidCreditCode"/>.</summary>
    public static Refusal Incorrect { get; } = new(RefusalCode.InvalidCreditCode, "统一社会信用代码不正确");

    /// <summary>The 18 characters.</summary>
    public string Value => value ?? "";

    /// <summary>The subject code (主体标识码), characters 9 to 17.</summary>
    public string SubjectCode => value?[8..17] ?? "";

    /// <summary>
    /// The organisation code inside (组织机构代码). None when the subject code fails the check of GB 11714,
    /// which happens in old registrations and makes the credit code no less valid.
    /// </summary>
    public OrganizationCode? OrganizationCode =>
        Organizations.OrganizationCode.TryParse(SubjectCode, out var code) ? code : null;

    /// <summary>Reads what was typed, in any width and case.</summary>
    public static bool TryParse(string? text, out CreditCode value)
    {
        var folded = TypedText.FoldCode(text);
        var correct = Shape().IsMatch(folded) && folded[17] == CheckCharacterOf(folded);
        value = correct ? new(folded) : default;
        return correct;
    }

    /// <summary>The 18 characters.</summary>
    public override string ToString() => Value;

    private static char CheckCharacterOf(string text)
    {
        var (sum, weight) = (0, 1);
        foreach (var character in text.AsSpan(0, 17))
        {
            sum += Alphabet.IndexOf(character) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    [GeneratedRegex(@"^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}\z")]
    private static partial Regex Shape();
}
