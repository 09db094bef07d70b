namespace HnCe.Pages.Hosting;

/// <summary>The modules of the manual for each user type (IND-13, EMP-07, INS-06, BUR-05, DEP-04, PRO-02, SYS-02).</summary>
public static class Menu
{
    /// <summary>The signed-in home page, first entry of every menu.</summary>
    public const string Home = "/Home/Index";

    private static readonly MenuItem Profile = new("个人基本信息维护", "/Accounts/Profile");
    private static readonly MenuItem Password = new("修改密码", "/Accounts/Password");
    private static readonly MenuItem Administrators = new("管理人员管理", "/Accounts/Administrators");
    private static readonly MenuItem Organization = new("单位信息管理", "/Organizations/Own");

    private static readonly MenuGroup ReviewAccounts = new("审核账户",
    [
        new("审核人社部门", "/Organizations/Review", "bureaus"),
        new("审核行业主管", "/Organizations/Review", "departments"),
        new("审核法人单位", "/Organizations/Review", "employers"),
        new("审核施教机构", "/Organizations/Review", "institutions"),
        new("审核培训计划", "/Training/ReviewPlans"),
    ]);

    private static readonly MenuGroup ManageAccounts = new("管理账户",
    [
        new("管理人社部门", "/Organizations/Manage", "bureaus"),
        new("管理行业主管", "/Organizations/Manage", "departments"),
        new("管理法人单位", "/Organizations/Manage", "employers"),
        new("管理施教机构", "/Organizations/Manage", "institutions"),
    ]);

    private static readonly Dictionary<string, MenuGroup[]> Table = new(StringComparer.Ordinal)
    {
        ["Individual"] =
        [
            new("账号管理", [Profile, Password]),
            new("继续教育信息",
            [
                new("查看继续教育信息", "/Declarations/Mine"),
                new("申报继续教育信息", "/Declarations/Declare"),
                new("查看学时完成情况", "/Credits/Mine"),
            ]),
        ],
        ["Employer"] =
        [
            new("管理员管理", [Organization, Profile, Password, Administrators, new("组织机构管理", "/Organizations/Departments")]),
            new("管理功能",
            [
                new("审核注册账号", "/Accounts/Review"),
                new("专业技术人员管理", "/Accounts/Professionals"),
                new("继续教育信息管理", "/Declarations/Unit"),
                new("其它继续教育形式申报（公需）", "/Declarations/Forward", "general"),
                new("其它继续教育形式申报（专业）", "/Declarations/Forward", "professional"),
                new("证书打印", "/Certificates/Print"),
            ]),
        ],
        ["Institution"] =
        [
            new("管理员信息管理", [new("施教机构信息维护", "/Organizations/Own"), Profile, Password]),
            new("培训信息管理",
            [
                new("培训计划管理", "/Training/Plans"),
                new("培训班管理", "/Training/Classes"),
                new("学员成绩管理", "/Training/Scores"),
                new("学员成绩申报", "/Training/Submissions"),
            ]),
        ],
        ["LocalBureau"] =
        [
            new("管理员管理", [Profile, Password]),
            ReviewAccounts,
            ManageAccounts,
            new("管理专业技术人员继续教育信息", [new("查看继续教育信息", "/Credits/People")]),
            new("审核专业技术人员继续教育申报信息",
            [
                new("审核其它继续教育形式申报信息", "/Declarations/Review"),
                new("审核培训班申报继续教育信息", "/Training/ReviewSubmissions"),
            ]),
        ],
        ["IndustryDepartment"] =
        [
            new("管理员信息管理", [new("单位信息查看", "/Organizations/Own"), Profile, Password]),
            new("管理专业技术人员",
            [
                new("查看专业技术人员继续教育信息", "/Credits/People"),
                new("专业科目管理", "/Training/Subjects", "professional"),
            ]),
            new("管理培训计划", [new("审核培训计划", "/Training/ReviewPlans")]),
            new("审核继续教育人员信息",
            [
                new("审核其他继续教育形式申报信息", "/Declarations/Review"),
                new("审核培训班申报信息", "/Training/ReviewSubmissions"),
            ]),
        ],
        ["ProvincialDepartment"] =
        [
            new("管理员管理", [Profile, Password, Administrators]),
            ReviewAccounts,
            ManageAccounts,
            new("管理专业技术人员继续教育信息",
            [
                new("查看继续教育信息", "/Credits/People"),
                new("公需科目管理", "/Training/Subjects", "general"),
                new("申报类型与学时折算标准", "/Declarations/Rules"),
            ]),
            new("审核专业技术人员继续教育申报信息",
            [
                new("审核其它继续教育形式申报信息", "/Declarations/Review"),
                new("审核培训班申报信息", "/Training/ReviewSubmissions"),
            ]),
        ],
        ["SystemAdmin"] =
        [
            new("管理员管理", [Profile, Password, new("系统用户信息管理", "/Accounts/Users"), Administrators, new("客户端管理", "/Clients/Index")]),
            new("基础数据管理",
            [
                new("管理行业主管部门", "/ReferenceData/Departments"),
                new("管理人社局信息", "/ReferenceData/Bureaus"),
                new("管理单位性质", "/ReferenceData/Natures"),
                new("管理隶属关系", "/ReferenceData/Affiliations"),
                new("管理年度完成继续教育学时", "/Credits/RequiredHours"),
                new("审计日志", "/Audit/Index"),
            ]),
            new("数据接口", [new("接口文档", "/Developers/Docs")]),
        ],
    };

    /// <summary>The user types that have a menu.</summary>
    public static IReadOnlyCollection<string> Roles => Table.Keys;

    /// <summary>The menu of a user type; <paramref name="waiting"/> holds what waits by <see cref="MenuItem.Key"/>.</summary>
    public static IReadOnlyList<MenuGroup> For(string role, IReadOnlyDictionary<string, int>? waiting = null) =>
    [
        new(null, [new("主页", Home)]),
        .. Table[role].Select(group => group with { Items = [.. group.Items.Select(item => Count(item, waiting))] }),
    ];

    private static MenuItem Count(MenuItem item, IReadOnlyDictionary<string, int>? waiting) =>
        waiting is not null && waiting.TryGetValue(item.Key, out var count) ? item with { Count = count } : item;
}
