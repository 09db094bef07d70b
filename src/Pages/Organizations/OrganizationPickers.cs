using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Organizations;

/// <summary>Which picker belongs to which field of the registrations of organizations. Source: EMP-02, INS-02, DEP-01, PIC-02.</summary>
internal static class OrganizationPickers
{
    /// <summary>Address of the picker of a field, such as <c>organization.supervisor</c>; null for a field that has none.</summary>
    /// <param name="url">Makes addresses.</param>
    /// <param name="form">Page that the choice leads back to.</param>
    /// <param name="field">The field.</param>
    /// <param name="regionCode">The region chosen in the form; script adds it by itself.</param>
    public static string? AddressOf(IUrlHelper url, string form, string field, string? regionCode = null)
    {
        var back = url.Page(form);
        return field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..] switch
        {
            "regionCode" => url.Page("/ReferenceData/PickRegion", new { field, back }),
            "bureau" or "supervisor" => url.Page("/Organizations/PickBureau", new { field, back, regionCode }),
            "industryDepartment" => url.Page("/Organizations/PickIndustryDepartment", new { field, back, regionCode }),
            "nature" => Codes("natures"),
            "affiliation" => Codes("affiliations"),
            "level" => Codes("levels"),
            "industry" => Codes("industries"),
            "institutionLevel" => Codes("institutionlevels"),
            _ => null,
        };

        string? Codes(string list) => url.Page("/ReferenceData/PickCode", new { list, field, back });
    }

    /// <summary>A bureau or a department is picked for a region.</summary>
    public static UserError? MissingFor(string field, string? regionCode) =>
        regionCode is null && (field.EndsWith(".bureau", StringComparison.Ordinal) || field.EndsWith(".supervisor", StringComparison.Ordinal) || field.EndsWith(".industryDepartment", StringComparison.Ordinal))
            ? new("REGION_FIRST", "请先选择所属区域", field)
            : null;
}
