namespace HnCe.Pages.Hosting;

/// <summary>Answers what the frame shows about the caller; null for a visitor.</summary>
public interface IFrameData
{
    Task<FrameData?> ReadAsync(CancellationToken cancel);
}

/// <summary>The caller as the header and the left menu show him.</summary>
/// <param name="Name">Name of the person.</param>
/// <param name="OrganizationName">His unit, bureau or department; null for the system administrator.</param>
/// <param name="RoleLabel">The user type in words, such as 单位管理员.</param>
/// <param name="UnreadCount">Unread messages of the inbox.</param>
/// <param name="Menu">The modules of his role, usually <see cref="HnCe.Pages.Hosting.Menu.For"/>.</param>
/// <param name="OtherAccounts">Further accounts of the same person, offered for a switch.</param>
public sealed record FrameData(
    string Name,
    string? OrganizationName,
    string RoleLabel,
    int UnreadCount,
    IReadOnlyList<MenuGroup> Menu,
    IReadOnlyList<OtherAccount>? OtherAccounts = null);

/// <summary>Another account of the same person; choosing it posts its id to the page <c>/Accounts/Switch</c>.</summary>
public sealed record OtherAccount(string Id, string RoleLabel, string? OrganizationName);

/// <summary>A module of the manual: a heading and its items. The heading is null above 主页.</summary>
public sealed record MenuGroup(string? Title, IReadOnlyList<MenuItem> Items);

/// <summary>One entry of the left menu.</summary>
/// <param name="Title">The manual's words.</param>
/// <param name="Page">Path of the Razor page, such as <c>/Declarations/Forward</c>.</param>
/// <param name="Category">Route value <c>category</c> where one page serves two entries (公需, 专业).</param>
/// <param name="Count">What waits behind it; null or 0 shows no number.</param>
public sealed record MenuItem(string Title, string Page, string? Category = null, int? Count = null)
{
    /// <summary>Names the item in a table of counts: the page path, with <c>:category</c> where there is one.</summary>
    public string Key => Category is null ? Page : $"{Page}:{Category}";
}
