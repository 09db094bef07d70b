using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>Checks what an employer or an institution tells of itself, codes against the lists as the pages keep them. Source: EMP-02, EMP-03, INS-02.</summary>
public static partial class OrganizationDataCheck
{
    private const int MostText = 100;
    private const int MostProfessionals = 1_000_000;

    /// <summary>The same data without blanks around it and without full-width digits.</summary>
    public static OrganizationData Clean(OrganizationData data) => data with
    {
        CreditCode = Blank(TypedText.FoldCode(data.CreditCode)),
        Address = Blank(data.Address?.Trim()),
        PostalCode = Blank(TypedText.Fold(data.PostalCode)),
        LegalRepresentative = Blank(data.LegalRepresentative?.Trim()),
        Contact = Blank(data.Contact?.Trim()),
        Phone = Blank(TypedText.Fold(data.Phone)),
        Fax = Blank(TypedText.Fold(data.Fax)),
        Mail = Blank(TypedText.Fold(data.Mail)),
        Nature = Blank(data.Nature),
        Affiliation = Blank(data.Affiliation),
        Level = Blank(data.Level),
        Industry = Blank(data.Industry),
        InstitutionLevel = Blank(data.InstitutionLevel),
    };

    /// <summary>Refusals of cleaned texts and numbers; codes are not looked at.</summary>
    public static IEnumerable<Refusal> Read(OrganizationData data) => Texts(data).Concat(Shapes(data));

    /// <summary>All refusals of cleaned data of an employer, or else of an institution.</summary>
    /// <param name="db">Holds the code lists.</param>
    /// <param name="data">Cleaned data.</param>
    /// <param name="before">What was told before; its codes may stay though they were retired meanwhile.</param>
    /// <param name="isEmployer">Decides what is required.</param>
    /// <param name="cancel">Cancellation.</param>
    public static async Task<IReadOnlyList<Refusal>> ReadAsync(HnCeDbContext db, OrganizationData data, OrganizationData? before, bool isEmployer, CancellationToken cancel) =>
        [.. Read(data), .. await CodesAsync(db, data, before, isEmployer, cancel)];

    private static IEnumerable<Refusal> Texts(OrganizationData data)
    {
        foreach (var (text, path, label) in new[]
        {
            (data.Address, "address", "单位地址"), (data.LegalRepresentative, "legalRepresentative", "法定代表人"), (data.Contact, "contact", "联系人"),
        })
        {
            if (text is null)
            {
                yield return new(RefusalCode.Required, $"请填写{label}", path);
            }
            else if (!TypedText.Fits(text, MostText))
            {
                yield return new(RefusalCode.TooLong, $"{label}不得超过 {MostText} 字", path);
            }
            else if (!TypedText.IsStorable(text))
            {
                yield return new(RefusalCode.InvalidText, $"{label}含有无法保存的字符", path);
            }
        }
    }

    private static IEnumerable<Refusal> Shapes(OrganizationData data)
    {
        if (data.Phone is null || !PhoneShape().IsMatch(data.Phone))
        {
            yield return new(RefusalCode.InvalidPhone, "联系电话不正确，例如 0371-65900000", "phone");
        }

        if (data.Fax is { } fax && !PhoneShape().IsMatch(fax))
        {
            yield return new(RefusalCode.InvalidPhone, "传真不正确，例如 0371-65900000", "fax");
        }

        if (data.Mail is null || !ContactCheck.IsMail(data.Mail))
        {
            yield return new(RefusalCode.InvalidMail, "单位电子邮箱不正确", "mail");
        }

        if (data.PostalCode is { } postal && !PostalShape().IsMatch(postal))
        {
            yield return new(RefusalCode.InvalidPostalCode, "邮政编码为 6 位数字", "postalCode");
        }

        if (data.ProfessionalCount is < 0 or > MostProfessionals)
        {
            yield return new(RefusalCode.OutOfRange, $"专业技术人员总数应为 0 至 {MostProfessionals}", "professionalCount");
        }

        if (data.CreditCode is { } credit && !CreditCode.TryParse(credit, out _))
        {
            yield return CreditCode.Incorrect.At("creditCode");
        }
    }

    private static async Task<IReadOnlyList<Refusal>> CodesAsync(HnCeDbContext db, OrganizationData data, OrganizationData? before, bool isEmployer, CancellationToken cancel)
    {
        (string List, string? Code, string? Before, string Path, string Label, bool Required)[] wanted =
        [
            ("unit_natures", data.Nature, before?.Nature, "nature", "单位性质", isEmployer),
            ("affiliations", data.Affiliation, before?.Affiliation, "affiliation", "单位隶属关系", isEmployer),
            ("unit_levels", data.Level, before?.Level, "level", "单位级别", isEmployer),
            ("industries", data.Industry, before?.Industry, "industry", "所属行业", true),
            ("institution_levels", data.InstitutionLevel, before?.InstitutionLevel, "institutionLevel", "培训机构级别", !isEmployer),
        ];
        var (lists, codes) = (wanted.Select(w => w.List).ToList(), wanted.Select(w => w.Code).OfType<string>().ToList());
        var known = (await db.CodeItems.Where(i => lists.Contains(i.List) && codes.Contains(i.Code) && i.Offered && !i.Retired)
            .Select(i => new { i.List, i.Code }).ToListAsync(cancel)).Select(i => (i.List, i.Code)).ToHashSet();
        return
        [
            .. wanted.Where(w => w.Required && w.Code is null).Select(w => new Refusal(RefusalCode.Required, $"请选择{w.Label}", w.Path)),
            .. wanted.Where(w => w.Code is not null && w.Code != w.Before && !known.Contains((w.List, w.Code))).Select(w => new Refusal(RefusalCode.NotAnOption, $"{w.Label}不在可选范围内，请重新选择", w.Path)),
        ];
    }

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;

    [GeneratedRegex(@"^[0-9+][0-9 \-()]{5,18}[0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex PhoneShape();

    [GeneratedRegex(@"^[0-9]{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex PostalShape();
}
