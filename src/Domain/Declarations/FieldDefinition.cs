using System.Text.Json.Serialization;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Declarations;

/// <summary>One field of a declaration type (填写项), as data (DEC-10).</summary>
/// <param name="Name">The key of the answer, in camelCase.</param>
/// <param name="Label">The Chinese label.</param>
/// <param name="Kind">What an answer looks like.</param>
/// <param name="Required">Always required (必填).</param>
/// <param name="RequiredWhen">Required depending on another answer.</param>
/// <param name="MaxLength">Most characters (字) of a text; each item of a text list has this bound too.</param>
/// <param name="Min">Least number.</param>
/// <param name="Max">Greatest number; of a text list, most items.</param>
/// <param name="Decimals">How many decimals a number may have.</param>
/// <param name="NotBefore">For a date: the date field that it must not precede.</param>
/// <param name="Choices">The choices of a <see cref="FieldKind.Choice"/>.</param>
/// <param name="CodeList">The code list (file name in <c>ReferenceData/Seed</c>) of a <see cref="FieldKind.CodeList"/>.</param>
/// <param name="Check">The identifier that a text must be.</param>
/// <param name="Hint">A line under the label that helps to fill the field.</param>
/// <param name="Unit">The unit shown behind a number, in Chinese.</param>
public sealed record FieldDefinition(
    string Name,
    string Label,
    FieldKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Required = false,
    RequiredWhen? RequiredWhen = null,
    int MaxLength = 100,
    decimal? Min = null,
    decimal? Max = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Decimals = 0,
    string? NotBefore = null,
    IReadOnlyList<FieldChoice>? Choices = null,
    string? CodeList = null,
    IdentifierKind? Check = null,
    string? Hint = null,
    string? Unit = null)
{
    /// <summary>Whether the field must be filled, given the other answers.</summary>
    public bool IsRequired(IReadOnlyDictionary<string, string> answers) => Required || (RequiredWhen?.Holds(answers) ?? false);

    /// <summary>What a reader sees for a stored answer: the choice's label, the name behind a code, 是 or 否, else the answer itself.</summary>
    public string Display(string answer) => Kind switch
    {
        FieldKind.Choice => Choices?.FirstOrDefault(choice => choice.Value == answer)?.Label ?? answer,
        FieldKind.Boolean => answer == "true" ? "是" : "否",
        FieldKind.CodeList => SeedFile.NameOf(CodeList!, answer) ?? answer,
        FieldKind.Region => RegionName(answer),
        _ => answer,
    };

    // 410102 -> 郑州市中原区; a city or the province stands alone.
    private static string RegionName(string code)
    {
        const string Regions = "regions_henan";
        var city = code.Length == 6 && !code.EndsWith("00", StringComparison.Ordinal) ? SeedFile.NameOf(Regions, code[..4] + "00") : null;
        return SeedFile.NameOf(Regions, code) is { } name ? city + name : code;
    }
}
