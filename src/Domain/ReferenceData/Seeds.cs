using HnCe.Domain.Credits;

namespace HnCe.Domain.ReferenceData;

/// <summary>The delivered files of <c>ReferenceData/Seed</c> as rows of the database.</summary>
internal static class Seeds
{
    /// <summary>Lists that an administrator keeps on pages: 单位性质, 隶属关系. Source: BAS-03, BAS-04.</summary>
    public static readonly IReadOnlySet<string> ListsKeptByPages = new HashSet<string> { "unit_natures", "affiliations" };

    /// <summary>The small lists, named like their files; the fields of a declaration type may offer them.</summary>
    public static readonly IReadOnlyList<string> Lists =
    [
        "affiliations", "degrees", "education_levels", "ethnic_groups", "industries", "institution_levels", "majors", "political_status",
        "sexes", "title_levels", "training_forms", "unit_levels", "unit_natures",
    ];

    /// <summary>Today's regions, and those that only old cards and records name.</summary>
    public static IEnumerable<Region> Regions() =>
    [
        .. SeedFile.Rows("regions_henan").Select(row => new Region
        {
            Code = row["code"], Name = row["name"], ParentCode = Blank(row["parent_code"]), Level = row["level"],
        }),
        .. SeedFile.Rows("regions_henan_retired").Select(row => new Region
        {
            Code = row["code"], Name = row["name"], ParentCode = row["parent_code"], Level = "county", Retired = true,
        }),
    ];

    /// <summary>All small lists; the titles of a series stand in a list of their own below it.</summary>
    public static IEnumerable<CodeItem> CodeItems() => Lists.SelectMany(Plain).Concat(Series()).Concat(Titles());

    /// <summary>年度完成继续教育学时 by the best reading of the sources; an administrator corrects it. Source: REQ-03.</summary>
    public static IEnumerable<RequiredHours> RequiredHours(int first, int last) =>
        from year in Enumerable.Range(first, last - first + 1)
        from level in TitleLevels.Needed
        let hours = HoursOf(year, level)
        select new RequiredHours(year, level, hours.Public, hours.Professional);

    // Until 2014 the regulation of 1998 held: 64 hours for senior and intermediate titles, 56 for the others, 24 of them public.
    private static (decimal Public, decimal Professional) HoursOf(int year, string level) => year switch
    {
        <= 2014 => (24, level.StartsWith("senior", StringComparison.Ordinal) || level == "intermediate" ? 40 : 32),
        <= 2017 => (24, 66),
        _ => (30, 60),
    };

    private static IEnumerable<CodeItem> Plain(string list) => SeedFile.Rows(list).Select((row, order) => new CodeItem
    {
        List = list,
        Code = row["code"],
        Name = row["name"],
        ParentCode = Blank(row.GetValueOrDefault("parent_code")),
        Order = order,
        Offered = row.GetValueOrDefault("offer_in_form") is not "false" && row.GetValueOrDefault("needed_for_requirements") is not "no",
    });

    private static IEnumerable<CodeItem> Series() => SeedFile.Rows("title_series").DistinctBy(row => row["series_code"]).Select((row, order) => new CodeItem
    {
        List = "title_series",
        Code = row["series_code"],
        Name = row["series_name"],
        Order = order,
    });

    private static IEnumerable<CodeItem> Titles() => SeedFile.Rows("title_series").Select((row, order) => new CodeItem
    {
        List = "titles",
        Code = $"{row["series_code"]}-{row["level_code"]}",
        Name = row["title_names"],
        ParentCode = row["series_code"],
        Order = order,
    });

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
