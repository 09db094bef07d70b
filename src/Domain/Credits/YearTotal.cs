using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;

namespace HnCe.Domain.Credits;

/// <summary>
/// 年度学时完成情况: sums of the ledger for one person and year beside what was required; written in the transaction of the ledger
/// entry, recomputed from the ledger, never added to. Source: CRD-02, CRD-03, IND-26.
/// </summary>
public sealed class YearTotal : IScoped<YearTotal>
{
    private YearTotal()
    {
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the person.</summary>
    public long ProfessionalId { get; private set; }

    /// <summary>The person.</summary>
    public Professional Professional { get; private set; } = null!;

    /// <summary>继续教育年度.</summary>
    public int Year { get; private set; }

    /// <summary>Key of the employer in that year.</summary>
    public long EmployerId { get; private set; }

    /// <summary>Level column.</summary>
    public string? CityCode { get; private set; }

    /// <summary>Level column.</summary>
    public string? CountyCode { get; private set; }

    /// <summary>Industry department of the employer.</summary>
    public long? IndustryDepartmentId { get; private set; }

    /// <summary>职称级别 that decided the required hours. Source: REQ-02.</summary>
    public string TitleLevel { get; private set; } = "";

    /// <summary>公需 应完成, credit hours.</summary>
    public decimal RequiredPublic { get; private set; }

    /// <summary>专业 应完成, credit hours.</summary>
    public decimal RequiredProfessional { get; private set; }

    /// <summary>公需 已完成, credit hours.</summary>
    public decimal PublicHours { get; private set; }

    /// <summary>专业 已完成, credit hours.</summary>
    public decimal ProfessionalHours { get; private set; }

    /// <summary>合格: both minima are reached. Source: CRD-03.</summary>
    public bool Completed { get; private set; }

    /// <inheritdoc/>
    public static Expression<Func<YearTotal, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Everywhere => _ => true,
        Jurisdiction.City { Code: var code } => t => t.CityCode == code,
        Jurisdiction.County { Code: var code } => t => t.CountyCode == code,
        Jurisdiction.Industry { Id: var id } => t => t.IndustryDepartmentId == id,
        Jurisdiction.Employer { Id: var id } => t => t.EmployerId == id,
        Jurisdiction.Own { ProfessionalId: { } id } => t => t.ProfessionalId == id,
        _ => _ => false,
    };
}

/// <summary>年度完成继续教育学时: what one title level must reach in one year. Source: REQ-01.</summary>
public sealed class RequiredHours
{
    private RequiredHours()
    {
    }

    /// <summary>The hours of one year and title level.</summary>
    public RequiredHours(int year, string titleLevel, decimal publicHours, decimal professionalHours)
    {
        Year = year;
        TitleLevel = titleLevel;
        PublicHours = publicHours;
        ProfessionalHours = professionalHours;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>年度.</summary>
    public int Year { get; private set; }

    /// <summary>职称级别, code of title_levels.</summary>
    public string TitleLevel { get; private set; } = "";

    /// <summary>公需课学时.</summary>
    public decimal PublicHours { get; private set; }

    /// <summary>专业课学时.</summary>
    public decimal ProfessionalHours { get; private set; }

    /// <summary>What it is called in the audit log.</summary>
    public string AuditSubject => $"RequiredHours:{Year}/{TitleLevel}";

    /// <summary>Changes the hours. Source: REQ-01.</summary>
    public void Set(decimal publicHours, decimal professionalHours) => (PublicHours, ProfessionalHours) = (publicHours, professionalHours);

    /// <summary>When nothing was ever set: 30 public, 60 professional. Source: REQ-02.</summary>
    public static readonly RequiredHours Fallback = new(0, "", 30, 60);

    /// <summary>The row that holds for a year and level: that of the year, else the nearest earlier year, else <see cref="Fallback"/>. Source: REQ-02.</summary>
    public static RequiredHours For(int year, string titleLevel, IEnumerable<RequiredHours> all) =>
        all.Where(row => row.TitleLevel == titleLevel && row.Year <= year).MaxBy(row => row.Year) ?? Fallback;
}
