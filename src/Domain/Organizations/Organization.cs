using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Files;

namespace HnCe.Domain.Organizations;

/// <summary>State of an organization (SPEC §18).</summary>
public enum OrganizationState
{
    /// <summary>待审核: registered, not yet passed.</summary>
    Pending,

    /// <summary>正常.</summary>
    Active,

    /// <summary>不通过.</summary>
    Rejected,

    /// <summary>停用: kept for history; no sign-in, registration or forwarding target.</summary>
    Retired,
}

/// <summary>Tier of an HR bureau.</summary>
public enum BureauTier
{
    /// <summary>省: exactly one.</summary>
    Province,

    /// <summary>市: a prefecture city, and 济源.</summary>
    City,

    /// <summary>县（市、区）.</summary>
    County,
}

/// <summary>
/// Any of the four kinds of organization; one hierarchy, one table. Rows are retired, never deleted.
/// </summary>
public abstract class Organization : IScoped<Organization>
{
    /// <summary>For the database.</summary>
    protected Organization()
    {
    }

    /// <summary>A new organization below a supervising bureau.</summary>
    protected Organization(string name, string? orgCode, string regionCode, HrBureau? supervisor)
    {
        Name = name;
        SearchName = NameGram.Normalize(name);
        OrgCode = CodeKey = orgCode;
        Place(regionCode, supervisor);
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Name as registered (单位名称), up to 100 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Name folded for searching; see <see cref="NameGram"/>.</summary>
    public string SearchName { get; private set; } = "";

    /// <summary>组织机构代码, nine characters without hyphen; the organization's half of the sign-in key.</summary>
    public string? OrgCode { get; private set; }

    /// <summary>The code while it is taken: unique within a kind; null once the registration was refused, so that it may be used again. Source: MSG-14.</summary>
    public string? CodeKey { get; private set; }

    /// <summary>所属区域, six-digit region code.</summary>
    public string RegionCode { get; private set; } = "";

    /// <summary>Level column: prefecture city that the organization belongs to. See <see cref="Organizations.Area"/>.</summary>
    public string? CityCode { get; protected set; }

    /// <summary>Level column: county that the organization belongs to.</summary>
    public string? CountyCode { get; protected set; }

    /// <summary>Key of the same-level bureau (同级人社部门); for a bureau, its parent.</summary>
    public long? SupervisorId { get; private set; }

    /// <summary>The same-level bureau; for a bureau, its parent.</summary>
    public HrBureau? Supervisor { get; private set; }

    /// <summary>Key of the industry department (行业主管部门); null where there is none.</summary>
    public long? IndustryDepartmentId { get; protected set; }

    /// <summary>The industry department.</summary>
    public IndustryDepartment? IndustryDepartment { get; protected set; }

    /// <summary>Address, contacts and classification.</summary>
    public OrganizationData Data { get; private set; } = new();

    /// <summary>Key of the scan.</summary>
    public long? CertificateScanId { get; private set; }

    /// <summary>组织机构代码证扫描件. Source: EMP-01, INS-01.</summary>
    public Attachment? CertificateScan { get; private set; }

    /// <summary>State.</summary>
    public OrganizationState State { get; private set; } = OrganizationState.Active;

    /// <inheritdoc/>
    public static Expression<Func<Organization, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Everywhere => _ => true,
        Jurisdiction.City { Code: var code } => o => o.CityCode == code,
        Jurisdiction.County { Code: var code } => o => o.CountyCode == code,
        Jurisdiction.OneOrganization { Id: var id } => o => o.Id == id,
        Jurisdiction.Employer { Id: var id } => o => o.Id == id,
        Jurisdiction.Industry { Id: var id } => o => o.IndustryDepartmentId == id || o.Id == id,
        _ => _ => false,
    };

    /// <summary>停用: no new registration, sign-in or forwarding. Source: BAS-07.</summary>
    public void Retire() => State = OrganizationState.Retired;

    /// <summary>启用 after 停用.</summary>
    public void Reactivate() => State = OrganizationState.Active;

    /// <summary>Registered by its first administrator, and waits for the bureau. Source: EMP-05, INS-04, DEP-02.</summary>
    public void AwaitReview(Attachment? certificateScan) => (State, CertificateScan) = (OrganizationState.Pending, certificateScan);

    /// <summary>Changes its data. Source: EMP-08, INS-07.</summary>
    public void Describe(OrganizationData data) => Data = data;

    /// <summary>Changes name and code; the name index must be written anew, see <see cref="NameGram"/>. Source: BAS-01, BAS-02.</summary>
    public void Rename(string name, string? orgCode)
    {
        (Name, SearchName) = (name, NameGram.Normalize(name));
        OrgCode = CodeKey = orgCode;
    }

    /// <summary>Puts it into a region and below a bureau; the level columns are the bureau's.</summary>
    protected void Place(string regionCode, HrBureau? supervisor)
    {
        RegionCode = regionCode;
        (Supervisor, SupervisorId) = (supervisor, supervisor is { Id: > 0 } ? supervisor.Id : null);
        (CityCode, CountyCode) = (supervisor?.CityCode, supervisor?.CountyCode);
    }
}

/// <summary>人社部门: an HR bureau of province, city or county; a node of the bureau tree, which is data. Source: Q4.</summary>
public sealed class HrBureau : Organization
{
    private HrBureau()
    {
    }

    /// <summary>A bureau below its parent; the province has none.</summary>
    public HrBureau(string name, string? orgCode, string regionCode, BureauTier tier, HrBureau? parent)
        : base(name, orgCode, regionCode, parent) => Move(regionCode, tier, parent);

    /// <summary>Tier of the bureau.</summary>
    public BureauTier Tier { get; private set; }

    /// <summary>The bureau's own place in the tree.</summary>
    public Area Area => new(CityCode, CountyCode);

    /// <summary>The place in the tree of a bureau of some tier and region below a parent. Source: Q4.</summary>
    public static Area AreaOf(string regionCode, BureauTier tier, HrBureau? parent) =>
        new(tier is BureauTier.City ? regionCode : parent?.CityCode, tier is BureauTier.County ? regionCode : null);

    /// <summary>Moves it in the tree; what lies below must follow, see <see cref="MovedBureau"/>. Source: BAS-02, Q4.</summary>
    public void Move(string regionCode, BureauTier tier, HrBureau? parent)
    {
        Place(regionCode, parent);
        Tier = tier;
        (CityCode, CountyCode) = AreaOf(regionCode, tier, parent);
    }
}

/// <summary>行业主管部门: an industry department beside one bureau.</summary>
public sealed class IndustryDepartment : Organization
{
    private IndustryDepartment()
    {
    }

    /// <summary>A department beside its same-level bureau. Source: DEP-01.</summary>
    public IndustryDepartment(string name, string orgCode, HrBureau supervisor)
        : base(name, orgCode, supervisor.RegionCode, supervisor)
    {
    }

    /// <summary>Moves it to another region or beside another bureau. Source: BAS-01.</summary>
    public void Move(string regionCode, HrBureau supervisor) => Place(regionCode, supervisor);
}

/// <summary>法人单位: an employer with its professionals and departments.</summary>
public sealed class Employer : Organization
{
    private Employer()
    {
    }

    /// <summary>An employer below its same-level bureau, with or without an industry department. Source: EMP-02, EMP-24.</summary>
    public Employer(string name, string orgCode, string regionCode, HrBureau supervisor, IndustryDepartment? industryDepartment)
        : base(name, orgCode, regionCode, supervisor) => IndustryDepartment = industryDepartment;

    /// <summary>Departments (下属部门) of this employer.</summary>
    public ICollection<Department> Departments { get; private set; } = [];
}

/// <summary>施教机构: a training institution.</summary>
public sealed class TrainingInstitution : Organization
{
    private TrainingInstitution()
    {
    }

    /// <summary>An institution below its same-level bureau. Source: INS-02.</summary>
    public TrainingInstitution(string name, string orgCode, string regionCode, HrBureau supervisor, IndustryDepartment? industryDepartment)
        : base(name, orgCode, regionCode, supervisor) => IndustryDepartment = industryDepartment;
}

/// <summary>下属部门: a department inside one employer; a tree. Source: EMP-13.</summary>
public sealed class Department : IScoped<Department>, IAudited
{
    private Department()
    {
    }

    /// <summary>A department of an employer, below another of its departments or at the top.</summary>
    public Department(Employer employer, string name, Department? parent, int order)
    {
        Employer = employer;
        Name = name;
        Parent = parent;
        Order = order;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the employer.</summary>
    public long EmployerId { get; private set; }

    /// <summary>The employer.</summary>
    public Employer Employer { get; private set; } = null!;

    /// <summary>Key of the department above; null at the top.</summary>
    public long? ParentId { get; private set; }

    /// <summary>The department above.</summary>
    public Department? Parent { get; private set; }

    /// <summary>部门名称, up to 50 characters.</summary>
    public string Name { get; private set; } = "";

    /// <summary>排序.</summary>
    public int Order { get; private set; }

    /// <summary>停用.</summary>
    public bool Retired { get; private set; }

    /// <inheritdoc/>
    public string AuditSubject => $"Department:{Id}";

    /// <inheritdoc/>
    public static Expression<Func<Department, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Employer { Id: var id } => d => d.EmployerId == id,
        _ => _ => false,
    };

    /// <summary>Changes name, place in the tree and order. Source: EMP-13.</summary>
    public void Change(string name, Department? parent, int order) => (Name, Parent, ParentId, Order) = (name, parent, parent?.Id, order);

    /// <summary>停用 or 启用.</summary>
    public void SetRetired(bool retired) => Retired = retired;
}
