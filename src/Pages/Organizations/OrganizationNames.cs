namespace HnCe.Pages.Organizations;

/// <summary>What was picked, to be read.</summary>
public sealed record OrganizationNames(
    string NoticeVersion,
    NamedRegion? Region,
    NamedOne? Bureau,
    NamedOne? Department,
    IReadOnlyList<NamedCode> Natures,
    IReadOnlyList<NamedCode> Affiliations,
    IReadOnlyList<NamedCode> Levels,
    IReadOnlyList<NamedCode> Industries,
    IReadOnlyList<NamedCode> InstitutionLevels)
{
    public string RegionName => Region?.FullName ?? "";

    public string BureauName => Bureau?.Name ?? "";

    public string DepartmentName => Department?.Name ?? "";

    /// <summary>Name of a code; empty for none.</summary>
    public static string Of(IReadOnlyList<NamedCode> list, string? code) => list.FirstOrDefault(one => one.Code == code)?.Name ?? "";
}

/// <summary>A region's name with the city above.</summary>
public sealed record NamedRegion(string FullName);

/// <summary>The name of an organization.</summary>
public sealed record NamedOne(string Name);

/// <summary>An entry of a code list.</summary>
public sealed record NamedCode(string Code, string Name);
