using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Server;

namespace HnCe.Graph.ReferenceData;

/// <summary>A region of Henan (所属区域) by GB/T 2260. BAS-08.</summary>
[Name("Region")]
public sealed class RegionView
{
    /// <summary>Six-digit code.</summary>
    public string Code { get; init; } = "";

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name with the city above, for example 郑州市金水区. PIC-04.</summary>
    [Needs(nameof(Code))]
    public string FullName => RegionNames.FullNameOf(Code);

    /// <summary>Code of the region above; null for the province.</summary>
    public string? ParentCode { get; init; }

    /// <summary>province, prefecture, county or zone.</summary>
    public string Level { get; init; } = "";

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Region, RegionView>> Shape = r => new() { Code = r.Code, Name = r.Name, ParentCode = r.ParentCode, Level = r.Level };
}

/// <summary>One entry of a code list (代码表). BAS-08.</summary>
[Name("CodeItem")]
public sealed class CodeItemView
{
    /// <summary>Code within its list.</summary>
    public string Code { get; init; } = "";

    /// <summary>Name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Code of the entry above, in lists that are trees.</summary>
    public string? ParentCode { get; init; }

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<CodeItem, CodeItemView>> Shape = i => new() { Code = i.Code, Name = i.Name, ParentCode = i.ParentCode };
}
