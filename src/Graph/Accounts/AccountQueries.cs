using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>Which professionals are wanted; conditions combine with AND. EMP-16, BUR-13.</summary>
/// <param name="Name">Part of the name. 姓名.</param>
/// <param name="IdNumber">The whole ID number; found only when complete. 身份证号码.</param>
/// <param name="Employer">The employer. 单位.</param>
/// <param name="Department">The department. 部门.</param>
public sealed record ProfessionalFilterInput(string? Name, string? IdNumber, Key<EmployerView>? Employer, Key<DepartmentView>? Department);

[QueryType]
internal static class AccountQueries
{
    /// <summary>The signed-in account; null for a visitor. 当前帐号. LOG-08.</summary>
    /// <param name="selected">The shape.</param>
    /// <param name="people">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<ViewerView?> Viewer(Selected<Account, ViewerView> selected, [FromServices] PeopleReader people, CancellationToken cancel) =>
        people.OwnAccountAsync(selected.Shape, cancel);

    /// <summary>Version of the notice on personal information that a registration agrees to. 个人信息处理告知. IND-08.</summary>
    [OpenToAll]
    public static string NoticeVersion() => PersonalDataNotice.Version;

    /// <summary>Approved professionals within the caller's reach, newest first. 专业技术人员管理. EMP-16.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="people">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewProfessionals)]
    public static Task<Page<ProfessionalView>> Professionals(
        ProfessionalFilterInput? filter, PageRequest page, Selected<Professional, ProfessionalView> selected, [FromServices] PeopleReader people, CancellationToken cancel) =>
        people.ListAsync(
            new() { Name = filter?.Name, IdNumber = filter?.IdNumber, EmployerId = filter?.Employer?.Value, DepartmentId = filter?.Department?.Value },
            page, selected.Shape, cancel);
}

[Requires(Permission.ViewProfessionals)]
internal sealed class ProfessionalNodes(PeopleReader people) : NodeLoader<Professional, ProfessionalView>
{
    protected override Task<IReadOnlyList<ProfessionalView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Professional, ProfessionalView>> shape, CancellationToken cancel) =>
        people.FindAsync(keys, shape, cancel);
}
