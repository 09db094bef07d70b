namespace HnCe.Domain.ReferenceData;

/// <summary>所属区域: a region of Henan by GB/T 2260.</summary>
public sealed class Region
{
    /// <summary>Six-digit code.</summary>
    public string Code { get; set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Code of the region above; null for the province.</summary>
    public string? ParentCode { get; set; }

    /// <summary>province, prefecture, county or zone.</summary>
    public string Level { get; set; } = "";

    /// <summary>No longer offered; kept for old records.</summary>
    public bool Retired { get; set; }
}

/// <summary>One entry of a small code list, for example 民族 or 所属行业. Source: BAS-08.</summary>
public sealed class CodeItem
{
    /// <summary>Which list; the file name of its seed.</summary>
    public string List { get; set; } = "";

    /// <summary>Code within the list.</summary>
    public string Code { get; set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Code of the entry above, for lists that are trees.</summary>
    public string? ParentCode { get; set; }

    /// <summary>排序.</summary>
    public int Order { get; set; }

    /// <summary>Whether forms offer it; some entries only group others.</summary>
    public bool Offered { get; set; } = true;

    /// <summary>停用.</summary>
    public bool Retired { get; set; }

    /// <summary>What it is called in the audit log.</summary>
    public string AuditSubject => $"CodeItem:{List}/{Code}";
}
