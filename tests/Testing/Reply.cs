using System.Text.Json;

namespace HnCe.Testing;

/// <summary>The answer of the graph, ready to be asserted on.</summary>
public sealed class Reply(JsonDocument json)
{
    /// <summary>The whole answer.</summary>
    public JsonElement Json => json.RootElement;

    /// <summary>The answer as text, for messages of assertions and searches.</summary>
    public string Text => Json.GetRawText();

    /// <summary>Codes of the top-level errors.</summary>
    public IReadOnlyList<string> Errors => Json.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString()!)]
        : [];

    /// <summary>Codes of the refusals of every mutation in the document.</summary>
    public IReadOnlyList<string> Refusals => [.. Payloads("userErrors").Select(error => error.GetProperty("code").GetString()!)];

    /// <summary>Messages of the refusals.</summary>
    public IReadOnlyList<string> Messages => [.. Payloads("userErrors").Select(error => error.GetProperty("message").GetString()!)];

    /// <summary>Inputs that the refusals are about.</summary>
    public IReadOnlyList<string?> Paths => [.. Payloads("userErrors").Select(error => error.GetProperty("path").GetString())];

    /// <summary>Reasons of the items that a batch left as they were, by id.</summary>
    public IReadOnlyDictionary<string, string> RefusedItems =>
        Payloads("refused").ToDictionary(item => item.GetProperty("id").GetString()!, item => item.GetProperty("code").GetString()!);

    /// <summary>A value below data, for example <c>declarations.nodes.0.title</c>.</summary>
    public JsonElement this[string path]
    {
        get
        {
            var value = Json.GetProperty("data");
            foreach (var step in path.Split('.'))
            {
                value = value.ValueKind is JsonValueKind.Array ? value[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : value.GetProperty(step);
            }

            return value;
        }
    }

    /// <summary>Text of a value below data.</summary>
    public string? String(string path) => this[path].GetString();

    /// <summary>Number of a value below data.</summary>
    public decimal Number(string path) => this[path].GetDecimal();

    /// <summary>The texts of one field of every item of a list below data.</summary>
    public IReadOnlyList<string> Each(string path, string field) => [.. this[path].EnumerateArray().Select(item => item.GetProperty(field).GetString()!)];

    /// <summary>Itself, if nothing was refused.</summary>
    public Reply Succeeded() => Errors.Count == 0 && Refusals.Count == 0 ? this : throw new InvalidOperationException($"Refused: {Text}");

    private IEnumerable<JsonElement> Payloads(string list) =>
        Json.TryGetProperty("data", out var data) && data.ValueKind is JsonValueKind.Object
            ? data.EnumerateObject().Select(field => field.Value)
                .Where(payload => payload.ValueKind is JsonValueKind.Object && payload.TryGetProperty(list, out _))
                .SelectMany(payload => payload.GetProperty(list).EnumerateArray())
            : [];
}
