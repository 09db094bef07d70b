using System.Linq.Expressions;
using GraphQL;
using GraphQL.DataLoader;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Files;
using HnCe.Graph.ReferenceData;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

/// <summary>An organization in full, for those who administer it, decide on it or look after it. 单位信息. EMP-08, DEP-05, BUR-06, BUR-09 to BUR-12, PRO-06 to PRO-09.</summary>
[Name("OrganizationDetails")]
public sealed class OrganizationDetailsView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Codes and texts.</summary>
    [Ignore]
    public OrganizationData Data { get; init; } = new();

    /// <summary>Kind. 机构类别.</summary>
    public OrganizationKind Kind { get; init; }

    /// <summary>Name as registered. 单位名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>Nine characters by GB 11714, without hyphen. 组织机构代码.</summary>
    public string? Code { get; init; }

    /// <summary>Six-digit region code. 所属区域.</summary>
    public string RegionCode { get; init; } = "";

    /// <summary>Name of the region with the city above. 所属区域. PIC-04.</summary>
    [Needs(nameof(RegionCode))]
    public string RegionName => RegionNames.FullNameOf(RegionCode);

    /// <summary>State. 状态. BAS-07.</summary>
    public OrganizationState State { get; init; }

    /// <summary>Tier of an HR bureau; null for other kinds. 级别. BUR-02.</summary>
    public BureauTier? Tier { get; init; }

    /// <summary>The same-level bureau; for a bureau, its parent. 同级人社部门.</summary>
    public HrBureauView? Supervisor { get; init; }

    /// <summary>The industry department; null where there is none. 行业主管部门.</summary>
    public IndustryDepartmentView? IndustryDepartment { get; init; }

    /// <summary>Scan of the certificate of its code; null where none was sent. 组织机构代码证扫描件. EMP-01, INS-01.</summary>
    public AttachmentView? CertificateScan { get; init; }

    /// <summary>统一社会信用代码.</summary>
    public string? CreditCode => Data.CreditCode;

    /// <summary>单位性质, code of UNIT_NATURES. EMP-02.</summary>
    public string? Nature => Data.Nature;

    /// <summary>单位级别, code of UNIT_LEVELS. EMP-02.</summary>
    public string? Level => Data.Level;

    /// <summary>单位级别 in words.</summary>
    public string? LevelName => SeedFile.NameOf("unit_levels", Data.Level);

    /// <summary>单位隶属关系, code of AFFILIATIONS. EMP-02.</summary>
    public string? Affiliation => Data.Affiliation;

    /// <summary>所属行业, code of INDUSTRIES. EMP-02, INS-02.</summary>
    public string? Industry => Data.Industry;

    /// <summary>所属行业 in words.</summary>
    public string? IndustryName => SeedFile.NameOf("industries", Data.Industry);

    /// <summary>施教机构级别, code of INSTITUTION_LEVELS. INS-02.</summary>
    public string? InstitutionLevel => Data.InstitutionLevel;

    /// <summary>施教机构级别 in words.</summary>
    public string? InstitutionLevelName => SeedFile.NameOf("institution_levels", Data.InstitutionLevel);

    /// <summary>单位地址.</summary>
    public string? Address => Data.Address;

    /// <summary>邮政编码.</summary>
    public string? PostalCode => Data.PostalCode;

    /// <summary>法定代表人.</summary>
    public string? LegalRepresentative => Data.LegalRepresentative;

    /// <summary>联系人.</summary>
    public string? Contact => Data.Contact;

    /// <summary>联系电话.</summary>
    public string? Phone => Data.Phone;

    /// <summary>传真.</summary>
    public string? Fax => Data.Fax;

    /// <summary>电子邮箱.</summary>
    public string? Mail => Data.Mail;

    /// <summary>专业技术人员总数, as told by the unit.</summary>
    public int? ProfessionalCount => Data.ProfessionalCount;

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Organization, OrganizationDetailsView>> Shape = o => new()
    {
        Key = o.Id,
        Data = o.Data,
        Kind = o is HrBureau ? OrganizationKind.HrBureau
            : o is IndustryDepartment ? OrganizationKind.IndustryDepartment
            : o is Employer ? OrganizationKind.Employer
            : OrganizationKind.TrainingInstitution,
        Name = o.Name,
        Code = o.OrgCode,
        RegionCode = o.RegionCode,
        State = o.State,
        Tier = o is HrBureau ? ((HrBureau)o).Tier : null,
        Supervisor = HrBureauView.Shape.OfOptional(o.Supervisor),
        IndustryDepartment = IndustryDepartmentView.Shape.OfOptional(o.IndustryDepartment),
        CertificateScan = AttachmentView.Shape.OfOptional(o.CertificateScan),
    };
}

[Extends<OrganizationDetailsView>]
internal static class OrganizationNumbers
{
    /// <summary>单位性质 in words, as base data calls it now. BAS-03.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="names">Loads.</param>
    public static IDataLoaderResult<string?>? NatureName([Parent] OrganizationDetailsView organization, [FromServices] KeptCodeNames names) =>
        organization.Data.Nature is { } code ? names.Load(code, KeptCodeList.UnitNatures) : null;

    /// <summary>单位隶属关系 in words, as base data calls it now. BAS-04.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="names">Loads.</param>
    public static IDataLoaderResult<string?>? AffiliationName([Parent] OrganizationDetailsView organization, [FromServices] KeptCodeNames names) =>
        organization.Data.Affiliation is { } code ? names.Load(code, KeptCodeList.Affiliations) : null;

    /// <summary>Administrators in force or disabled. 管理员数. S-MAN-01.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="numbers">Counts.</param>
    public static IDataLoaderResult<int> Administrators([Parent] OrganizationDetailsView organization, [FromServices] AdministratorsByOrganization numbers) =>
        numbers.Load(organization.Key, 0);

    /// <summary>Approved professionals of an employer; 0 for other kinds. 人数. S-MAN-03.</summary>
    /// <param name="organization">The organization.</param>
    /// <param name="numbers">Counts.</param>
    public static IDataLoaderResult<int> Professionals([Parent] OrganizationDetailsView organization, [FromServices] ProfessionalsByEmployer numbers) =>
        numbers.Load(organization.Key, 0);
}

internal sealed class AdministratorsByOrganization(ManagedOrganizationReader organizations) : BatchLoader<long, int, int>
{
    protected override Task<IReadOnlyDictionary<long, int>> LoadAsync(IReadOnlyList<long> keys, int selection, CancellationToken cancel) =>
        organizations.CountAdministratorsAsync(keys, cancel);
}

internal sealed class ProfessionalsByEmployer(ManagedOrganizationReader organizations) : BatchLoader<long, int, int>
{
    protected override Task<IReadOnlyDictionary<long, int>> LoadAsync(IReadOnlyList<long> keys, int selection, CancellationToken cancel) =>
        organizations.CountProfessionalsAsync(keys, cancel);
}
