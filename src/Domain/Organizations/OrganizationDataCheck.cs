using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Organizations;

/// <summary>Checks what an organization tells of itself; refusals are about <c>data.…</c>. Source: EMP-02, EMP-03, INS-02.</summary>
public static partial class OrganizationDataCheck
{
    private const int MostText = 100;
    private const int MostPeople = 1_000_000;

    /// <summary>All refusals. Codes are looked up in the lists as they were seeded.</summary>
    /// <param name="data">What was filled in.</param>
    /// <param name="kind">Role of the organization's administrators; it decides what is required.</param>
    public static IEnumerable<Refusal> Read(OrganizationData data, UserType kind) =>
        Texts(data).Concat(Codes(data, kind)).Concat(Shapes(data)).Concat(Numbers(data));

    private static IEnumerable<Refusal> Texts(OrganizationData data)
    {
        (string? Text, string Path, string Label, bool Required)[] texts =
        [
            (data.Address, "address", "单位地址", true),
            (data.LegalRepresentative, "legalRepresentative", "法定代表人", false),
            (data.Contact, "contact", "联系人", true),
            (data.Phone, "phone", "联系电话", true),
            (data.Mail, "mail", "电子邮箱", true),
        ];
        foreach (var (text, path, label, required) in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                if (required)
                {
                    yield return new(RefusalCode.Required, $"请填写{label}", $"data.{path}");
                }
            }
            else if (!TypedText.Fits(text, MostText))
            {
                yield return new(RefusalCode.TooLong, $"{label}不得超过 {MostText} 字", $"data.{path}");
            }
            else if (!TypedText.IsStorable(text))
            {
                yield return new(RefusalCode.InvalidText, $"{label}含有无法保存的字符", $"data.{path}");
            }
        }
    }

    private static IEnumerable<Refusal> Codes(OrganizationData data, UserType kind)
    {
        (string List, string? Code, string Path, string Label, bool Required)[] codes =
        [
            ("unit_natures", data.Nature, "nature", "单位性质", kind is UserType.Employer),
            ("affiliations", data.Affiliation, "affiliation", "单位隶属关系", false),
            ("unit_levels", data.Level, "level", "单位级别", false),
            ("industries", data.Industry, "industry", "所属行业", false),
            ("institution_levels", data.InstitutionLevel, "institutionLevel", "培训机构级别", kind is UserType.Institution),
        ];
        foreach (var (list, code, path, label, required) in codes)
        {
            if (string.IsNullOrEmpty(code))
            {
                if (required)
                {
                    yield return new(RefusalCode.Required, $"请选择{label}", $"data.{path}");
                }
            }
            else if (!SeedFile.HasCode(list, code))
            {
                yield return new(RefusalCode.NotAnOption, $"{label}不在可选范围内，请重新选择", $"data.{path}");
            }
        }
    }

    private static IEnumerable<Refusal> Shapes(OrganizationData data)
    {
        if (!string.IsNullOrWhiteSpace(data.CreditCode) && !CreditCode.TryParse(data.CreditCode, out _))
        {
            yield return CreditCode.Incorrect.At("data.creditCode");
        }

        if (!Fits(data.PostalCode, PostalCodeShape()))
        {
            yield return new(RefusalCode.InvalidPostalCode, "邮政编码为 6 位数字", "data.postalCode");
        }

        if (!Fits(data.Phone, PhoneShape()))
        {
            yield return new(RefusalCode.InvalidPhone, "联系电话不正确，应为固定电话（如 0371-65900000）或手机号码", "data.phone");
        }

        if (!Fits(data.Fax, PhoneShape()))
        {
            yield return new(RefusalCode.InvalidPhone, "传真号码不正确，应为固定电话（如 0371-65900000）", "data.fax");
        }

        if (!Fits(data.Mail, MailShape()))
        {
            yield return new(RefusalCode.InvalidMail, "电子邮箱不正确", "data.mail");
        }
    }

    private static IEnumerable<Refusal> Numbers(OrganizationData data)
    {
        if (data.ProfessionalCount is < 0 or > MostPeople)
        {
            yield return new(RefusalCode.OutOfRange, "专业技术人员总数不正确", "data.professionalCount");
        }
    }

    private static bool Fits(string? text, Regex shape) => string.IsNullOrWhiteSpace(text) || (text.Length <= MostText && shape.IsMatch(TypedText.Fold(text)));

    [GeneratedRegex(@"^\d{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex PostalCodeShape();

    [GeneratedRegex(@"^((0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?|1[3-9]\d{9})$", RegexOptions.NonBacktracking)]
    private static partial Regex PhoneShape();

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", RegexOptions.NonBacktracking)]
    private static partial Regex MailShape();
}
