using System.Globalization;
using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Accounts;

/// <summary>
/// A citizen ID number (公民身份号码, GB 11643-1999): region, birth date, sequence, check character.
/// It is the login name and can never be corrected by its holder, hence the strict reading (IND-02, IND-07).
/// </summary>
public readonly partial record struct IdNumber
{
    private const int WorkingAge = 16;
    private const string CheckCharacters = "10X98765432";

    // GB/T 2260 provinces, and 81 to 83 for residents from Hong Kong, Macao and Taiwan.
    private const string Provinces =
        "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private readonly string? value;

    private IdNumber(string value) => this.value = value;

    /// <summary>身份证号码不正确, refusal <see cref="RefusalCode.InvalidIdNumber"/> (IND-07).</summary>
    public static Refusal Incorrect { get; } = new(RefusalCode.InvalidIdNumber, "身份证号码不正确");

    /// <summary>All 18 characters: sensitive personal information (PIPL Art. 28), not for lists, logs or addresses.</summary>
    public string Value => value ?? "";

    /// <summary>Birth date (出生日期), characters 7 to 14.</summary>
    public DateOnly BirthDate => DateOnly.ParseExact(Value.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Sex (性别): the 17th digit is odd for men.</summary>
    public Sex Sex => (Value[16] - '0') % 2 == 1 ? Sex.Male : Sex.Female;

    /// <summary>For staff lists: first six and last four, e.g. <c>410105********7826</c>.</summary>
    public string Masked => Masking.Middle(Value, head: 6, tail: 4);

    /// <summary>For public pages: first and last, e.g. <c>4****************6</c> (CER-05).</summary>
    public string MaskedForPublic => Masking.Middle(Value, head: 1, tail: 1);

    /// <summary>
    /// Reads what was typed: trimmed, full-width folded, x as X (LOG-09). The region's six digits need not exist today,
    /// because cards keep the codes of merged counties; its province must.
    /// </summary>
    public static bool TryParse(string? text, DateOnly today, out IdNumber value)
    {
        var folded = TypedText.FoldCode(text);
        var correct = Shape().IsMatch(folded)
            && Provinces.Contains(folded[..2], StringComparison.Ordinal)
            && DateOnly.TryParseExact(folded.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born)
            && born.AddYears(WorkingAge) <= today
            && folded[17] == CheckCharacterOf(folded);
        value = correct ? new(folded) : default;
        return correct;
    }

    /// <summary>The masked form, so that the number never leaks into a log by string interpolation.</summary>
    public override string ToString() => Masked;

    private static char CheckCharacterOf(string text) =>
        CheckCharacters[Weights.Select((weight, i) => weight * (text[i] - '0')).Sum() % 11];

    [GeneratedRegex(@"^[1-9][0-9]{5}(18|19|20)[0-9]{9}[0-9X]\z")]
    private static partial Regex Shape();
}
