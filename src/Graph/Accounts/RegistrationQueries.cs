using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

[QueryType]
internal static class RegistrationQueries
{
    /// <summary>Registrations that the caller's organization decides on; those that wait come longest waiting first, others newest first. 审核注册账号, 审核账户. EMP-14, BUR-06, BUR-07, PRO-04.</summary>
    /// <param name="kind">Only of this kind.</param>
    /// <param name="status">Only in this state.</param>
    /// <param name="name">Part of the applicant's name or, for administrators, of the organization's.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="registrations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewRegistrations)]
    public static Task<Page<RegistrationView>> Registrations(
        RegistrationKind? kind, RegistrationStatus? status, string? name, PageRequest page, Selected<Registration, RegistrationView> selected,
        [FromServices] RegistrationReader registrations, CancellationToken cancel) =>
        registrations.ListAsync(new() { Kind = kind, Status = status, Name = name }, page, selected.Shape, cancel);

    /// <summary>How many registrations wait for the caller's organization, by kind; kinds of which none waits are missing. 待审核. BUR-05, PRO-02.</summary>
    /// <param name="registrations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewRegistrations)]
    public static async Task<IReadOnlyList<WaitingRegistrationsView>> WaitingRegistrations([FromServices] RegistrationReader registrations, CancellationToken cancel) =>
        [.. (await registrations.WaitingAsync(cancel)).Select(one => new WaitingRegistrationsView(one))];

    /// <summary>Exactly how many registrations of one kind wait under a filter: the number that 全部通过 confirms. REV-04.</summary>
    /// <param name="kind">What was registered.</param>
    /// <param name="name">Part of the applicant's name or, for administrators, of the organization's.</param>
    /// <param name="registrations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewRegistrations)]
    public static Task<int> WaitingRegistrationCount(RegistrationKind kind, string? name, [FromServices] RegistrationReader registrations, CancellationToken cancel) =>
        registrations.CountWaitingAsync(new() { Kind = kind, Name = name }, cancel);
}

[Requires(Permission.ReviewRegistrations)]
internal sealed class RegistrationNodes(RegistrationReader registrations) : NodeLoader<Registration, RegistrationView>
{
    protected override Task<IReadOnlyList<RegistrationView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Registration, RegistrationView>> shape, CancellationToken cancel) =>
        registrations.FindAsync(keys, shape, cancel);
}
