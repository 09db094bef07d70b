using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

/// <summary>What is typed about a bureau. 人社局信息. BAS-02, BAS-06.</summary>
public abstract class BureauDataInput
{
    /// <summary>名称, up to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>组织机构代码, or the unified credit code that holds it.</summary>
    public required string Code { get; init; }

    /// <summary>所属区域, six-digit region code.</summary>
    public required string RegionCode { get; init; }

    /// <summary>级别.</summary>
    public required BureauTier Tier { get; init; }

    /// <summary>上级人社局; none for the province.</summary>
    public Key<HrBureauView>? Parent { get; init; }

    /// <summary>联系人, up to 50 characters.</summary>
    public string? Contact { get; init; }

    /// <summary>电话, up to 30 characters.</summary>
    public string? Phone { get; init; }

    internal BureauInput ToInput() => new()
    {
        Name = Name,
        Code = Code,
        RegionCode = RegionCode,
        Tier = Tier,
        ParentId = Parent?.Value,
        Contact = Contact,
        Phone = Phone,
    };
}

/// <summary>A new bureau. BAS-02.</summary>
public sealed class AddBureauInput : BureauDataInput;

/// <summary>A changed bureau. BAS-02.</summary>
public sealed class ChangeBureauInput : BureauDataInput
{
    /// <summary>The bureau.</summary>
    public required Key<HrBureauView> Id { get; init; }
}

/// <summary>A bureau to be retired or taken back into use. BAS-02.</summary>
public sealed class BureauIdInput
{
    /// <summary>The bureau.</summary>
    public required Key<HrBureauView> Id { get; init; }
}

/// <summary>What came of keeping a bureau.</summary>
public sealed class BureauPayload : Payload
{
    /// <summary>Opaque id of the bureau; null when refused.</summary>
    public Key<HrBureauView>? BureauId { get; init; }
}

/// <summary>What is typed about an industry department. 行业主管部门. BAS-01, BAS-06.</summary>
public abstract class IndustryDepartmentDataInput
{
    /// <summary>名称, up to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>组织机构代码, or the unified credit code that holds it.</summary>
    public required string Code { get; init; }

    /// <summary>所属区域, six-digit region code.</summary>
    public required string RegionCode { get; init; }

    /// <summary>同级人社部门: of the region or above it.</summary>
    public Key<HrBureauView>? Supervisor { get; init; }

    /// <summary>行业, code of INDUSTRIES.</summary>
    public string? Industry { get; init; }

    internal IndustryDepartmentInput ToInput() => new() { Name = Name, Code = Code, RegionCode = RegionCode, SupervisorId = Supervisor?.Value, Industry = Industry };
}

/// <summary>A new industry department. BAS-01.</summary>
public sealed class AddIndustryDepartmentInput : IndustryDepartmentDataInput;

/// <summary>A changed industry department. BAS-01.</summary>
public sealed class ChangeIndustryDepartmentInput : IndustryDepartmentDataInput
{
    /// <summary>The department.</summary>
    public required Key<IndustryDepartmentView> Id { get; init; }
}

/// <summary>An industry department to be retired or taken back into use. BAS-01.</summary>
public sealed class IndustryDepartmentIdInput
{
    /// <summary>The department.</summary>
    public required Key<IndustryDepartmentView> Id { get; init; }
}

/// <summary>What came of keeping an industry department.</summary>
public sealed class IndustryDepartmentPayload : Payload
{
    /// <summary>Opaque id of the department; null when refused.</summary>
    public Key<IndustryDepartmentView>? IndustryDepartmentId { get; init; }
}

[MutationType]
internal static class BaseDataMutations
{
    /// <summary>Adds a city or county bureau. 新增人社局. BAS-02.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<BureauPayload> AddBureau(AddBureauInput input, [FromServices] AddBureau useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.ToInput(), cancel)).To(Bureau);

    /// <summary>Renames a bureau or moves it in the tree; what lies below follows. 修改人社局. BAS-02, Q4.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<BureauPayload> ChangeBureau(ChangeBureauInput input, [FromServices] ChangeBureau useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id.Value, input.ToInput(), cancel)).To(Bureau);

    /// <summary>Retires a bureau, unless something waits for it. 停用人社局. BAS-02, BAS-07.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<BureauPayload> RetireBureau(BureauIdInput input, [FromServices] RetireBureau useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id.Value, cancel)).To(Bureau);

    /// <summary>Takes a retired bureau back into use. 启用人社局. BAS-02.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<BureauPayload> ReactivateBureau(BureauIdInput input, [FromServices] ReactivateBureau useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id.Value, cancel)).To(Bureau);

    /// <summary>Adds an industry department. 新增行业主管部门. BAS-01.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<IndustryDepartmentPayload> AddIndustryDepartment(AddIndustryDepartmentInput input, [FromServices] AddIndustryDepartment useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.ToInput(), cancel)).To(Department);

    /// <summary>Changes an industry department. 修改行业主管部门. BAS-01.</summary>
    /// <param name="input">What is typed.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<IndustryDepartmentPayload> ChangeIndustryDepartment(ChangeIndustryDepartmentInput input, [FromServices] ChangeIndustryDepartment useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id.Value, input.ToInput(), cancel)).To(Department);

    /// <summary>Retires an industry department, unless something waits for it. 停用行业主管部门. BAS-01, BAS-07.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<IndustryDepartmentPayload> RetireIndustryDepartment(IndustryDepartmentIdInput input, [FromServices] RetireIndustryDepartment useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id.Value, cancel)).To(Department);

    /// <summary>Takes a retired industry department back into use. 启用行业主管部门. BAS-01.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<IndustryDepartmentPayload> ReactivateIndustryDepartment(IndustryDepartmentIdInput input, [FromServices] ReactivateIndustryDepartment useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id.Value, cancel)).To(Department);

    private static BureauPayload Bureau(long id) => new() { BureauId = new(id) };

    private static IndustryDepartmentPayload Department(long id) => new() { IndustryDepartmentId = new(id) };
}
