namespace HnCe.Domain.Certificates;

/// <summary>Everything one certificate shows (合格证书内容), already masked and formatted by the issuing use case. Source: CER-03.</summary>
public sealed record CertificateContent
{
    /// <summary>Certificate number (证书编号) with check character, for example HN20254101000012863M. Source: CER-04.</summary>
    public required string Number { get; init; }

    /// <summary>The calendar year the hours belong to (年度).</summary>
    public required int Year { get; init; }

    /// <summary>Name of the person (姓名); rare characters fall back to the system's Noto CJK fonts.</summary>
    public required string Name { get; init; }

    /// <summary>Sex as printed (性别): 男 or 女.</summary>
    public required string Sex { get; init; }

    /// <summary>ID number with the middle hidden (身份证号码), for example 410105********7826. The full number never comes here.</summary>
    public required string MaskedIdNumber { get; init; }

    /// <summary>Employer (单位).</summary>
    public required string Employer { get; init; }

    /// <summary>Professional title (职称); null or empty leaves it out of the sentence.</summary>
    public string? Title { get; init; }

    /// <summary>Recognised hours of public subjects (公需科目), in 学时.</summary>
    public required decimal PublicHours { get; init; }

    /// <summary>Recognised hours of professional subjects (专业科目), in 学时.</summary>
    public required decimal ProfessionalHours { get; init; }

    /// <summary>All recognised hours of the year (合计), in 学时.</summary>
    public required decimal TotalHours { get; init; }

    /// <summary>The recognised records (学时明细) in printing order; those that do not fit are summed in a last row.</summary>
    public required IReadOnlyList<CertificateRecord> Records { get; init; }

    /// <summary>Full name of the issuing HR bureau (发证机关).</summary>
    public required string IssuedBy { get; init; }

    /// <summary>Day of issue in China (发证日期).</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Absolute address of the public verification page for this number; becomes the QR code. Source: CER-05.</summary>
    public required string VerificationUrl { get; init; }

    /// <summary>Whether the certificate has been revoked (已作废); it then carries these characters across the page. Source: CER-06.</summary>
    public bool Void { get; init; }
}

/// <summary>One row of the list of records (学时明细). Source: CER-03.</summary>
/// <param name="Form">Form of continuing education (形式), for example 发表论文.</param>
/// <param name="Name">What was done (名称).</param>
/// <param name="Category">公需科目 or 专业科目 (科目类型).</param>
/// <param name="Hours">Recognised hours, in 学时.</param>
public sealed record CertificateRecord(string Form, string Name, string Category, decimal Hours);
