namespace HnCe.Pages.Credits;

/// <summary>What one person completed of what was required in one year, as the professional's own pages show it.</summary>
public sealed record YearRow(
    int Year, string TitleLevel, decimal RequiredPublic, decimal RequiredProfessional, decimal PublicHours, decimal ProfessionalHours, bool Completed,
    PendingRow Pending, CertificateRow? Certificate)
{
    public decimal Required => RequiredPublic + RequiredProfessional;

    public decimal Total => PublicHours + ProfessionalHours;

    public decimal MissingPublic => Math.Max(0, RequiredPublic - PublicHours);

    public decimal MissingProfessional => Math.Max(0, RequiredProfessional - ProfessionalHours);

    /// <summary>Each minimum counts for itself: surplus hours of one subject type do not fill the other. Source: CRD-03.</summary>
    public decimal Missing => MissingPublic + MissingProfessional;

    /// <summary>State of the year: a running year is only not yet complete.</summary>
    public string StateIn(int thisYear) => Completed ? "合格" : Year >= thisYear ? "未合格" : "不合格";
}

/// <summary>Hours on their way.</summary>
public sealed record PendingRow(decimal Public, decimal Professional);

/// <summary>The certificate of a year.</summary>
public sealed record CertificateRow(string Number, bool Valid, string PdfUrl);
