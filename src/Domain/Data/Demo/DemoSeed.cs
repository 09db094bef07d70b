using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Data.Demo;

/// <summary>A line of work, and what its people write, study and build.</summary>
internal sealed record DemoTrade(
    string Name, string Series, IReadOnlyDictionary<string, string> Titles, IReadOnlyList<string> Majors, IReadOnlyList<string> Occupations,
    IReadOnlyList<string> Degrees, IReadOnlyList<string> Schools, IReadOnlyList<string> Topics, IReadOnlyList<string> Journals,
    string Host, string Press, string Exam, string Device, string Service);

/// <summary>An employer that does not exist. Industry names the department of its city; departments are paths.</summary>
internal sealed record DemoEmployer(string Name, string Region, string? Industry, string Trade, IReadOnlyList<string> Departments);

/// <summary>Surnames and given names to combine.</summary>
internal sealed record DemoNames(IReadOnlyList<string> Surnames, IReadOnlyList<string> Men, IReadOnlyList<string> Women);

/// <summary>The files that the demo data is made of.</summary>
internal static class DemoSeed
{
    private const string Room = "Data.Demo";

    public static readonly IReadOnlyDictionary<string, DemoTrade> Trades =
        SeedFile.ReadJson<DemoTrade[]>(Room, "trades.json").ToDictionary(trade => trade.Name);

    public static readonly IReadOnlyList<DemoEmployer> Employers = SeedFile.ReadJson<DemoEmployer[]>(Room, "employers.json");

    public static readonly DemoNames Names = SeedFile.ReadJson<DemoNames>(Room, "names.json");
}
