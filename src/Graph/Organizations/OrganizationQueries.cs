using GraphQL;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

[QueryType]
internal static class OrganizationQueries
{
    /// <summary>Active employers for the picker: by region (with all below it) and part of the name. 法人单位弹窗. PIC-01, PIC-02, PIC-04.</summary>
    /// <param name="regionCode">Six-digit region code; a city includes its counties.</param>
    /// <param name="name">Part of the name.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="organizations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<Page<EmployerView>> PickEmployers(
        string? regionCode, string? name, PageRequest page, Selected<Organization, EmployerView> selected, [FromServices] OrganizationReader organizations, CancellationToken cancel) =>
        organizations.PickAsync<Employer, EmployerView>(new(regionCode, name), page, selected.Shape, cancel);

    /// <summary>One active employer as the picker offers it; null when it does not exist or is not active. 法人单位弹窗. PIC-03.</summary>
    /// <param name="id">The employer.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="organizations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<EmployerView?> PickedEmployer(
        Key<EmployerView> id, Selected<Organization, EmployerView> selected, [FromServices] OrganizationReader organizations, CancellationToken cancel) =>
        organizations.PickedAsync<Employer, EmployerView>(id.Value, selected.Shape, cancel);

    /// <summary>Active HR bureaus for the picker: by region and part of the name. 人社部门弹窗. PIC-01, PIC-02, BUR-01.</summary>
    /// <param name="regionCode">Six-digit region code; a city includes its counties.</param>
    /// <param name="overRegion">Only bureaus that an organization of this region may choose as 同级人社部门: its own and those above, up to the province.</param>
    /// <param name="localOnly">Without the province, where nobody registers (GEN-02).</param>
    /// <param name="name">Part of the name, for example 新郑.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="organizations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<Page<HrBureauView>> PickHrBureaus(
        string? regionCode, string? overRegion, bool? localOnly, string? name, PageRequest page, Selected<Organization, HrBureauView> selected,
        [FromServices] OrganizationReader organizations, CancellationToken cancel) =>
        organizations.PickAsync<HrBureau, HrBureauView>(new(regionCode, name, overRegion, LocalOnly: localOnly ?? false), page, selected.Shape, cancel);

    /// <summary>One active HR bureau as the picker offers it; null when it does not exist or is not active. 人社部门弹窗. PIC-03.</summary>
    /// <param name="id">The bureau.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="organizations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<HrBureauView?> PickedHrBureau(
        Key<HrBureauView> id, Selected<Organization, HrBureauView> selected, [FromServices] OrganizationReader organizations, CancellationToken cancel) =>
        organizations.PickedAsync<HrBureau, HrBureauView>(id.Value, selected.Shape, cancel);

    /// <summary>Active industry departments for the picker: by region, bureau and part of the name. 行业主管部门弹窗. PIC-01, PIC-02.</summary>
    /// <param name="regionCode">Six-digit region code; a city includes its counties.</param>
    /// <param name="overRegion">Only departments that an organization of this region may choose: beside its own bureau and those above.</param>
    /// <param name="bureau">Only departments beside this bureau.</param>
    /// <param name="name">Part of the name, for example 教育.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="organizations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<Page<IndustryDepartmentView>> PickIndustryDepartments(
        string? regionCode, string? overRegion, Key<HrBureauView>? bureau, string? name, PageRequest page, Selected<Organization, IndustryDepartmentView> selected,
        [FromServices] OrganizationReader organizations, CancellationToken cancel) =>
        organizations.PickAsync<IndustryDepartment, IndustryDepartmentView>(new(regionCode, name, overRegion, bureau?.Value), page, selected.Shape, cancel);

    /// <summary>One active industry department as the picker offers it; null when it does not exist or is not active. 行业主管部门弹窗. PIC-03.</summary>
    /// <param name="id">The department.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="organizations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<IndustryDepartmentView?> PickedIndustryDepartment(
        Key<IndustryDepartmentView> id, Selected<Organization, IndustryDepartmentView> selected, [FromServices] OrganizationReader organizations, CancellationToken cancel) =>
        organizations.PickedAsync<IndustryDepartment, IndustryDepartmentView>(id.Value, selected.Shape, cancel);

    /// <summary>Departments of one active employer, for the picker. 部门弹窗. PIC-02, PIC-03.</summary>
    /// <param name="employer">The employer.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="organizations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<IReadOnlyList<DepartmentView>> Departments(
        Key<EmployerView> employer, Selected<Department, DepartmentView> selected, [FromServices] OrganizationReader organizations, CancellationToken cancel) =>
        organizations.DepartmentsAsync([employer.Value], selected.Shape, cancel);
}
