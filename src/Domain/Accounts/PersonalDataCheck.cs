using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Accounts;

/// <summary>Checks personal data against the code lists and the calendar. Source: IND-03, IND-06.</summary>
public static class PersonalDataCheck
{
    private const int MaxText = 100;

    /// <summary>All refusals; only the title level is required.</summary>
    public static IEnumerable<Refusal> Read(PersonalData data, DateOnly today)
    {
        if (!TitleLevels.Needed.Contains(data.TitleLevel))
        {
            yield return new(RefusalCode.Required, "请选择职称级别", "data.titleLevel");
        }

        foreach (var (list, code, path, label) in Coded(data))
        {
            if (code is { Length: > 0 } && !SeedFile.HasCode(list, code))
            {
                yield return new(RefusalCode.NotAnOption, $"{label}不在可选范围内，请重新选择", $"data.{path}");
            }
        }

        foreach (var (text, path, label) in Texts(data))
        {
            if (text is not null && !TypedText.Fits(text, MaxText))
            {
                yield return new(RefusalCode.TooLong, $"{label}不得超过 {MaxText} 字", $"data.{path}");
            }
            else if (text is not null && !TypedText.IsStorable(text))
            {
                yield return new(RefusalCode.InvalidText, $"{label}含有无法保存的字符", $"data.{path}");
            }
        }

        if (data.PostalCode is { Length: > 0 } postal && (postal.Length != 6 || !postal.All(char.IsAsciiDigit)))
        {
            yield return new(RefusalCode.InvalidPostalCode, "邮编应为 6 位数字", "data.postalCode");
        }

        foreach (var (date, path, label) in Dates(data))
        {
            if (date > today || date < new DateOnly(1940, 1, 1))
            {
                yield return new(RefusalCode.DateOutOfRange, $"{label}不能晚于今天，也不能早于 1940 年", $"data.{path}");
            }
        }
    }

    private static IEnumerable<(string List, string? Code, string Path, string Label)> Coded(PersonalData data) =>
    [
        ("title_series", data.TitleSeries, "titleSeries", "职称系列"),
        ("majors", data.Major, "major", "所学专业"),
        ("ethnic_groups", data.EthnicGroup, "ethnicGroup", "民族"),
        ("political_status", data.PoliticalStatus, "politicalStatus", "政治面貌"),
        ("education_levels", data.Education, "education", "学历"),
        ("degrees", data.Degree, "degree", "学位"),
    ];

    private static IEnumerable<(string? Text, string Path, string Label)> Texts(PersonalData data) =>
    [
        (data.TitleName, "titleName", "专业技术职务"),
        (data.Occupation, "occupation", "从事专业"),
        (data.NativePlace, "nativePlace", "籍贯"),
        (data.School, "school", "毕业院校"),
        (data.AdministrativePost, "administrativePost", "行政职务"),
        (data.TitleCertificateNo, "titleCertificateNo", "职称证书编号"),
        (data.AppointedTitle, "appointedTitle", "聘任专业技术职务"),
        (data.PractisingQualification, "practisingQualification", "执业资格名称"),
    ];

    private static IEnumerable<(DateOnly? Date, string Path, string Label)> Dates(PersonalData data) =>
    [
        (data.TitleSince, "titleSince", "职称取得时间"),
        (data.GraduatedOn, "graduatedOn", "毕业时间"),
        (data.WorkingSince, "workingSince", "参加工作时间"),
        (data.AppointedOn, "appointedOn", "聘任时间"),
        (data.QualifiedOn, "qualifiedOn", "执业资格取得时间"),
    ];
}
