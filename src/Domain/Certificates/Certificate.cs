using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Audit;
using HnCe.Domain.Credits;
using HnCe.Domain.Organizations;

namespace HnCe.Domain.Certificates;

/// <summary>
/// 继续教育合格证书 of one person and year. The number is given at the first print and kept; what it said is kept as a snapshot. Source: CER-02 to CER-06.
/// </summary>
public sealed class Certificate : IScoped<Certificate>, IAudited
{
    private Certificate()
    {
    }

    /// <summary>A new certificate of a completed year.</summary>
    public Certificate(string number, YearTotal total, int generation, HrBureau issuer, string content, DateTime at)
    {
        Number = number;
        ProfessionalId = total.ProfessionalId;
        Year = total.Year;
        Generation = generation;
        EmployerId = total.EmployerId;
        CityCode = total.CityCode;
        CountyCode = total.CountyCode;
        Issuer = issuer;
        Content = content;
        IssuedAt = at;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>证书编号. Source: CER-04.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Key of the person.</summary>
    public long ProfessionalId { get; private set; }

    /// <summary>The person.</summary>
    public Professional Professional { get; private set; } = null!;

    /// <summary>继续教育年度.</summary>
    public int Year { get; private set; }

    /// <summary>1 for the first certificate of person and year, one more after each that became void. Source: CER-06.</summary>
    public int Generation { get; private set; }

    /// <summary>Key of the employer.</summary>
    public long EmployerId { get; private set; }

    /// <summary>Level column.</summary>
    public string? CityCode { get; private set; }

    /// <summary>Level column.</summary>
    public string? CountyCode { get; private set; }

    /// <summary>Key of the issuing bureau.</summary>
    public long IssuerId { get; private set; }

    /// <summary>Issuing bureau: the employer's same-level bureau.</summary>
    public HrBureau Issuer { get; private set; } = null!;

    /// <summary>What the certificate says, as JSON of <see cref="CertificateContent"/>; ID number masked.</summary>
    public string Content { get; private set; } = "";

    /// <summary>When it was issued, UTC.</summary>
    public DateTime IssuedAt { get; private set; }

    /// <summary>Prints so far. Source: CER-04.</summary>
    public int Prints { get; private set; }

    /// <summary>When it became void, UTC; null while 有效. Source: CER-06.</summary>
    public DateTime? VoidedAt { get; private set; }

    /// <inheritdoc/>
    public string AuditSubject => $"Certificate:{Number}";

    /// <inheritdoc/>
    public static Expression<Func<Certificate, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Everywhere => _ => true,
        Jurisdiction.City { Code: var code } => c => c.CityCode == code,
        Jurisdiction.County { Code: var code } => c => c.CountyCode == code,
        Jurisdiction.Employer { Id: var id } => c => c.EmployerId == id,
        Jurisdiction.Own { ProfessionalId: { } id } => c => c.ProfessionalId == id,
        _ => _ => false,
    };

    /// <summary>Counts a print.</summary>
    public void Printed() => Prints++;
}

/// <summary>Last sequence given to certificates of one year and region; its row lock orders concurrent prints. Source: CER-04.</summary>
public sealed class CertificateCounter
{
    private CertificateCounter()
    {
    }

    /// <summary>A counter that has just given its first numbers.</summary>
    public CertificateCounter(int year, string regionCode, int last)
    {
        Year = year;
        RegionCode = regionCode;
        Last = last;
    }

    /// <summary>继续教育年度.</summary>
    public int Year { get; private set; }

    /// <summary>Region code of the issuing bureau.</summary>
    public string RegionCode { get; private set; } = "";

    /// <summary>Last sequence given.</summary>
    public int Last { get; private set; }
}
