using HnCe.Pages.Exports;

namespace HnCe.Pages.Accounts;

/// <summary>专业技术人员管理 as a table for Excel. Source: EMP-16.</summary>
internal static class ProfessionalTable
{
    public static readonly ListExport Professionals = new ListExport<ProfessionalLine>("professionals", "专业技术人员", "Accounts/Tables.graphql", "Professionals",
    [
        new("姓名", row => row.Name), new("性别", row => ExportWords.Sex(row.Sex)), new("身份证号码", row => row.IdNumber), new("部门", row => row.Department?.Name),
        new("职称级别", row => row.TitleLevel), new("专业技术职务", row => row.TitleName), new("从事专业", row => row.Occupation), new("手机", row => row.Mobile),
        new("审核通过", row => ExportWords.Minute(row.ApprovedAt)),
    ]);
}

/// <summary>A professional in a table.</summary>
internal sealed record ProfessionalLine(
    string Name, string Sex, string IdNumber, string TitleLevel, string? TitleName, string? Occupation, string Mobile, DateTime? ApprovedAt, ProfessionalLine.Named? Department)
{
    internal sealed record Named(string Name);
}
