using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

/// <summary>Which bureaus are wanted; conditions combine with AND. S-SYS-04.</summary>
/// <param name="Name">Part of the name. 名称.</param>
/// <param name="RegionCode">Six-digit region code; a city includes its counties. 区域.</param>
/// <param name="State">In use or retired. 状态.</param>
/// <param name="Tiers">Tiers; none means all. 级别.</param>
public sealed record BureauFilterInput(string? Name, string? RegionCode, OrganizationState? State, IReadOnlyList<BureauTier>? Tiers);

/// <summary>Which industry departments are wanted; conditions combine with AND. S-SYS-03.</summary>
/// <param name="Name">Part of the name. 名称.</param>
/// <param name="RegionCode">Six-digit region code; a city includes its counties. 区域.</param>
/// <param name="State">In use or retired. 状态.</param>
public sealed record IndustryDepartmentFilterInput(string? Name, string? RegionCode, OrganizationState? State);

[QueryType]
internal static class BaseDataQueries
{
    /// <summary>HR bureaus in use or retired. 管理人社局信息. BAS-02, S-SYS-04.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static Task<Page<BureauRecordView>> Bureaus(
        BureauFilterInput? filter, PageRequest page, Selected<Organization, BureauRecordView> selected, [FromServices] BaseDataReader reader, CancellationToken cancel) =>
        reader.ListAsync<HrBureau, BureauRecordView>(
            new() { Name = filter?.Name, RegionCode = filter?.RegionCode, State = filter?.State, Tiers = filter?.Tiers ?? [] }, page, selected.Shape, cancel);

    /// <summary>One HR bureau; null when there is none. 人社局信息. BAS-02.</summary>
    /// <param name="id">The bureau.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static Task<BureauRecordView?> Bureau(
        Key<HrBureauView> id, Selected<Organization, BureauRecordView> selected, [FromServices] BaseDataReader reader, CancellationToken cancel) =>
        reader.FindAsync<HrBureau, BureauRecordView>(id.Value, selected.Shape, cancel);

    /// <summary>Industry departments in use or retired. 管理行业主管部门. BAS-01, S-SYS-03.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static Task<Page<IndustryDepartmentRecordView>> IndustryDepartments(
        IndustryDepartmentFilterInput? filter, PageRequest page, Selected<Organization, IndustryDepartmentRecordView> selected, [FromServices] BaseDataReader reader, CancellationToken cancel) =>
        reader.ListAsync<IndustryDepartment, IndustryDepartmentRecordView>(
            new() { Name = filter?.Name, RegionCode = filter?.RegionCode, State = filter?.State }, page, selected.Shape, cancel);

    /// <summary>One industry department; null when there is none. 行业主管部门. BAS-01.</summary>
    /// <param name="id">The department.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static Task<IndustryDepartmentRecordView?> IndustryDepartment(
        Key<IndustryDepartmentView> id, Selected<Organization, IndustryDepartmentRecordView> selected, [FromServices] BaseDataReader reader, CancellationToken cancel) =>
        reader.FindAsync<IndustryDepartment, IndustryDepartmentRecordView>(id.Value, selected.Shape, cancel);

    /// <summary>Active bureaus that may be the same-level bureau of something in a region: its own, the city's, the province's. 同级人社部门. PIC-02.</summary>
    /// <param name="regionCode">Six-digit region code.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static Task<IReadOnlyList<HrBureauView>> SameLevelBureaus(
        string regionCode, Selected<Organization, HrBureauView> selected, [FromServices] BaseDataReader reader, CancellationToken cancel) =>
        reader.BureausForAsync(regionCode, selected.Shape, cancel);

    /// <summary>What changeBureau would move, or why it would be refused; nothing is written. 影响. BAS-02, Q4.</summary>
    /// <param name="input">The change.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<BaseDataEffectsView> BureauChangeEffects(ChangeBureauInput input, [FromServices] BaseDataReader reader, CancellationToken cancel) =>
        (await reader.EffectsAsync(input.Id.Value, input.ToInput(), cancel)).To(View);

    /// <summary>What changeIndustryDepartment would move, or why it would be refused; nothing is written. 影响. BAS-01.</summary>
    /// <param name="input">The change.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<BaseDataEffectsView> IndustryDepartmentChangeEffects(ChangeIndustryDepartmentInput input, [FromServices] BaseDataReader reader, CancellationToken cancel) =>
        (await reader.EffectsAsync(input.Id.Value, input.ToInput(), cancel)).To(View);

    /// <summary>What waits for a bureau and what retiring it means; null when there is none. 停用的影响. BAS-07.</summary>
    /// <param name="id">The bureau.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<RetirementEffectsView?> BureauRetirementEffects(Key<HrBureauView> id, [FromServices] BaseDataReader reader, CancellationToken cancel) =>
        RetirementEffectsView.Of(await reader.PendingAsync<HrBureau>(id.Value, cancel));

    /// <summary>What waits for an industry department and what retiring it means; null when there is none. 停用的影响. BAS-07.</summary>
    /// <param name="id">The department.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepBaseData)]
    public static async Task<RetirementEffectsView?> IndustryDepartmentRetirementEffects(Key<IndustryDepartmentView> id, [FromServices] BaseDataReader reader, CancellationToken cancel) =>
        RetirementEffectsView.Of(await reader.PendingAsync<IndustryDepartment>(id.Value, cancel));

    private static BaseDataEffectsView View(BaseDataEffects found) =>
        new() { Effects = new(found.Moves, found.Organizations, found.Professionals, found.Registrations, found.Administrators) };
}
