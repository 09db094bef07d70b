using HnCe.Domain.Organizations;

namespace HnCe.Graph.Organizations;

/// <summary>What an organization tells of itself, when it registers and later; codes are of the code lists.</summary>
public abstract class OrganizationFields
{
    /// <summary>统一社会信用代码, 18 characters; at registration taken from <c>code</c> when that is one.</summary>
    public string? CreditCode { get; init; }

    /// <summary>单位地址, required to register.</summary>
    public string? Address { get; init; }

    /// <summary>邮政编码, six digits.</summary>
    public string? PostalCode { get; init; }

    /// <summary>法定代表人, required to register.</summary>
    public string? LegalRepresentative { get; init; }

    /// <summary>联系人, required to register.</summary>
    public string? Contact { get; init; }

    /// <summary>联系电话, required to register.</summary>
    public string? Phone { get; init; }

    /// <summary>传真.</summary>
    public string? Fax { get; init; }

    /// <summary>电子邮箱, required to register.</summary>
    public string? Mail { get; init; }

    /// <summary>专业技术人员总数.</summary>
    public int? ProfessionalCount { get; init; }

    /// <summary>单位性质, code of UNIT_NATURES; required for an employer to register.</summary>
    public string? Nature { get; init; }

    /// <summary>单位隶属关系, code of AFFILIATIONS; required for an employer to register.</summary>
    public string? Affiliation { get; init; }

    /// <summary>单位级别, code of UNIT_LEVELS; required for an employer to register.</summary>
    public string? Level { get; init; }

    /// <summary>所属行业, code of INDUSTRIES; required to register.</summary>
    public string? Industry { get; init; }

    /// <summary>培训机构级别, code of INSTITUTION_LEVELS; required for an institution to register.</summary>
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

/// <summary>What an organization tells of itself; codes are of the code lists. Code, region and reviewing bodies are no part of it. EMP-08, EMP-09, INS-07.</summary>
public sealed class OrganizationDataInput : OrganizationFields;
