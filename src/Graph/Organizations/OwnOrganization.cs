using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

/// <summary>The organization that the caller administers. 本单位. EMP-08, INS-07, DEP-05.</summary>
[Name("OwnOrganization")]
public sealed class OwnOrganizationView
{
    /// <summary>Name and code.</summary>
    public IOrganizationView? Organization { get; init; }

    /// <summary>What it tells of itself.</summary>
    public OrganizationDetailsView? Details { get; init; }

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Organization, OwnOrganizationView>> Shape = o => new()
    {
        Organization = IOrganizationView.Shape.Of(o),
        Details = OrganizationDetailsView.Shape.Of(o),
    };
}

/// <summary>A department as its employer keeps it. 下属部门. EMP-13.</summary>
[Name("KeptDepartment")]
public sealed class KeptDepartmentView(KeptDepartment department)
{
    /// <summary>Opaque id, the one of Department.</summary>
    public Key<DepartmentView> Id => new(department.Id);

    /// <summary>Name. 部门名称.</summary>
    public string Name => department.Name;

    /// <summary>Opaque id of the department above; null at the top. 上级部门.</summary>
    public Key<DepartmentView>? ParentId => department.ParentId is { } key ? new(key) : null;

    /// <summary>Place among its sisters. 排序.</summary>
    public int Order => department.Order;

    /// <summary>Whether it is out of use. 停用.</summary>
    public bool Retired => department.Retired;

    /// <summary>Professionals in it, without those of departments below. 人数.</summary>
    public int People => department.People;
}

/// <summary>New name and data of the caller's organization. EMP-08, INS-07.</summary>
public sealed class UpdateOrganizationInput
{
    /// <summary>单位名称, up to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Address, contacts and classification.</summary>
    public required OrganizationDataInput Data { get; init; }
}

/// <summary>A department to be added. EMP-13.</summary>
public sealed class AddDepartmentInput
{
    /// <summary>部门名称, up to 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>上级部门; at the top without it.</summary>
    public Key<DepartmentView>? Parent { get; init; }

    /// <summary>排序, 0 to 9999.</summary>
    public int Order { get; init; }
}

/// <summary>New name and place of a department. EMP-13.</summary>
public sealed class ChangeDepartmentInput
{
    /// <summary>The department.</summary>
    public required Key<DepartmentView> Department { get; init; }

    /// <summary>部门名称, up to 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>上级部门; at the top without it.</summary>
    public Key<DepartmentView>? Parent { get; init; }

    /// <summary>排序, 0 to 9999.</summary>
    public int Order { get; init; }
}

/// <summary>A department that is retired, or taken into use again. EMP-13.</summary>
public sealed class RetireDepartmentInput
{
    /// <summary>The department.</summary>
    public required Key<DepartmentView> Department { get; init; }

    /// <summary>True for 停用, false for 启用.</summary>
    public required bool Retired { get; init; }
}

/// <summary>What came of changing the organization.</summary>
public sealed class UpdateOrganizationPayload : Payload;

/// <summary>What came of adding a department.</summary>
public sealed class AddDepartmentPayload : Payload
{
    /// <summary>The new department; null when refused.</summary>
    public Key<DepartmentView>? DepartmentId { get; init; }
}

/// <summary>What came of changing a department.</summary>
public sealed class ChangeDepartmentPayload : Payload;

/// <summary>What came of retiring a department.</summary>
public sealed class RetireDepartmentPayload : Payload;

[QueryType]
internal static class OwnOrganizationQueries
{
    /// <summary>The organization that the caller administers, in full; null for roles without one. 单位信息管理, 单位信息查看. EMP-08, INS-07, DEP-05.</summary>
    /// <param name="selected">The shape.</param>
    /// <param name="organizations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewOrganizations)]
    public static Task<OwnOrganizationView?> OwnOrganization(
        Selected<Organization, OwnOrganizationView> selected, [FromServices] OrganizationReader organizations, CancellationToken cancel) =>
        organizations.OwnAsync(selected.Shape, cancel);

    /// <summary>All departments of the caller's employer, retired ones too, each after the one above it. 组织机构管理. EMP-13.</summary>
    /// <param name="departments">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ManageDepartments)]
    public static async Task<IReadOnlyList<KeptDepartmentView>> OwnDepartments([FromServices] DepartmentReader departments, CancellationToken cancel) =>
        [.. (await departments.OwnAsync(cancel)).Select(one => new KeptDepartmentView(one))];
}

[MutationType]
internal static class OwnOrganizationMutations
{
    /// <summary>Changes what the caller's organization told of itself; code and reviewing bodies stay. 单位信息管理, 施教机构信息维护. EMP-08, EMP-09, INS-07.</summary>
    /// <param name="input">Name and data.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.MaintainOrganization)]
    public static async Task<UpdateOrganizationPayload> UpdateOrganization(UpdateOrganizationInput input, [FromServices] UpdateOrganization useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Name, input.Data.ToData(), cancel)).To(_ => new UpdateOrganizationPayload());

    /// <summary>Adds a department to the caller's employer. 添加下属部门. EMP-13.</summary>
    /// <param name="input">Name and place.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ManageDepartments)]
    public static async Task<AddDepartmentPayload> AddDepartment(AddDepartmentInput input, [FromServices] AddDepartment useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(new(input.Name, input.Parent?.Value, input.Order), cancel)).To(id => new AddDepartmentPayload { DepartmentId = new(id) });

    /// <summary>Changes name, place and order of a department. 修改部门. EMP-13.</summary>
    /// <param name="input">Which, name and place.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ManageDepartments)]
    public static async Task<ChangeDepartmentPayload> ChangeDepartment(ChangeDepartmentInput input, [FromServices] ChangeDepartment useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Department.Value, new(input.Name, input.Parent?.Value, input.Order), cancel)).To(_ => new ChangeDepartmentPayload());

    /// <summary>Retires a department that nobody is in any more, or takes it into use again. 停用, 启用. EMP-13.</summary>
    /// <param name="input">Which, and how.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ManageDepartments)]
    public static async Task<RetireDepartmentPayload> RetireDepartment(RetireDepartmentInput input, [FromServices] RetireDepartment useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Department.Value, input.Retired, cancel)).To(_ => new RetireDepartmentPayload());
}
