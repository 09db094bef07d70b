using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Organizations;

/// <summary>Which organizations are wanted; conditions combine with AND, codes are of the code lists. S-MAN-01 to S-MAN-04.</summary>
/// <param name="Name">Part of the name. 单位名称, 施教机构名称.</param>
/// <param name="Nature">Code of UNIT_NATURES, with what lies below it. 单位性质.</param>
/// <param name="Level">Code of UNIT_LEVELS. 单位级别.</param>
/// <param name="Affiliation">Code of AFFILIATIONS, with what lies below it. 单位隶属关系.</param>
/// <param name="Industry">Code of INDUSTRIES, with what lies below it. 所属行业.</param>
/// <param name="InstitutionLevel">Code of INSTITUTION_LEVELS. 施教机构级别.</param>
/// <param name="State">Only in this state. 状态.</param>
public sealed record OrganizationFilterInput(
    string? Name, string? Nature, string? Level, string? Affiliation, string? Industry, string? InstitutionLevel, OrganizationState? State);

[QueryType]
internal static class ManagedOrganizationQueries
{
    /// <summary>Organizations of one kind that the caller's bureau looks after; for a local bureau those of its area without itself. 管理人社部门, 管理行业主管, 管理法人单位, 管理施教机构. BUR-09 to BUR-12, PRO-06 to PRO-09.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="organizations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ManageOrganizations)]
    public static Task<Page<OrganizationDetailsView>> ManagedOrganizations(
        OrganizationKind kind, OrganizationFilterInput? filter, PageRequest page, Selected<Organization, OrganizationDetailsView> selected,
        [FromServices] ManagedOrganizationReader organizations, CancellationToken cancel) =>
        organizations.ListAsync(
            kind,
            new()
            {
                Name = filter?.Name,
                Nature = filter?.Nature,
                Level = filter?.Level,
                Affiliation = filter?.Affiliation,
                Industry = filter?.Industry,
                InstitutionLevel = filter?.InstitutionLevel,
                State = filter?.State,
            },
            page, selected.Shape, cancel);
}

[Requires(Permission.ManageOrganizations)]
internal sealed class OrganizationDetailsNodes(ManagedOrganizationReader organizations) : NodeLoader<Organization, OrganizationDetailsView>
{
    protected override Task<IReadOnlyList<OrganizationDetailsView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Organization, OrganizationDetailsView>> shape, CancellationToken cancel) =>
        organizations.FindAsync(keys, shape, cancel);
}
