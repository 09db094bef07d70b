using System.Globalization;

namespace HnCe.Domain.Certificates;

/// <summary>The sentences of the certificate (证书文字). Source: CER-03; the original manual shows the template only as a picture.</summary>
internal static class Wording
{
    public const string Province = "河南省专业技术人员";
    public const string Heading = "继续教育合格证书";
    public const string Records = "学时明细";
    public const string Total = "合计";
    public const string Seal = "（盖章处）";
    public const string Voided = "已作废";
    public const string ScanOrType = "扫码或凭编号在系统首页";
    public const string CheckIt = "“证书验证”查询真伪";

    public static readonly string[] Columns = ["序号", "名称", "形式", "科目类型", "学时"];

    public static string Number(CertificateContent content) => $"证书编号：{content.Number}";

    public static string Sentence(CertificateContent content) =>
        $"{content.Name}（{content.Sex}，身份证号码{content.MaskedIdNumber}），{content.Employer}，"
        + (string.IsNullOrWhiteSpace(content.Title) ? "" : $"{content.Title}，")
        + $"{content.Year.ToString(CultureInfo.InvariantCulture)}年度参加继续教育，公需科目{Hours(content.PublicHours)}学时、"
        + $"专业科目{Hours(content.ProfessionalHours)}学时，合计{Hours(content.TotalHours)}学时，达到规定要求，准予合格。";

    public static string Rest(int all, int shown, decimal hours) =>
        $"等{Whole(all)}项：以上列出{Whole(shown)}项，其余{Whole(all - shown)}项合并计{Hours(hours)}学时";

    /// <summary>Where people without a scanner type the number; empty when the address is none.</summary>
    public static string Site(CertificateContent content) =>
        Uri.TryCreate(content.VerificationUrl, UriKind.Absolute, out var address) ? address.IdnHost : "";

    public static string Date(DateOnly day) => $"{Whole(day.Year)}年{Whole(day.Month)}月{Whole(day.Day)}日";

    public static string Hours(decimal hours) => hours.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Everything that the sheet sets in the regular weight; the fonts are cut down to it.</summary>
    public static IEnumerable<string> InRegular(CertificateContent content) =>
    [
        Province, Seal, ScanOrType, CheckIt, Site(content), "…0123456789.", Number(content), Sentence(content), Rest(0, 0, 0), Date(content.IssuedOn), content.IssuedBy,
        .. content.Records.Take(RecordTable.MostRows).SelectMany(record => new[] { record.Name, record.Form, record.Category }),
    ];

    /// <summary>Everything that the sheet sets in bold.</summary>
    public static IEnumerable<string> InBold(CertificateContent content) =>
        [Heading, Records, Total, .. Columns, .. content.Void ? [Voided] : Array.Empty<string>()];
}
