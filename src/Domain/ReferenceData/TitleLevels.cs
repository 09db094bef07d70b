namespace HnCe.Domain.ReferenceData;

/// <summary>The title levels (职称级别) that required hours are set for. Source: REQ-01; list title_levels.</summary>
public static class TitleLevels
{
    /// <summary>Codes of the levels that a person may hold, highest first.</summary>
    public static readonly IReadOnlyList<string> Needed =
        [.. SeedFile.Rows("title_levels").Where(row => row["needed_for_requirements"] == "yes").Select(row => row["code"])];

    private static readonly Dictionary<string, string> Names = SeedFile.Rows("title_levels").ToDictionary(row => row["code"], row => row["name"]);

    /// <summary>Chinese name of a level.</summary>
    public static string NameOf(string code) => Names.GetValueOrDefault(code, "");
}
