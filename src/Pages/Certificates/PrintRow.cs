using HnCe.Pages.Declarations;

namespace HnCe.Pages.Certificates;

/// <summary>One person and year.</summary>
public sealed record PrintRow(
    string Id, int Year, bool Completed, decimal PublicHours, decimal RequiredPublic, decimal ProfessionalHours, decimal RequiredProfessional,
    OnTheWay Pending, PrintedCertificate? Certificate, PrintPerson Professional)
{
    /// <summary>What is missing, in words. Source: CRD-03.</summary>
    public string? Missing => HoursByCategory.Words(RequiredPublic - PublicHours, RequiredProfessional - ProfessionalHours);

    /// <summary>Claimed hours that wait for a verdict; null when there are none.</summary>
    public string? Waiting => HoursByCategory.Words(Pending.Public, Pending.Professional);
}

/// <summary>Claimed hours that are still under way.</summary>
public sealed record OnTheWay(decimal Public, decimal Professional);

/// <summary>The certificate of a year.</summary>
public sealed record PrintedCertificate(string Number, bool Valid, int Prints, string PdfUrl);

/// <summary>The person.</summary>
public sealed record PrintPerson(string Name, string Sex, string IdNumber, NamedAnswer? Department, NamedAnswer Employer)
{
    public string SexWord => Sex switch { "MALE" => "男", "FEMALE" => "女", _ => "" };
}
