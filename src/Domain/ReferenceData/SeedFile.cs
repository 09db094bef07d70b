using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;

namespace HnCe.Domain.ReferenceData;

/// <summary>The data files that travel inside the assembly: the <c>Seed</c> folders of the rooms.</summary>
public static class SeedFile
{
    private static readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> Names = new(StringComparer.Ordinal);

    /// <summary>How data files are read: strictly, so that a slip cannot pass unseen.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
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
    public static bool HasCode(string list, string code) => Names.GetOrAdd(list, ReadNames).ContainsKey(code);

    /// <summary>Name of a code, the second column of its list; null for a code that the list does not hold.</summary>
    public static string? NameOf(string list, string? code) => Names.GetOrAdd(list, ReadNames).GetValueOrDefault(code ?? "");

    /// <summary>The rows of a code list, each a dictionary by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string list)
    {
        using var csv = new CsvReader(new StreamReader(Open("ReferenceData", $"{list}.csv")), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(column => column, column => csv.GetField(column) ?? ""));
        }

        return rows;
    }

    // A list may have several rows for a code, such as the titles of one series.
    private static FrozenDictionary<string, string> ReadNames(string list) => Rows(list)
        .Select(row => row.Values.Take(2).ToArray())
        .DistinctBy(row => row[0], StringComparer.Ordinal)
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
}
