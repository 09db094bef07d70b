namespace HnCe.Pages.Accounts;

/// <summary>One kind of registration under review: what it is called, which columns its list has, and where its pages are. Source: S-EMP-07, S-REV-01 to S-REV-04.</summary>
public sealed record ReviewKind(string Kind, string? Category, string Title, string Intro, string Unit, string KeyTitle, string DateTitle, string FilterLabel)
{
    private static readonly ReviewColumn IdNumber = new("身份证号码", row => row.ApplicantIdNumber, IsConfirmed: true);
    private static readonly ReviewColumn Applicant = new("申请人", row => row.ApplicantName, IsConfirmed: true);
    private static readonly ReviewColumn Mobile = new("手机号码", row => row.ApplicantMobile, "extra");

    private static readonly ReviewKind[] All =
    [
        new("PROFESSIONAL", null, "审核注册账号", "审核通过后，专业技术人员才可以登录本系统。结果会发到本人的电子邮箱。", "人", "姓名", "注册时间", "姓名")
        {
            Columns =
            [
                new("性别", row => SexWords.Of(row.Professional?.Sex)),
                IdNumber,
                new("部门", row => row.Professional?.Department?.Name ?? "未选", IsConfirmed: true),
                new("专业", row => row.Professional?.MajorName ?? "未填", "extra"),
            ],
        },
        Of("LOCAL_BUREAU", "bureaus", "审核人社部门", "下级人社局的管理员注册后在这里审核。", "人", "单位名称", [Applicant, IdNumber, Mobile]),
        Of("INDUSTRY_DEPARTMENT", "departments", "审核行业主管", "本级行业主管部门的管理员注册后在这里审核。", "人", "单位名称", [Applicant, IdNumber, Mobile]),
        Of("EMPLOYER", "employers", "审核法人单位", "请对照组织机构代码证扫描件，核对单位名称和代码。", "个单位", "单位名称", [Code, new("单位性质", row => row.Details?.NatureName ?? "未填"), Applicant]),
        Of("INSTITUTION", "institutions", "审核施教机构", "请对照组织机构代码证扫描件，核对机构名称和代码。", "个机构", "机构名称", [Code, new("级别", row => row.Details?.InstitutionLevelName ?? "未填"), Applicant]),
    ];

    /// <summary>The columns between the key and the date.</summary>
    public IReadOnlyList<ReviewColumn> Columns { get; private init; } = [];

    /// <summary>Whether a person is judged by the employer, not an administrator by a bureau.</summary>
    public bool IsPerson => Category is null;

    public string ListPage => IsPerson ? "/Accounts/Review" : "/Organizations/Review";

    public string ConfirmPage => IsPerson ? "/Accounts/ReviewConfirm" : "/Organizations/ReviewConfirm";

    public string DetailPage => IsPerson ? "/Accounts/ReviewDetail" : "/Organizations/ReviewDetail";

    private static ReviewColumn Code => new("组织机构代码", row => row.Organization?.Code, IsConfirmed: true);

    /// <summary>The kind behind an address; null for an address that there is not.</summary>
    public static ReviewKind? Of(string? category) => Array.Find(All, one => one.Category == category);

    /// <summary>How a list or a sentence names a registration.</summary>
    public string NameOf(RegistrationRow row) => IsPerson ? row.ApplicantName : row.Organization?.Name ?? row.ApplicantName;

    /// <summary>What stands small below the name.</summary>
    public string? NoteOf(RegistrationRow row) => IsPerson ? row.Professional?.TitleLevel : null;

    private static ReviewKind Of(string kind, string category, string title, string intro, string unit, string keyTitle, ReviewColumn[] columns) =>
        new(kind, category, title, $"{intro}通过后申请人可以登录，结果会发到申请人的电子邮箱。", unit, keyTitle, "申请时间", "单位名称或申请人") { Columns = columns };
}

/// <summary>A column of a list of registrations.</summary>
/// <param name="Title">Heading.</param>
/// <param name="Text">Content of a row's cell.</param>
/// <param name="Look">Class of the cell, such as <c>extra</c> for what a narrow screen leaves out.</param>
/// <param name="IsConfirmed">Whether the confirmation shows it too.</param>
public sealed record ReviewColumn(string Title, Func<RegistrationRow, string?> Text, string? Look = null, bool IsConfirmed = false);
