using HnCe.Domain.Organizations;
using HnCe.Graph.Accounts;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

/// <summary>What an employer or an institution tells of itself to register; codes are of the code lists. EMP-01 to EMP-03, INS-01, INS-02.</summary>
public sealed class OrganizationInput : OrganizationFields
{
    /// <summary>组织机构代码, nine characters by GB 11714, or the unified credit code of 18 characters by GB 32100. EMP-01.</summary>
    public required string Code { get; init; }

    /// <summary>Ticket that <c>POST /files</c> answered a visitor with: the scan of the certificate, JPG, PNG or PDF; good for two hours and one registration. 组织机构代码证扫描件. EMP-01.</summary>
    public required string Scan { get; init; }

    /// <summary>单位名称, 2 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>所属区域, six-digit region code.</summary>
    public required string RegionCode { get; init; }

    /// <summary>同级人社部门, active: the region's bureau or one above it. It reviews. EMP-02, Q3.</summary>
    public Key<HrBureauView>? Supervisor { get; init; }

    /// <summary>行业主管部门, active and beside such a bureau; null where there is none. EMP-02.</summary>
    public Key<IndustryDepartmentView>? IndustryDepartment { get; init; }

    internal OrganizationApplication With(ApplicantInput applicant) => new()
    {
        Code = Code,
        Scan = Scan,
        Name = Name,
        RegionCode = RegionCode,
        SupervisorId = Supervisor?.Value,
        IndustryDepartmentId = IndustryDepartment?.Value,
        Data = ToData(),
        Applicant = applicant.ToApplicant(),
    };
}

/// <summary>What is filled in at 单位注册. EMP-01 to EMP-04.</summary>
public sealed class RegisterEmployerInput
{
    /// <summary>The employer. 单位基本信息.</summary>
    public required OrganizationInput Organization { get; init; }

    /// <summary>Its first administrator. 申请人账户.</summary>
    public required ApplicantInput Applicant { get; init; }
}

/// <summary>What is filled in at 施教机构注册. INS-01 to INS-03.</summary>
public sealed class RegisterInstitutionInput
{
    /// <summary>The institution. 施教机构基本信息.</summary>
    public required OrganizationInput Organization { get; init; }

    /// <summary>Its first administrator. 申请人账户.</summary>
    public required ApplicantInput Applicant { get; init; }
}

/// <summary>What is filled in at 市、区（县）人社局注册. BUR-01.</summary>
public sealed class RegisterBureauAdministratorInput
{
    /// <summary>The bureau, of a city or a county; the bureau above it reviews. 人社局.</summary>
    public Key<HrBureauView>? Bureau { get; init; }

    /// <summary>The new administrator. 申请人账户.</summary>
    public required ApplicantInput Applicant { get; init; }
}

/// <summary>The department that registers, or that a further administrator registers at. DEP-01, Q5.</summary>
public sealed class DepartmentApplicationInput
{
    /// <summary>同级人社部门, active. It reviews.</summary>
    public Key<HrBureauView>? Bureau { get; init; }

    /// <summary>组织机构代码, nine characters by GB 11714, or the unified credit code of 18 characters by GB 32100.</summary>
    public required string Code { get; init; }

    /// <summary>行业主管部门单位名称, 2 to 100 characters.</summary>
    public required string Name { get; init; }
}

/// <summary>What is filled in at 行业主管部门管理员注册. DEP-01.</summary>
public sealed class RegisterIndustryDepartmentInput
{
    /// <summary>The department. 行业主管部门.</summary>
    public required DepartmentApplicationInput Department { get; init; }

    /// <summary>Its administrator. 申请人账户.</summary>
    public required ApplicantInput Applicant { get; init; }
}
