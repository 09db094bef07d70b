using System.Text.Encodings.Web;
using System.Text.Json;
using HnCe.Domain.Data;

namespace HnCe.Domain.Audit;

/// <summary>A value of which the log tells only that it changed: personal data never appears there. Source: GEN-10.</summary>
internal sealed record Untold(string? Value);

/// <summary>
/// Audit lines that tell old and new values by name, for base data: its names and codes are no personal data, and its history is read from these. Source: GEN-10.
/// </summary>
internal static class ToldChange
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Leaves a line with what differs, if anything does; <paramref name="effects"/> are numbers of rows that followed.</summary>
    public static void Tell(
        this WriteContext write, string subject, Dictionary<string, object?>? before, Dictionary<string, object?> after, params (string Name, int Count)[] effects)
    {
        var changed = after.Where(pair => before is null ? Told(pair.Value) is not null : !Equals(pair.Value, before[pair.Key]))
            .ToDictionary(pair => pair.Key, object (pair) => new[] { Told(before?[pair.Key]), Told(pair.Value) });
        foreach (var (name, count) in effects.Where(effect => effect.Count > 0))
        {
            changed[name] = count;
        }

        if (changed.Count > 0)
        {
            write.Note(subject, JsonSerializer.Serialize(changed, Json));
        }
    }

    private static object? Told(object? value) => value is Untold untold ? untold.Value is null ? null : "…" : value;
}
