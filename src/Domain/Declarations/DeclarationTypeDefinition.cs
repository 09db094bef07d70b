using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace HnCe.Domain.Declarations;

/// <summary>
/// One version of a declaration type (继续教育类型), as data (DEC-10). Each declaration keeps the version that it was made with.
/// </summary>
/// <param name="Kind">Which of the fifteen; its number is the order on screen (DEC-01).</param>
/// <param name="Version">Counts from 1 within the kind.</param>
/// <param name="ValidFromYear">The first credit year in which this version is offered.</param>
/// <param name="ValidToYear">The last such year; open when absent. The province retires a type by setting it.</param>
/// <param name="Code">The two-digit code.</param>
/// <param name="Name">The Chinese name, as in the manual.</param>
/// <param name="Example">One line for the card on which a person picks the type.</param>
/// <param name="Help">What to know before filling the form.</param>
/// <param name="Proofs">The papers to scan (证明材料), as a checklist beside the file input.</param>
/// <param name="Title">The field whose answer names the declaration in lists.</param>
/// <param name="DuplicateKey">The fields that together tell one achievement from another (DEC-08).</param>
/// <param name="RepeatsYearly">The same achievement may be declared again in another year, as with a degree that takes three.</param>
/// <param name="EventDate">The date field that must fit the credit year (DEC-05).</param>
/// <param name="Fields">The fields in form order.</param>
/// <param name="Categories">The subject categories (科目类型) that it may be declared under; both when absent (DEC-07).</param>
public sealed record DeclarationTypeDefinition(
    DeclarationKind Kind,
    int Version,
    int ValidFromYear,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? ValidToYear,
    string Code,
    string Name,
    string Example,
    string Help,
    IReadOnlyList<string> Proofs,
    string Title,
    IReadOnlyList<string> DuplicateKey,
    bool RepeatsYearly,
    string EventDate,
    IReadOnlyList<FieldDefinition> Fields,
    IReadOnlyList<SubjectCategory>? Categories = null)
{
    /// <summary>Most characters of a <see cref="DuplicateKeyOf"/>: what the index holds.</summary>
    public const int MostKey = 200;

    /// <summary>The place in the list, 1 to 15 (DEC-01).</summary>
    [JsonIgnore]
    public int Order => (int)Kind;

    /// <summary>Whether the version is offered in a credit year.</summary>
    public bool IsValidIn(int year) => ValidFromYear <= year && year <= (ValidToYear ?? int.MaxValue);

    /// <summary>Whether it may be declared under a subject category (DEC-07).</summary>
    public bool Takes(SubjectCategory category) => Categories?.Contains(category) ?? true;

    /// <summary>The field of that name, or none.</summary>
    public FieldDefinition? Field(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>The name of a declaration in lists (名称).</summary>
    public string TitleOf(IReadOnlyDictionary<string, string> answers) =>
        answers.TryGetValue(Title, out var answer) ? Field(Title)!.Display(answer) : Name;

    /// <summary>
    /// The text that two declarations of the same achievement share (DEC-08): answers without punctuation, width and case,
    /// behind the type's code and, where achievements repeat, the year. What is longer than the index holds ends in its fingerprint.
    /// </summary>
    public string DuplicateKeyOf(IReadOnlyDictionary<string, string> answers, int creditYear)
    {
        var parts = DuplicateKey.Select(name => Essence(answers.GetValueOrDefault(name, "")));
        var key = string.Join('|', [Code, .. RepeatsYearly ? [$"{creditYear}"] : Array.Empty<string>(), .. parts]);
        var print = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return key.Length <= MostKey ? key : $"{key[..(MostKey - print.Length - 1)]}#{print}";
    }

    private static string Essence(string answer) =>
        string.Concat(answer.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
