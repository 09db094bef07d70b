namespace HnCe.Pages.Organizations;

/// <summary>The four entries of 管理账户, in words. Source: BUR-09 to BUR-12, PRO-06 to PRO-09, S-MAN-01 to S-MAN-04.</summary>
/// <param name="Category">Route value.</param>
/// <param name="Kind">Kind in the graph.</param>
/// <param name="Title">管理人社部门.</param>
/// <param name="Name">What an organization's name is called.</param>
public sealed record ManageCategory(string Category, string Kind, string Title, string Name)
{
    private static readonly ManageCategory[] All =
    [
        new("bureaus", "HR_BUREAU", "管理人社部门", "单位名称"),
        new("departments", "INDUSTRY_DEPARTMENT", "管理行业主管", "单位名称"),
        new("employers", "EMPLOYER", "管理法人单位", "单位名称"),
        new("institutions", "TRAINING_INSTITUTION", "管理施教机构", "施教机构名称"),
    ];

    public bool IsBureaus => Category == "bureaus";

    public bool IsEmployers => Category == "employers";

    public bool IsInstitutions => Category == "institutions";

    /// <summary>Whether administrators are disabled and enabled; those of bureaus and departments lose their rights instead.</summary>
    public bool Disables => IsEmployers || IsInstitutions;

    public static ManageCategory Of(string category) => Array.Find(All, one => one.Category == category)!;

    public static ManageCategory OfKind(string kind) => Array.Find(All, one => one.Kind == kind)!;

    /// <summary>The entry below which administrators of a user type are looked after.</summary>
    public static string OfUserType(string userType) => userType switch
    {
        "EMPLOYER" => "employers",
        "INSTITUTION" => "institutions",
        "INDUSTRY_DEPARTMENT" => "departments",
        _ => "bureaus",
    };

    /// <summary>级别 of a bureau.</summary>
    public static string? Tier(string? tier) => tier switch { "PROVINCE" => "省", "CITY" => "市", "COUNTY" => "县（市、区）", _ => null };
}
