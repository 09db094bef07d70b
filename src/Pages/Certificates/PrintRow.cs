using HnCe.Pages.Declarations;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Certificates;

/// <summary>One person and year.</summary>
public sealed record PrintRow(
    string Id, int Year, bool Completed, decimal PublicHours, decimal RequiredPublic, decimal ProfessionalHours, decimal RequiredProfessional,
    OnTheWay Pending, PrintedCertificate? Certificate, PrintPerson Professional)
{
    /// <summary>What is missing, in words: 还差公需 12、专业 4.5 学时. Source: CRD-03.</summary>
    public string Missing => string.Join("、", Parts(RequiredPublic - PublicHours, "公需", RequiredProfessional - ProfessionalHours, "专业"));

    /// <summary>Claimed hours that wait for a verdict; null when there are none.</summary>
    public string? Waiting => Pending.Public + Pending.Professional > 0 ? string.Join("、", Parts(Pending.Public, "公需", Pending.Professional, "专业")) : null;

    private static IEnumerable<string> Parts(decimal first, string firstName, decimal second, string secondName) =>
        new[] { (Hours: first, Name: firstName), (Hours: second, Name: secondName) }.Where(part => part.Hours > 0).Select(part => $"{part.Name} {Number.Hours(part.Hours)}");
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
