namespace HnCe.Pages.Accounts;

/// <summary>What can be done to accounts, in words: on the button, on the confirmation, and afterwards. Source: S-EMP-05, S-MAN-01 to S-MAN-04, S-SYS-01.</summary>
/// <param name="Code">The action's name in the graph.</param>
/// <param name="Title">The button.</param>
/// <param name="Consequence">What it means for those whom it befalls.</param>
/// <param name="Done">What is told afterwards; {0} is how many.</param>
/// <param name="AsksReason">Whether it takes a reason, which they read.</param>
public sealed record AccountVerb(string Code, string Title, string Consequence, string Done, bool AsksReason)
{
    public static readonly AccountVerb Revoke = new(
        "REVOKE", "移除权限", "移除后不能再以这一身份登录，正在使用的会立即退出，并且不能恢复；需要时可以重新新增。本人的其他帐号不受影响。", "已移除 {0} 人的管理权限，系统会通知本人。", true);

    public static readonly AccountVerb Disable = new(
        "DISABLE", "禁用", "禁用后不能登录，正在使用的会立即退出；以后可以再启用。", "已禁用 {0} 个帐号，系统会通知本人。", true);

    public static readonly AccountVerb Enable = new("ENABLE", "启用", "启用后可以用原来的密码登录。", "已启用 {0} 个帐号，系统会通知本人。", false);

    public static readonly AccountVerb ResetPassword = new(
        "RESET_PASSWORD", "初始化密码", "密码会变为初始密码 000000，72 小时内有效，只能登录一次，登录后须先修改密码；原密码作废，正在使用的会立即退出。",
        "已初始化 {0} 个帐号的密码：初始密码 000000，72 小时内有效，请告诉本人尽快登录修改。", false);

    private static readonly AccountVerb[] All = [Revoke, Disable, Enable, ResetPassword];

    public static AccountVerb? Of(string? code) => Array.Find(All, verb => verb.Code == code);

    /// <summary>The verbs that the graph allows on a row, in a fixed order.</summary>
    public static IEnumerable<AccountVerb> AllowedOn(AccountRow row) => All.Where(verb => row.AllowedActions.Contains(verb.Code));
}
