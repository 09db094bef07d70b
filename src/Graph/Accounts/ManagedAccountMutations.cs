using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>Who is to become an administrator. EMP-11.</summary>
public sealed class AddAdministratorInput
{
    /// <summary>身份证号码, the later sign-in name; 18 characters. IND-07.</summary>
    public required string IdNumber { get; init; }

    /// <summary>真实姓名.</summary>
    public required string Name { get; init; }

    /// <summary>手机号码, 11 digits.</summary>
    public required string Mobile { get; init; }

    /// <summary>电子邮箱. EML-03.</summary>
    public required string Mail { get; init; }
}

/// <summary>What came of adding an administrator.</summary>
public sealed class AddAdministratorPayload : Payload
{
    /// <summary>The new account; null when refused.</summary>
    public Key<AccountView>? AccountId { get; init; }
}

/// <summary>Whose rights are removed, and why. EMP-11, BUR-09.</summary>
public sealed class RevokeAdministratorsInput
{
    /// <summary>The accounts, at most 500.</summary>
    public required IReadOnlyList<Key<AccountView>> Ids { get; init; }

    /// <summary>Reason, 1 to 500 characters; their owners read it. 原因.</summary>
    public required string Reason { get; init; }
}

/// <summary>What came of removing rights.</summary>
public sealed class RevokeAdministratorsPayload : BatchPayload;

/// <summary>Which accounts are disabled, and why. BUR-11, SYS-03.</summary>
public sealed class DisableAccountsInput
{
    /// <summary>The accounts, at most 500.</summary>
    public required IReadOnlyList<Key<AccountView>> Ids { get; init; }

    /// <summary>Reason, 1 to 500 characters; their owners read it. 原因.</summary>
    public required string Reason { get; init; }
}

/// <summary>What came of disabling.</summary>
public sealed class DisableAccountsPayload : BatchPayload;

/// <summary>Which accounts are enabled again. BUR-11, SYS-03.</summary>
public sealed class EnableAccountsInput
{
    /// <summary>The accounts, at most 500.</summary>
    public required IReadOnlyList<Key<AccountView>> Ids { get; init; }
}

/// <summary>What came of enabling.</summary>
public sealed class EnableAccountsPayload : BatchPayload;

/// <summary>Whose passwords are reset. ACC-01.</summary>
public sealed class ResetPasswordsInput
{
    /// <summary>The accounts, at most 500.</summary>
    public required IReadOnlyList<Key<AccountView>> Ids { get; init; }
}

/// <summary>What came of resetting passwords.</summary>
public sealed class ResetPasswordsPayload : BatchPayload;

[MutationType]
internal static class ManagedAccountMutations
{
    /// <summary>Adds an administrator of the caller's own role and organization, in force at once, with the initial password. 新增管理员. EMP-11, PRO-03, SYS-04, ACC-05.</summary>
    /// <param name="input">Who.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.AddAdministrators)]
    public static async Task<AddAdministratorPayload> AddAdministrator(AddAdministratorInput input, [FromServices] AddAdministrator useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(new() { IdNumber = input.IdNumber, Name = input.Name, Mobile = input.Mobile, Mail = input.Mail }, cancel))
            .To(key => new AddAdministratorPayload { AccountId = new(key) });

    /// <summary>Removes the rights of administrators for good; their sessions end at once. 移除权限. EMP-11, EMP-12, BUR-09, PRO-06, SYS-04.</summary>
    /// <param name="input">Whose, and why.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.RevokeAdministrators)]
    public static async Task<RevokeAdministratorsPayload> RevokeAdministrators(RevokeAdministratorsInput input, [FromServices] RevokeAdministrators useCase, CancellationToken cancel) =>
        BatchPayload.Of<AccountView, RevokeAdministratorsPayload>(input.Ids, await useCase.RunAsync(input.Ids.Values(), input.Reason, cancel));

    /// <summary>Disables accounts; their sessions end at once. 禁用. BUR-11, BUR-12, PRO-08, PRO-09, SYS-03.</summary>
    /// <param name="input">Which, and why.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.DisableAccounts)]
    public static async Task<DisableAccountsPayload> DisableAccounts(DisableAccountsInput input, [FromServices] DisableAccounts useCase, CancellationToken cancel) =>
        BatchPayload.Of<AccountView, DisableAccountsPayload>(input.Ids, await useCase.RunAsync(input.Ids.Values(), input.Reason, cancel));

    /// <summary>Enables disabled accounts. 启用. BUR-11, BUR-12, PRO-08, PRO-09, SYS-03.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.DisableAccounts)]
    public static async Task<EnableAccountsPayload> EnableAccounts(EnableAccountsInput input, [FromServices] EnableAccounts useCase, CancellationToken cancel) =>
        BatchPayload.Of<AccountView, EnableAccountsPayload>(input.Ids, await useCase.RunAsync(input.Ids.Values(), cancel));

    /// <summary>Resets passwords to the initial one, good for one sign-in within 72 hours; sessions end at once. 初始化密码. ACC-01, ACC-02, EMP-11, PRO-03, SYS-03.</summary>
    /// <param name="input">Whose.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ResetPasswords)]
    public static async Task<ResetPasswordsPayload> ResetPasswords(ResetPasswordsInput input, [FromServices] ResetPasswords useCase, CancellationToken cancel) =>
        BatchPayload.Of<AccountView, ResetPasswordsPayload>(input.Ids, await useCase.RunAsync(input.Ids.Values(), cancel));
}
