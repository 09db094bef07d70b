using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Files;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

/// <summary>What an organization tells of itself, for those who administer it or decide on it. 单位信息. EMP-02, EMP-03, INS-02, DEP-05.</summary>
[Name("OrganizationDetails")]
public sealed class OrganizationDetailsView
{
    /// <summary>The codes.</summary>
    [Ignore]
    public OrganizationData Data { get; init; } = new();

    /// <summary>Code of the region.</summary>
    [Ignore]
    public string RegionCode { get; init; } = "";

    /// <summary>State. 状态.</summary>
    public OrganizationState State { get; init; }

    /// <summary>Name of the region with the city above. 所属区域.</summary>
    public string RegionName => RegionNames.FullNameOf(RegionCode);

    /// <summary>The bureau that decides on it. 同级人社部门. EMP-09.</summary>
    public HrBureauView? Supervisor { get; init; }

    /// <summary>Its industry department; null where there is none. 行业主管部门.</summary>
    public IndustryDepartmentView? IndustryDepartment { get; init; }

    /// <summary>Scan of the organization code certificate; null where none was uploaded. 组织机构代码证扫描件. EMP-01.</summary>
    public AttachmentView? CertificateScan { get; init; }

    /// <summary>统一社会信用代码.</summary>
    public string? CreditCode => Data.CreditCode;

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

    /// <summary>单位性质, code of UNIT_NATURES.</summary>
    public string? Nature => Data.Nature;

    /// <summary>单位性质, its name.</summary>
    public string? NatureName => SeedFile.NameOf("unit_natures", Data.Nature);

    /// <summary>单位隶属关系, code of AFFILIATIONS.</summary>
    public string? Affiliation => Data.Affiliation;

    /// <summary>单位隶属关系, its name.</summary>
    public string? AffiliationName => SeedFile.NameOf("affiliations", Data.Affiliation);

    /// <summary>单位级别, code of UNIT_LEVELS.</summary>
    public string? Level => Data.Level;

    /// <summary>单位级别, its name.</summary>
    public string? LevelName => SeedFile.NameOf("unit_levels", Data.Level);

    /// <summary>所属行业, code of INDUSTRIES.</summary>
    public string? Industry => Data.Industry;

    /// <summary>所属行业, its name.</summary>
    public string? IndustryName => SeedFile.NameOf("industries", Data.Industry);

    /// <summary>培训机构级别, code of INSTITUTION_LEVELS.</summary>
    public string? InstitutionLevel => Data.InstitutionLevel;

    /// <summary>培训机构级别, its name.</summary>
    public string? InstitutionLevelName => SeedFile.NameOf("institution_levels", Data.InstitutionLevel);

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Organization, OrganizationDetailsView>> Shape = o => new()
    {
        Data = o.Data,
        RegionCode = o.RegionCode,
        State = o.State,
        Supervisor = HrBureauView.Shape.OfOptional(o.Supervisor),
        IndustryDepartment = IndustryDepartmentView.Shape.OfOptional(o.IndustryDepartment),
        CertificateScan = AttachmentView.Shape.OfOptional(o.CertificateScan),
    };
}

/// <summary>What an organization tells of itself; codes are of the code lists. Code, region and reviewing bodies are no part of it. EMP-08, EMP-09, INS-07.</summary>
public sealed class OrganizationDataInput
{
    /// <summary>统一社会信用代码, 18 characters.</summary>
    public string? CreditCode { get; init; }

    /// <summary>单位地址.</summary>
    public string? Address { get; init; }

    /// <summary>邮政编码, six digits.</summary>
    public string? PostalCode { get; init; }

    /// <summary>法定代表人.</summary>
    public string? LegalRepresentative { get; init; }

    /// <summary>联系人.</summary>
    public string? Contact { get; init; }

    /// <summary>联系电话.</summary>
    public string? Phone { get; init; }

    /// <summary>传真.</summary>
    public string? Fax { get; init; }

    /// <summary>电子邮箱.</summary>
    public string? Mail { get; init; }

    /// <summary>专业技术人员总数.</summary>
    public int? ProfessionalCount { get; init; }

    /// <summary>单位性质, code of UNIT_NATURES.</summary>
    public string? Nature { get; init; }

    /// <summary>单位隶属关系, code of AFFILIATIONS.</summary>
    public string? Affiliation { get; init; }

    /// <summary>单位级别, code of UNIT_LEVELS.</summary>
    public string? Level { get; init; }

    /// <summary>所属行业, code of INDUSTRIES.</summary>
    public string? Industry { get; init; }

    /// <summary>培训机构级别, code of INSTITUTION_LEVELS.</summary>
    public string? InstitutionLevel { get; init; }

    internal OrganizationData ToData() => new()
    {
        CreditCode = CreditCode,
        Address = Address,
        PostalCode = PostalCode,
        LegalRepresentative = LegalRepresentative,
        Contact = Contact,
        Phone = Phone,
        Fax = Fax,
        Mail = Mail,
        ProfessionalCount = ProfessionalCount,
        Nature = Nature,
        Affiliation = Affiliation,
        Level = Level,
        Industry = Industry,
        InstitutionLevel = InstitutionLevel,
    };
}
