using HnCe.Pages.Pieces;

namespace HnCe.Pages.ReferenceData;

/// <summary>What the pages of base data offer and say alike. Source: BAS-06.</summary>
public static class BaseDataWords
{
    public static readonly Choice[] States = [new("ACTIVE", "启用"), new("RETIRED", "停用")];

    public static readonly Choice[] Tiers = [new("CITY", "市"), new("COUNTY", "县（市、区）")];

    public static string Tier(string tier) => tier switch { "PROVINCE" => "省", "CITY" => "市", _ => "县（市、区）" };

    /// <summary>The province, its cities and their counties, each below its city.</summary>
    public static IReadOnlyList<Choice> ToChoices(this IReadOnlyList<RegionAnswer> regions, bool withProvince = false) =>
    [
        .. withProvince ? [new Choice("410000", "河南省")] : Array.Empty<Choice>(),
        .. regions.Select(region => new Choice(region.Code, region.Level is "prefecture" ? region.Name : $"　{region.Name}")),
    ];
}

/// <summary>A region as the selects need it.</summary>
public sealed record RegionAnswer(string Code, string Name, string Level);

/// <summary>A bureau by name and id.</summary>
public sealed record BureauName(string Id, string Name);

/// <summary>What waits for a bureau or department, and what retiring it means.</summary>
public sealed record RetirementAnswer(int Registrations, int Declarations, int Bureaus, int Organizations, int Employers, int Administrators, string? Reason);

/// <summary>Numbers of rows that a change moves.</summary>
public sealed record EffectsAnswer(bool Moves, int Organizations, int Professionals, int Registrations, int Administrators)
{
    /// <summary>Whether there is anything to confirm.</summary>
    public bool HasAny => Moves || Administrators > 0;

    /// <summary>What will happen, one sentence each.</summary>
    public IReadOnlyList<string> Sentences =>
    [
        .. Moves ? [$"{Organizations} 个单位（含下级人社局、行业主管部门、施教机构）和 {Professionals} 名专业技术人员随同变更管理范围；已上报的继续教育信息仍由原送审部门办理。"] : Array.Empty<string>(),
        .. Registrations > 0 ? [$"{Registrations} 条待审核的管理员注册信息改由新的上级审核。"] : Array.Empty<string>(),
        .. Administrators > 0 ? [$"组织机构代码改变，{Administrators} 名管理员须用新代码登录，请通知他们。"] : Array.Empty<string>(),
    ];
}
