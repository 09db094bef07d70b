using System.Linq.Expressions;
using GraphQL;
using GraphQL.DataLoader;
using HnCe.Domain.Access;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

/// <summary>An organization of any kind: HR bureau, industry department, employer or training institution. Names and codes only, so everybody may see it where something refers to it. 机构. SPEC §1.</summary>
[Name("Organization")]
public interface IOrganizationView : INode
{
    /// <summary>Name as registered. 单位名称.</summary>
    string Name { get; }

    /// <summary>Nine characters by GB 11714, without hyphen. 组织机构代码.</summary>
    string? Code { get; }

    /// <summary>Six-digit region code. 所属区域.</summary>
    string RegionCode { get; }

    /// <summary>How each kind comes from the row.</summary>
    static readonly Expression<Func<Organization, IOrganizationView>> Shape = o =>
        o is HrBureau ? HrBureauView.Shape.Of(o)
        : o is IndustryDepartment ? IndustryDepartmentView.Shape.Of(o)
        : o is Employer ? EmployerView.Shape.Of(o)
        : (IOrganizationView)TrainingInstitutionView.Shape.Of(o);
}

/// <summary>An HR bureau of province, city or county, a node of the bureau tree. 人社部门. BUR-02.</summary>
[Name("HrBureau")]
public sealed class HrBureauView : IOrganizationView
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <inheritdoc/>
    public string Name { get; init; } = "";

    /// <inheritdoc/>
    public string? Code { get; init; }

    /// <inheritdoc/>
    public string RegionCode { get; init; } = "";

    /// <summary>Name of the region with the city above, for example 郑州市金水区. 所属区域. PIC-04.</summary>
    [Needs(nameof(RegionCode))]
    public string RegionName => RegionNames.FullNameOf(RegionCode);

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Organization, HrBureauView>> Shape = o => new() { Key = o.Id, Name = o.Name, Code = o.OrgCode, RegionCode = o.RegionCode };
}

/// <summary>An industry department beside one HR bureau. 行业主管部门. DEP-01.</summary>
[Name("IndustryDepartment")]
public sealed class IndustryDepartmentView : IOrganizationView
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <inheritdoc/>
    public string Name { get; init; } = "";

    /// <inheritdoc/>
    public string? Code { get; init; }

    /// <inheritdoc/>
    public string RegionCode { get; init; } = "";

    /// <summary>Name of the region with the city above, for example 郑州市金水区. 所属区域. PIC-04.</summary>
    [Needs(nameof(RegionCode))]
    public string RegionName => RegionNames.FullNameOf(RegionCode);

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Organization, IndustryDepartmentView>> Shape = o => new() { Key = o.Id, Name = o.Name, Code = o.OrgCode, RegionCode = o.RegionCode };
}

/// <summary>A training institution. 施教机构. INS-02.</summary>
[Name("TrainingInstitution")]
public sealed class TrainingInstitutionView : IOrganizationView
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <inheritdoc/>
    public string Name { get; init; } = "";

    /// <inheritdoc/>
    public string? Code { get; init; }

    /// <inheritdoc/>
    public string RegionCode { get; init; } = "";

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Organization, TrainingInstitutionView>> Shape = o => new() { Key = o.Id, Name = o.Name, Code = o.OrgCode, RegionCode = o.RegionCode };
}

/// <summary>An employer with its departments. 法人单位. EMP-02.</summary>
[Name("Employer")]
public sealed class EmployerView : IOrganizationView
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <inheritdoc/>
    public string Name { get; init; } = "";

    /// <inheritdoc/>
    public string? Code { get; init; }

    /// <inheritdoc/>
    public string RegionCode { get; init; } = "";

    /// <summary>Name of the region with the city above, for example 郑州市金水区; tells employers of one name apart. 所属区域. PIC-04.</summary>
    [Needs(nameof(RegionCode))]
    public string RegionName => RegionNames.FullNameOf(RegionCode);

    /// <summary>The bureau that receives its public submissions. 同级人社部门. FWD-01.</summary>
    public HrBureauView? Supervisor { get; init; }

    /// <summary>The department that may receive its professional submissions; null where there is none. 行业主管部门. EMP-24.</summary>
    public IndustryDepartmentView? IndustryDepartment { get; init; }

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Organization, EmployerView>> Shape = o => new()
    {
        Key = o.Id,
        Name = o.Name,
        Code = o.OrgCode,
        RegionCode = o.RegionCode,
        Supervisor = HrBureauView.Shape.OfOptional(o.Supervisor),
        IndustryDepartment = IndustryDepartmentView.Shape.OfOptional(o.IndustryDepartment),
    };
}

/// <summary>A department inside one employer. 下属部门. EMP-13.</summary>
[Name("Department")]
public sealed class DepartmentView
{
    /// <summary>Key.</summary>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Key of the employer.</summary>
    [Ignore]
    public long EmployerKey { get; init; }

    /// <summary>Key of the department above.</summary>
    [Ignore]
    public long? ParentKey { get; init; }

    /// <summary>Opaque id.</summary>
    public Key<DepartmentView> Id => new(Key);

    /// <summary>Name. 部门名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>Opaque id of the department above; null at the top. 上级部门.</summary>
    public Key<DepartmentView>? ParentId => ParentKey is { } key ? new(key) : null;

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Department, DepartmentView>> Shape = d => new() { Key = d.Id, EmployerKey = d.EmployerId, ParentKey = d.ParentId, Name = d.Name };
}

[Extends<EmployerView>]
internal static class EmployerDepartments
{
    /// <summary>Departments that are not retired, in their order. 组织机构. EMP-13.</summary>
    /// <param name="employer">The employer.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="departments">Loads.</param>
    public static IDataLoaderResult<IReadOnlyList<DepartmentView>> Departments(
        [Parent] EmployerView employer, Selected<Department, DepartmentView> selected, [FromServices] DepartmentsByEmployer departments) =>
        departments.Load(employer.Key, selected);
}

internal sealed class DepartmentsByEmployer(OrganizationReader organizations) : BatchLoader<long, Selected<Department, DepartmentView>, IReadOnlyList<DepartmentView>>
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<DepartmentView>>> LoadAsync(
        IReadOnlyList<long> keys, Selected<Department, DepartmentView> selection, CancellationToken cancel) =>
        (await organizations.DepartmentsAsync(keys, selection.Shape, cancel)).GroupBy(d => d.EmployerKey)
            .ToDictionary(group => group.Key, IReadOnlyList<DepartmentView> (group) => [.. group]);
}

internal sealed class EmployerById(OrganizationReader organizations) : BatchLoader<long, Selected<Organization, EmployerView>, EmployerView>
{
    protected override async Task<IReadOnlyDictionary<long, EmployerView>> LoadAsync(
        IReadOnlyList<long> keys, Selected<Organization, EmployerView> selection, CancellationToken cancel) =>
        (await organizations.ReferredAsync(keys, selection.Shape, cancel)).ToDictionary(e => e.Key);
}

[Requires(Permission.ViewOrganizations)]
internal sealed class EmployerNodes(OrganizationReader organizations) : NodeLoader<Organization, EmployerView>
{
    protected override Task<IReadOnlyList<EmployerView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Organization, EmployerView>> shape, CancellationToken cancel) =>
        organizations.FindAsync<Employer, EmployerView>(keys, shape, cancel);
}

[Requires(Permission.ViewOrganizations)]
internal sealed class HrBureauNodes(OrganizationReader organizations) : NodeLoader<Organization, HrBureauView>
{
    protected override Task<IReadOnlyList<HrBureauView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Organization, HrBureauView>> shape, CancellationToken cancel) =>
        organizations.FindAsync<HrBureau, HrBureauView>(keys, shape, cancel);
}

[Requires(Permission.ViewOrganizations)]
internal sealed class IndustryDepartmentNodes(OrganizationReader organizations) : NodeLoader<Organization, IndustryDepartmentView>
{
    protected override Task<IReadOnlyList<IndustryDepartmentView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Organization, IndustryDepartmentView>> shape, CancellationToken cancel) =>
        organizations.FindAsync<IndustryDepartment, IndustryDepartmentView>(keys, shape, cancel);
}

[Requires(Permission.ViewOrganizations)]
internal sealed class TrainingInstitutionNodes(OrganizationReader organizations) : NodeLoader<Organization, TrainingInstitutionView>
{
    protected override Task<IReadOnlyList<TrainingInstitutionView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Organization, TrainingInstitutionView>> shape, CancellationToken cancel) =>
        organizations.FindAsync<TrainingInstitution, TrainingInstitutionView>(keys, shape, cancel);
}
