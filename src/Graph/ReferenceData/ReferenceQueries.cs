using GraphQL;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Server;

namespace HnCe.Graph.ReferenceData;

/// <summary>The code lists that forms offer.</summary>
[Name("CodeList")]
public enum CodeListName
{
    /// <summary>民族, GB/T 3304.</summary>
    EthnicGroups,

    /// <summary>政治面貌, GB/T 4762.</summary>
    PoliticalStatus,

    /// <summary>学历, GB/T 4658.</summary>
    EducationLevels,

    /// <summary>学位, GB/T 6864.</summary>
    Degrees,

    /// <summary>所学专业, catalogue of undergraduate majors.</summary>
    Majors,

    /// <summary>职称系列.</summary>
    TitleSeries,

    /// <summary>职称级别, GB/T 12407; the key of required hours.</summary>
    TitleLevels,

    /// <summary>单位性质.</summary>
    UnitNatures,

    /// <summary>单位级别.</summary>
    UnitLevels,

    /// <summary>单位隶属关系, GB/T 12404.</summary>
    Affiliations,

    /// <summary>所属行业, GB/T 4754.</summary>
    Industries,

    /// <summary>培训机构级别.</summary>
    InstitutionLevels,

    /// <summary>培训形式.</summary>
    TrainingForms,
}

[QueryType]
internal static class ReferenceQueries
{
    private const int MostCodes = 300;

    /// <summary>Regions directly below one; without a code, the province. 所属区域. PIC-02.</summary>
    /// <param name="parentCode">Code of the region above.</param>
    /// <param name="deep">Also what lies below those: with the province, all of Henan.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reference">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<IReadOnlyList<RegionView>> Regions(
        string? parentCode, bool? deep, Selected<Region, RegionView> selected, [FromServices] ReferenceReader reference, CancellationToken cancel) =>
        reference.RegionsAsync(parentCode, deep ?? false, selected.Shape, cancel);

    /// <summary>One region by its code; null when there is none. 所属区域. PIC-02.</summary>
    /// <param name="code">Six-digit code.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reference">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<RegionView?> Region(string code, Selected<Region, RegionView> selected, [FromServices] ReferenceReader reference, CancellationToken cancel) =>
        reference.RegionAsync(code, selected.Shape, cancel);

    /// <summary>Entries of a code list that forms offer, at most 300. 代码表. BAS-08, PIC-01.</summary>
    /// <param name="list">Which list.</param>
    /// <param name="parentCode">Only entries directly below this one.</param>
    /// <param name="name">Only entries whose name contains this.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reference">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<IReadOnlyList<CodeItemView>> Codes(
        CodeListName list, string? parentCode, string? name, Selected<CodeItem, CodeItemView> selected, [FromServices] ReferenceReader reference, CancellationToken cancel) =>
        reference.CodesAsync(NameOf(list), parentCode, name, MostCodes, selected.Shape, cancel);

    // EthnicGroups -> ethnic_groups, the name of the seed file.
    private static string NameOf(CodeListName list) =>
        string.Concat(list.ToString().Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "_" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
