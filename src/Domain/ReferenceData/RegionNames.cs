using System.Collections.Frozen;

namespace HnCe.Domain.ReferenceData;

/// <summary>Names of regions (所属区域) with the city above, which tell employers of one name apart. Source: PIC-04.</summary>
public static class RegionNames
{
    private const string Province = "410000";

    private static readonly FrozenDictionary<string, string> Parents =
        SeedFile.Rows("regions_henan").ToFrozenDictionary(row => row["code"], row => row["parent_code"], StringComparer.Ordinal);

    /// <summary>For example 郑州市金水区; the code itself where it is unknown.</summary>
    public static string FullNameOf(string code)
    {
        var name = SeedFile.NameOf("regions_henan", code) ?? code;
        return Parents.GetValueOrDefault(code) is { Length: > 0 } parent && parent != Province ? FullNameOf(parent) + name : name;
    }
}
