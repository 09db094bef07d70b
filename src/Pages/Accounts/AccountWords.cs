using HnCe.Pages.Pieces;

namespace HnCe.Pages.Accounts;

/// <summary>An account as lists and confirmations show it.</summary>
public sealed record AccountRow(
    string Id, string Name, string IdNumber, string Mobile, string UserType, NamedRow? Organization, string State, string? StateReason, DateTime? LastSignInAt,
    bool MustChangePassword, IReadOnlyList<string> AllowedActions);

/// <summary>A table of administrators: whose rows, and where its confirmations lead back to.</summary>
public sealed record AdministratorTable(IReadOnlyList<AccountRow> Rows, string From, string Caption);

/// <summary>User types and states of accounts in the words of the manual.</summary>
public static class AccountWords
{
    public static readonly Choice[] UserTypes =
    [
        new("INDIVIDUAL", "个人"),
        new("EMPLOYER", "单位"),
        new("INSTITUTION", "施教机构"),
        new("LOCAL_BUREAU", "市、区（县）人社局"),
        new("INDUSTRY_DEPARTMENT", "行业主管部门"),
        new("PROVINCIAL_DEPARTMENT", "省人力资源和社会保障厅"),
        new("SYSTEM_ADMIN", "系统管理员"),
    ];

    public static readonly Choice[] States =
    [
        new("ACTIVE", "启用"),
        new("DISABLED", "禁用"),
        new("PENDING", "待审核"),
        new("REJECTED", "不通过"),
        new("WITHDRAWN", "已撤回"),
        new("REVOKED", "已移除权限"),
    ];

    public static string UserType(string code) => UserTypes.FirstOrDefault(one => one.Value == code)?.Text ?? code;

    public static string State(string code) => States.FirstOrDefault(one => one.Value == code)?.Text ?? code;
}
