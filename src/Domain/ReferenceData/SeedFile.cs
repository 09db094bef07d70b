using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HnCe.Domain.ReferenceData;

/// <summary>The data files that travel inside the assembly: the <c>Seed</c> folders of the rooms.</summary>
public static class SeedFile
{
    private static readonly ConcurrentDictionary<string, FrozenSet<string>> Codes = new(StringComparer.Ordinal);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Opens a file, e.g. <c>Open("ReferenceData", "majors.csv")</c>.</summary>
    public static Stream Open(string room, string file) =>
        typeof(SeedFile).Assembly.GetManifestResourceStream($"HnCe.Domain.{room}.Seed.{file}")
        ?? throw new FileNotFoundException($"There is no seed file {file} in {room}.");

    /// <summary>Reads a JSON file; a misspelt or missing member is an error, so that a slip in the data cannot pass unseen.</summary>
    public static T ReadJson<T>(string room, string file)
    {
        using var stream = Open(room, file);
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new JsonException($"{file} is empty.");
    }

    /// <summary>Whether a code list (代码表), named like its file, holds the code in its first column.</summary>
    public static bool HasCode(string list, string code) => Codes.GetOrAdd(list, ReadCodes).Contains(code);

    private static FrozenSet<string> ReadCodes(string list)
    {
        using var reader = new StreamReader(Open("ReferenceData", $"{list}.csv"));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Skip(1).Select(line => line.Split(',', 2)[0]).ToFrozenSet(StringComparer.Ordinal);
    }
}
