namespace HnCe.Domain.Organizations;

/// <summary>What an organization tells of itself besides name, code and place; codes are of the lists in ReferenceData. Source: EMP-02, EMP-03, INS-02, BAS-06.</summary>
public sealed record OrganizationData
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

    /// <summary>专业技术人员总数, as told by the unit.</summary>
    public int? ProfessionalCount { get; init; }

    /// <summary>单位性质, code of unit_natures.</summary>
    public string? Nature { get; init; }

    /// <summary>单位隶属关系, code of affiliations.</summary>
    public string? Affiliation { get; init; }

    /// <summary>单位级别, code of unit_levels.</summary>
    public string? Level { get; init; }

    /// <summary>所属行业, code of industries.</summary>
    public string? Industry { get; init; }

    /// <summary>培训机构级别, code of institution_levels.</summary>
    public string? InstitutionLevel { get; init; }
}
