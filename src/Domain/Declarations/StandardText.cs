using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Declarations;

/// <summary>Definitions and credit rules as JSON: as they are stored, and as an expert of the province edits them. Source: DEC-10, DEC-11.</summary>
public static partial class StandardText
{
    /// <summary>Most characters of one text.</summary>
    public const int Most = 60_000;

    private static readonly JsonSerializerOptions Json = new(SeedFile.Json)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Writes a definition or a rule.</summary>
    public static string Write<T>(T standard) => JsonSerializer.Serialize(standard, Json);

    /// <summary>Reads a stored definition.</summary>
    public static DeclarationTypeDefinition ReadDefinition(string text) => JsonSerializer.Deserialize<DeclarationTypeDefinition>(text, Json)!;

    /// <summary>Reads a stored rule.</summary>
    public static CreditRule ReadRule(string text) => JsonSerializer.Deserialize<CreditRule>(text, Json)!;

    /// <summary>Reads what somebody typed; a misspelt or missing member is a refusal at <paramref name="path"/>.</summary>
    internal static (T? Value, Refusal? Refusal) Read<T>(string? text, string path)
        where T : class
    {
        if (text is null or { Length: > Most })
        {
            return (null, new(RefusalCode.InvalidStandard, $"文本不得为空，也不得超过 {Most} 字", path));
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text, Json) is { } value ? (value, null) : (null, new(RefusalCode.InvalidStandard, "文本不得为空", path));
        }
        catch (JsonException fault)
        {
            return (null, new(RefusalCode.InvalidStandard, Explain(fault), path));
        }
    }

    // The reader names the member in quotes; where it does not, the place must do.
    private static string Explain(JsonException fault)
    {
        var name = Quoted().Match(fault.Message) is { Success: true } quoted ? $"“{quoted.Groups[1].Value}”" : "";
        var place = fault.LineNumber is { } line ? $"第 {line + 1} 行" : "文本";
        return fault.Message switch
        {
            var said when said.Contains("could not be mapped", StringComparison.Ordinal) => $"{place}有系统不认识的项{name}",
            var said when said.Contains("missing required", StringComparison.Ordinal) => $"{place}附近缺少必需的项{name}",
            var said when said.Contains("could not be converted", StringComparison.Ordinal) || said.Contains("null", StringComparison.Ordinal) =>
                $"{place}的值不对（{fault.Path}）",
            _ => $"{place}不是正确的 JSON 文本（{fault.Path}）",
        };
    }

    [GeneratedRegex("'([A-Za-z]+)'")]
    private static partial Regex Quoted();
}
