using HnCe.Pages.Exports;

namespace HnCe.Pages.Credits;

/// <summary>Lists of years as tables for Excel. Source: BUR-13, EMP-25.</summary>
internal static class YearTables
{
    private const string Document = "Credits/Tables.graphql";

    private static readonly ExportColumn<YearLine>[] Columns =
    [
        new("年度", row => row.Year), new("姓名", row => row.Professional.Name), new("性别", row => ExportWords.Sex(row.Professional.Sex)),
        new("身份证号码", row => row.Professional.IdNumber), new("单位", row => row.Professional.Employer.Name), new("部门", row => row.Professional.Department?.Name),
        new("职称级别", row => row.TitleLevel), new("公需已完成", row => row.PublicHours), new("公需应完成", row => row.RequiredPublic),
        new("专业已完成", row => row.ProfessionalHours), new("专业应完成", row => row.RequiredProfessional), new("是否合格", row => row.Completed ? "合格" : "未合格"),
    ];

    /// <summary>查看继续教育信息.</summary>
    public static readonly ListExport People = new ListExport<YearLine>("people", "继续教育信息", Document, "Years", Columns);

    /// <summary>证书打印.</summary>
    public static readonly ListExport Certificates = new ListExport<YearLine>("certificates", "证书打印", Document, "Certificates",
    [
        .. Columns, new("证书编号", row => row.Certificate is { Valid: true } valid ? valid.Number : null),
        new("打印次数", row => row.Certificate is { Valid: true } valid ? valid.Prints : null),
    ]);
}

/// <summary>A person's year in a table.</summary>
internal sealed record YearLine(
    int Year, string TitleLevel, decimal PublicHours, decimal ProfessionalHours, decimal RequiredPublic, decimal RequiredProfessional, bool Completed,
    YearLine.Person Professional, YearLine.Printed? Certificate = null)
{
    internal sealed record Person(string Name, string Sex, string IdNumber, Named Employer, Named? Department);

    internal sealed record Named(string Name);

    internal sealed record Printed(string Number, bool Valid, int Prints);
}
