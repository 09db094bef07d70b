using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HnCe.Graph.Server;

/// <summary>
/// Documents that were agreed on beforehand, by id: a JSON object of ids and documents, as Relay writes it, or the manifest of Apollo. An id that begins
/// with <c>sha256:</c> must be the hash of its document. Source: GRAPH-10.
/// </summary>
internal sealed class TrustedDocuments
{
    private const string Prefix = "sha256:";

    private readonly Dictionary<string, string> byId;
    private readonly HashSet<string> texts;

    public TrustedDocuments(GraphOptions options)
    {
        byId = options.TrustedDocuments is { Length: > 0 } file ? Read(File.ReadAllText(file)) : [];
        texts = [.. byId.Values];
    }

    public string? Find(string id) => byId.GetValueOrDefault(Bare(id));

    public bool Has(string text) => texts.Contains(text);

    private static Dictionary<string, string> Read(string manifest)
    {
        using var json = JsonDocument.Parse(manifest);
        var pairs = json.RootElement.TryGetProperty("operations", out var operations) && operations.ValueKind == JsonValueKind.Array
            ? operations.EnumerateArray().Select(operation => (Id: operation.GetProperty("id").GetString()!, Text: operation.GetProperty("body").GetString()!))
            : json.RootElement.EnumerateObject().Select(property => (Id: property.Name, Text: property.Value.GetString()!));
        return pairs.ToDictionary(pair => Checked(pair.Id, pair.Text), pair => pair.Text, StringComparer.Ordinal);
    }

    private static string Checked(string id, string text) => !id.StartsWith(Prefix, StringComparison.Ordinal) || Bare(id) == HashOf(text)
        ? Bare(id)
        : throw new InvalidOperationException($"The trusted document {id} has another hash: {Prefix}{HashOf(text)}.");

    private static string Bare(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) ? id[Prefix.Length..] : id;

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
