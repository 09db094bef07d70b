using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

/// <summary>An HR bureau as its keeper sees it. 人社局信息. BAS-02, BAS-06.</summary>
[Name("BureauRecord")]
public sealed class BureauRecordView
{
    /// <summary>Key.</summary>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Opaque id of the HrBureau.</summary>
    public Key<HrBureauView> Id => new(Key);

    /// <summary>名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>组织机构代码, nine characters; the organization's half of the sign-in key.</summary>
    public string? Code { get; init; }

    /// <summary>所属区域, six-digit region code.</summary>
    public string RegionCode { get; init; } = "";

    /// <summary>Name of the region with the city above. 所属区域.</summary>
    [Needs(nameof(RegionCode))]
    public string RegionName => RegionNames.FullNameOf(RegionCode);

    /// <summary>级别.</summary>
    public BureauTier Tier { get; init; }

    /// <summary>上级人社局; null for the province.</summary>
    public HrBureauView? Parent { get; init; }

    /// <summary>联系人.</summary>
    public string? Contact { get; init; }

    /// <summary>电话.</summary>
    public string? Phone { get; init; }

    /// <summary>状态.</summary>
    public OrganizationState State { get; init; }

    /// <summary>Its name in the audit log, whose lines are its history. 历史. GEN-10.</summary>
    public string AuditSubject => $"{nameof(HrBureau)}:{Key}";

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Organization, BureauRecordView>> Shape = o => new()
    {
        Key = o.Id,
        Name = o.Name,
        Code = o.OrgCode,
        RegionCode = o.RegionCode,
        Tier = ((HrBureau)o).Tier,
        Parent = HrBureauView.Shape.OfOptional(o.Supervisor),
        Contact = o.Data.Contact,
        Phone = o.Data.Phone,
        State = o.State,
    };
}

/// <summary>An industry department as its keeper sees it. 行业主管部门. BAS-01, BAS-06.</summary>
[Name("IndustryDepartmentRecord")]
public sealed class IndustryDepartmentRecordView
{
    /// <summary>Key.</summary>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Opaque id of the IndustryDepartment.</summary>
    public Key<IndustryDepartmentView> Id => new(Key);

    /// <summary>名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>组织机构代码, nine characters; the organization's half of the sign-in key.</summary>
    public string? Code { get; init; }

    /// <summary>所属区域, six-digit region code.</summary>
    public string RegionCode { get; init; } = "";

    /// <summary>Name of the region with the city above. 所属区域.</summary>
    [Needs(nameof(RegionCode))]
    public string RegionName => RegionNames.FullNameOf(RegionCode);

    /// <summary>同级人社部门.</summary>
    public HrBureauView? Supervisor { get; init; }

    /// <summary>行业, code of INDUSTRIES.</summary>
    public string? Industry { get; init; }

    /// <summary>行业, its name.</summary>
    [Needs(nameof(Industry))]
    public string? IndustryName => SeedFile.NameOf("industries", Industry);

    /// <summary>状态.</summary>
    public OrganizationState State { get; init; }

    /// <summary>Its name in the audit log, whose lines are its history. 历史. GEN-10.</summary>
    public string AuditSubject => $"{nameof(IndustryDepartment)}:{Key}";

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Organization, IndustryDepartmentRecordView>> Shape = o => new()
    {
        Key = o.Id,
        Name = o.Name,
        Code = o.OrgCode,
        RegionCode = o.RegionCode,
        Supervisor = HrBureauView.Shape.OfOptional(o.Supervisor),
        Industry = o.Data.Industry,
        State = o.State,
    };
}

/// <summary>What saving would move; nothing is written. 影响. BAS-02, Q4.</summary>
[Name("BaseDataEffects")]
public sealed class BaseDataEffectsView : Payload
{
    /// <summary>What would move; null when it would be refused.</summary>
    public MovedRowsView? Effects { get; init; }
}

/// <summary>Numbers of rows that a change of base data moves. BAS-02, Q4.</summary>
/// <param name="Moves">Whether its place in the tree changes.</param>
/// <param name="Organizations">Organizations whose jurisdiction follows. 单位.</param>
/// <param name="Professionals">Professionals whose jurisdiction follows. 专业技术人员.</param>
/// <param name="Registrations">Waiting registrations of its administrators that go to another bureau. 注册信息.</param>
/// <param name="Administrators">Administrators who sign in with the new code; 0 where the code stays. 管理人员.</param>
[Name("MovedRows")]
public sealed record MovedRowsView(bool Moves, int Organizations, int Professionals, int Registrations, int Administrators);

/// <summary>What waits for a bureau or department, or hangs below it, and what retiring it means. 停用的影响. BAS-07.</summary>
/// <param name="Registrations">Registrations that wait for it, or of its own administrators. 注册信息.</param>
/// <param name="Declarations">Declarations that wait for its verdict. 继续教育信息.</param>
/// <param name="Bureaus">Active bureaus below it. 下级人社局.</param>
/// <param name="Organizations">Active departments, employers and institutions beside it. 所属单位.</param>
/// <param name="Employers">Employers that chose it as industry department; they keep it in their history. 所属法人单位.</param>
/// <param name="Administrators">Active administrators, who can no longer sign in. 管理人员.</param>
/// <param name="Reason">Why it cannot be retired; null when nothing waits.</param>
[Name("RetirementEffects")]
public sealed record RetirementEffectsView(int Registrations, int Declarations, int Bureaus, int Organizations, int Employers, int Administrators, string? Reason)
{
    internal static RetirementEffectsView? Of(PendingItems? found) => found is null ? null
        : new(found.Registrations, found.Declarations, found.Bureaus, found.Organizations, found.Employers, found.Administrators, found.Refusal?.Message);
}
