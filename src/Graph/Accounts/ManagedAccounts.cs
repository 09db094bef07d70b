using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>Which accounts are wanted; conditions combine with AND. S-SYS-01, S-EMP-05.</summary>
/// <param name="UserType">Only of this role. 用户类型.</param>
/// <param name="States">Only in these states. 状态.</param>
/// <param name="Name">Part of the name. 姓名.</param>
/// <param name="IdNumber">The whole ID number; found only when complete. 身份证号.</param>
/// <param name="SamePersonAs">All accounts of the person who holds this one. LOG-08.</param>
/// <param name="OrganizationName">Part of the organization's name. 单位.</param>
/// <param name="Organization">The organization, as managedOrganizations names it. 单位.</param>
/// <param name="Colleagues">Only the administrators of the caller's own role and organization. 管理人员管理. EMP-11, PRO-03, SYS-04.</param>
public sealed record AccountFilterInput(
    UserType? UserType, IReadOnlyList<AccountState>? States, string? Name, string? IdNumber, Key<AccountView>? SamePersonAs,
    string? OrganizationName, Key<OrganizationDetailsView>? Organization, bool? Colleagues);

/// <summary>An account within the caller's reach. 帐号. EMP-11, BUR-09, SYS-03.</summary>
[Name("Account")]
public sealed class AccountView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Hash that the sealed data is bound to.</summary>
    [Ignore]
    public string PersonHash { get; init; } = "";

    /// <summary>Sealed ID number.</summary>
    [Ignore]
    public byte[] IdNumberSealed { get; init; } = [];

    /// <summary>Sealed mobile phone number.</summary>
    [Ignore]
    public byte[] MobileSealed { get; init; } = [];

    /// <summary>Name. 姓名.</summary>
    public string Name { get; init; } = "";

    /// <summary>Role. 用户类型. GEN-01.</summary>
    public UserType UserType { get; init; }

    /// <summary>The organization administered, or the professional's employer; null for roles without one. 单位.</summary>
    public IOrganizationView? Organization { get; init; }

    /// <summary>State. 状态. SPEC §18.</summary>
    public AccountState State { get; init; }

    /// <summary>Why it is in this state; null where nobody gave a reason. 原因.</summary>
    public string? StateReason { get; init; }

    /// <summary>When it was registered or added, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Last sign-in, UTC; null for who has never signed in. 最近登录.</summary>
    public DateTime? LastSignInAt { get; init; }

    /// <summary>Whether the password is the initial one. ACC-02.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Whether a second factor is in force. LOG-07.</summary>
    public bool TwoFactorEnabled { get; init; }

    /// <summary>ID number, masked to the first six and last four characters. 身份证号码. PIPL.</summary>
    /// <param name="box">Opens.</param>
    /// <param name="clock">Clock.</param>
    public string IdNumber([FromServices] SecretBox box, [FromServices] TimeProvider clock) =>
        Domain.Accounts.IdNumber.TryParse(box.Open(IdNumberSealed, SecretBox.IdNumber, PersonHash), clock.Today(), out var number) ? number.Masked : "";

    /// <summary>Mobile phone number, masked. 手机. PIPL.</summary>
    /// <param name="box">Opens.</param>
    public string Mobile([FromServices] SecretBox box) => Masking.Mobile(box.Open(MobileSealed, SecretBox.Mobile, PersonHash));

    /// <summary>What the caller may do to it now. That an organization keeps one administrator is decided when it is done. ACC-03, EMP-12.</summary>
    /// <param name="caller">Who asks.</param>
    [Needs(nameof(UserType), nameof(State))]
    public IReadOnlyList<AccountAction> AllowedActions([FromServices] Caller caller) => AccountPowers.AllowedTo(caller, Key, UserType, State);

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Account, AccountView>> Shape = a => new()
    {
        Key = a.Id,
        PersonHash = a.PersonHash,
        IdNumberSealed = a.IdNumberSealed,
        MobileSealed = a.MobileSealed,
        Name = a.Name,
        UserType = a.UserType,
        Organization = IOrganizationView.Shape.OfOptional(a.Organization),
        State = a.State,
        StateReason = a.StateReason,
        CreatedAt = a.CreatedAt,
        LastSignInAt = a.LastSignInAt,
        MustChangePassword = a.MustChangePassword,
        TwoFactorEnabled = a.TwoFactorEnabled,
    };
}

[QueryType]
internal static class ManagedAccountQueries
{
    /// <summary>Accounts within the caller's reach, newest first: administrators, for the system administrator everybody. 管理人员管理, 管理员信息, 系统用户信息管理. EMP-11, BUR-09, SYS-03.</summary>
    /// <param name="filter">What is looked for.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="accounts">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewAccounts)]
    public static Task<Page<AccountView>> Accounts(
        AccountFilterInput? filter, PageRequest page, Selected<Account, AccountView> selected, [FromServices] AccountReader accounts, CancellationToken cancel) =>
        accounts.ListAsync(
            new()
            {
                UserType = filter?.UserType,
                States = filter?.States ?? [],
                Name = filter?.Name,
                IdNumber = filter?.IdNumber,
                SamePersonAs = filter?.SamePersonAs?.Value,
                OrganizationName = filter?.OrganizationName,
                OrganizationId = filter?.Organization?.Value,
                Colleagues = filter?.Colleagues ?? false,
            },
            page, selected.Shape, cancel);
}

[Requires(Permission.ViewAccounts)]
internal sealed class AccountNodes(AccountReader accounts) : NodeLoader<Account, AccountView>
{
    protected override Task<IReadOnlyList<AccountView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Account, AccountView>> shape, CancellationToken cancel) =>
        accounts.FindAsync(keys, shape, cancel);
}
