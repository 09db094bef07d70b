using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HnCe.Pages.Hosting;

namespace HnCe.Pages.Declarations;

/// <summary>
/// The two texts of a standard, with the plain fields of the page written into them: hours, papers, help, names, what is required.
/// Whatever the fields do not show stays as it is. Source: DEC-10, DEC-11.
/// </summary>
public sealed class RuleForm
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<UserError> _errors = [];

    public RuleForm(string definition, string rule) => (Definition, Rule) = (JsonNode.Parse(definition)!.AsObject(), JsonNode.Parse(rule)!.AsObject());

    public JsonObject Definition { get; }

    public JsonObject Rule { get; }

    public IReadOnlyList<JsonObject> Fields => Items(Definition, "fields");

    public IReadOnlyList<JsonObject> Rates => Items(Rule, "rates");

    public IReadOnlyList<JsonObject> Adjustments => Items(Rule, "adjustments");

    /// <summary>Answers that are no numbers.</summary>
    public IReadOnlyList<UserError> Errors => _errors;

    public string DefinitionText => Definition.ToJsonString(Json);

    public string RuleText => Rule.ToJsonString(Json);

    /// <summary>科目类型 that are on offer; both where the text says nothing.</summary>
    public IReadOnlyList<string> Categories => Definition["categories"] is JsonArray some ? [.. some.Select(one => $"{one}")] : ["Public", "Professional"];

    public string Proofs => string.Join('\n', Definition["proofs"]!.AsArray().Select(one => $"{one}"));

    public static string Text(JsonObject from, string member) => from[member] switch
    {
        null => "",
        JsonArray several => string.Join('、', several.Select(one => $"{one}")),
        var one => $"{one}",
    };

    /// <summary>Writes posted answers into the texts.</summary>
    public void Take(IFormCollection form)
    {
        Definition["help"] = form["help"].ToString().Trim();
        Definition["proofs"] = Array(form["proofs"].ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Definition["categories"] = form["categories"].Count == 2 ? null : Array(form["categories"].OfType<string>());
        Definition["validToYear"] = null;
        Number(Definition, "validToYear", form, "validToYear");
        foreach (var (field, i) in Fields.Select((field, i) => (field, i)))
        {
            field["label"] = form[$"fields.{i}.label"].ToString().Trim();
            field["required"] = form[$"fields.{i}.required"] == "true";
            field["hint"] = form[$"fields.{i}.hint"].ToString().Trim() is { Length: > 0 } hint ? hint : null;
            if (form.ContainsKey($"fields.{i}.maxLength"))
            {
                Number(field, "maxLength", form, $"fields.{i}.maxLength");
            }
        }

        Amounts(Rates, "rates", ["hours", "perUnit", "atMost"], form);
        Amounts(Adjustments, "adjustments", ["plus", "minusPerRank"], form);
        foreach (var (rate, i) in Rates.Select((rate, i) => (rate, i)).Where(one => one.rate["hoursByRank"] is not null))
        {
            Ranks(rate, form[$"rates.{i}.hoursByRank"].ToString(), $"rates.{i}.hoursByRank");
        }

        foreach (var (adjustment, i) in Adjustments.Select((one, i) => (one, i)))
        {
            if (adjustment["times"] is not null)
            {
                adjustment["times"] = form[$"adjustments.{i}.times"].ToString().Trim();
            }
        }
    }

    private void Amounts(IReadOnlyList<JsonObject> lines, string name, string[] members, IFormCollection form)
    {
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            foreach (var member in members.Where(member => form.ContainsKey($"{name}.{i}.{member}")))
            {
                var before = Text(line, member);
                Number(line, member, form, $"{name}.{i}.{member}");

                // Words that name the number, such as 每后一名减 3 学时, follow it.
                line["say"] = Text(line, "say").Replace($"减 {before} 学时", $"减 {Text(line, member)} 学时", StringComparison.Ordinal);
            }
        }
    }

    private void Ranks(JsonObject rate, string text, string path)
    {
        var parts = text.Split(['、', ',', '，', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var numbers = parts.Select(Read).ToList();
        if (parts.Length == 0 || numbers.Contains(null))
        {
            _errors.Add(new("NOT_A_NUMBER", "各名次的学时应为数字，用顿号隔开，如 64、56、48", path));
            return;
        }

        rate["hoursByRank"] = new JsonArray([.. numbers.Select(number => JsonValue.Create(number!.Value))]);
    }

    private void Number(JsonObject into, string member, IFormCollection form, string name)
    {
        var text = form[name].ToString().Trim();
        if (text.Length == 0)
        {
            // What must be given is missed by the graph; the rest has a default.
            _ = into[member] is not null && into.Remove(member);
        }
        else if (Read(text) is { } number)
        {
            into[member] = number;
        }
        else
        {
            _errors.Add(new("NOT_A_NUMBER", "应为数字，如 20 或 12.5", name));
        }
    }

    private static decimal? Read(string text) =>
        decimal.TryParse(text.Normalize(NormalizationForm.FormKC), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IReadOnlyList<JsonObject> Items(JsonObject from, string member) => [.. (from[member] as JsonArray ?? []).OfType<JsonObject>()];

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
