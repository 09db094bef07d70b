using HnCe.Domain.Access;
using static HnCe.Domain.Access.UserType;

namespace HnCe.Domain.Accounts;

/// <summary>What somebody may do to the account of somebody else.</summary>
public enum AccountAction
{
    /// <summary>移除权限. Source: EMP-11, BUR-09, BUR-10.</summary>
    Revoke,

    /// <summary>禁用. Source: BUR-11, BUR-12, SYS-03.</summary>
    Disable,

    /// <summary>启用. Source: BUR-11, BUR-12, SYS-03.</summary>
    Enable,

    /// <summary>初始化密码. Source: EMP-11, PRO-03, SYS-03.</summary>
    ResetPassword,
}

/// <summary>
/// The one table of which role may do what to which user types, within the reach of the permission. Source: ACC-03, BUR-09 to BUR-12,
/// EMP-11, PRO-03, PRO-06 to PRO-09, SYS-03, SYS-04; what is not in it reads as not found.
/// </summary>
public static class AccountPowers
{
    private static readonly UserType[] Everybody = Enum.GetValues<UserType>();

    private static readonly Dictionary<(UserType Role, Permission Permission), UserType[]> Table = new()
    {
        [(Employer, Permission.ViewAccounts)] = [Employer],
        [(Employer, Permission.RevokeAdministrators)] = [Employer],
        [(Employer, Permission.ResetPasswords)] = [Employer],
        [(LocalBureau, Permission.ViewAccounts)] = [Employer, Institution, LocalBureau, IndustryDepartment],
        [(LocalBureau, Permission.RevokeAdministrators)] = [LocalBureau, IndustryDepartment],
        [(LocalBureau, Permission.DisableAccounts)] = [Employer, Institution],
        [(ProvincialDepartment, Permission.ViewAccounts)] = [Employer, Institution, LocalBureau, IndustryDepartment, ProvincialDepartment],
        [(ProvincialDepartment, Permission.RevokeAdministrators)] = [LocalBureau, IndustryDepartment, ProvincialDepartment],
        [(ProvincialDepartment, Permission.DisableAccounts)] = [Employer, Institution],
        [(ProvincialDepartment, Permission.ResetPasswords)] = [ProvincialDepartment],
        [(SystemAdmin, Permission.ViewAccounts)] = Everybody,
        [(SystemAdmin, Permission.RevokeAdministrators)] = [SystemAdmin],
        [(SystemAdmin, Permission.DisableAccounts)] = Everybody,
        [(SystemAdmin, Permission.ResetPasswords)] = Everybody,
    };

    /// <summary>The user types over which a role holds a permission.</summary>
    public static IReadOnlyList<UserType> TypesFor(UserType? role, Permission permission) => Table.GetValueOrDefault((role ?? default, permission)) ?? [];

    /// <summary>The permission that an action takes.</summary>
    public static Permission PermissionFor(AccountAction action) => action switch
    {
        AccountAction.Revoke => Permission.RevokeAdministrators,
        AccountAction.ResetPassword => Permission.ResetPasswords,
        _ => Permission.DisableAccounts,
    };

    /// <summary>What a caller may do to an account that he sees. That an organization keeps one administrator is decided when it is done.</summary>
    public static IReadOnlyList<AccountAction> AllowedTo(Caller caller, long accountId, UserType type, AccountState state) =>
        accountId == caller.AccountId ? [] : [.. Enum.GetValues<AccountAction>().Where(action =>
            caller.Can(PermissionFor(action)) && TypesFor(caller.Role, PermissionFor(action)).Contains(type) && RefusedIn(state, action) is null)];

    /// <summary>Why an action does not fit a state; null when it does.</summary>
    internal static Refusal? RefusedIn(AccountState state, AccountAction action) => action switch
    {
        AccountAction.Enable => state is AccountState.Disabled ? null : AccountRefusals.NotDisabled,
        // Who is disabled for a while may still lose the rights for good.
        AccountAction.Revoke => state is AccountState.Active or AccountState.Disabled ? null : AccountRefusals.NotActive,
        _ => state is AccountState.Active ? null : AccountRefusals.NotActive,
    };

    /// <summary>The accounts that a caller reaches with a permission.</summary>
    internal static IQueryable<Account> Reached(this IQueryable<Account> accounts, Caller caller, Permission permission)
    {
        var types = TypesFor(caller.Role, permission);
        return accounts.Within(caller.ReachFor(permission)).Where(a => types.Contains(a.UserType));
    }
}
