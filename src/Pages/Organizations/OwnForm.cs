using System.Globalization;

namespace HnCe.Pages.Organizations;

/// <summary>What an organization tells of itself, as typed. Code, region and reviewing bodies are not in it. Source: EMP-08, EMP-09, INS-07.</summary>
public sealed class OwnForm
{
    public string? Name { get; set; }

    public string? CreditCode { get; set; }

    public string? Address { get; set; }

    public string? PostalCode { get; set; }

    public string? LegalRepresentative { get; set; }

    public string? Contact { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public string? Mail { get; set; }

    public string? ProfessionalCount { get; set; }

    public string? Nature { get; set; }

    public string? Affiliation { get; set; }

    public string? Level { get; set; }

    public string? Industry { get; set; }

    public string? InstitutionLevel { get; set; }

    /// <summary>专业技术人员总数: -1 when left out, null when it is no number.</summary>
    internal int? People => string.IsNullOrWhiteSpace(ProfessionalCount) ? -1
        : int.TryParse(ProfessionalCount.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var people) ? people : null;

    /// <summary>The form as it is filled in now.</summary>
    internal static OwnForm Of(OwnModel.Organization own, OwnModel.Told told) => new()
    {
        Name = own.Name,
        CreditCode = told.CreditCode,
        Address = told.Address,
        PostalCode = told.PostalCode,
        LegalRepresentative = told.LegalRepresentative,
        Contact = told.Contact,
        Phone = told.Phone,
        Fax = told.Fax,
        Mail = told.Mail,
        ProfessionalCount = told.ProfessionalCount?.ToString(CultureInfo.InvariantCulture),
        Nature = told.Nature,
        Affiliation = told.Affiliation,
        Level = told.Level,
        Industry = told.Industry,
        InstitutionLevel = told.InstitutionLevel,
    };

    /// <summary>As the graph takes it.</summary>
    internal object ToInput() => new
    {
        name = Name ?? "",
        data = new
        {
            CreditCode,
            Address,
            PostalCode,
            LegalRepresentative,
            Contact,
            Phone,
            Fax,
            Mail,
            ProfessionalCount = People < 0 ? null : People,
            Nature,
            Affiliation,
            Level,
            Industry,
            InstitutionLevel,
        },
    };
}
