using HnCe.Domain.Access;

namespace HnCe.Domain.Accounts;

/// <summary>Why somebody cannot register or sign in. Messages of SPEC §19 are kept word for word.</summary>
public static class AccountRefusals
{
    /// <summary>Source: MSG-15, IND-07.</summary>
    public static readonly Refusal InvalidIdNumber = new(RefusalCode.InvalidIdNumber, "身份证号码不正确", "idNumber");

    /// <summary>Source: IND-07.</summary>
    public static readonly Refusal DisagreesWithIdNumber = new(RefusalCode.InvalidIdNumber, "性别或出生年月与身份证号码不一致", "idNumber");

    /// <summary>Source: MSG-14, IND-11.</summary>
    public static readonly Refusal AlreadyRegistered = new(RefusalCode.AlreadyRegistered, "该身份证号码已注册", "idNumber");

    /// <summary>Source: IND-01.</summary>
    public static readonly Refusal InvalidMobile = new(RefusalCode.InvalidMobile, "手机号码不正确，应为 11 位数字", "mobile");

    /// <summary>Source: IND-01, EML-03.</summary>
    public static readonly Refusal InvalidMail = new(RefusalCode.InvalidMail, "电子邮箱不正确，审核结果会发到这个邮箱", "mail");

    /// <summary>Source: IND-03.</summary>
    public static readonly Refusal InvalidName = new(RefusalCode.Required, "请填写真实姓名（2 至 50 个字，不含数字和符号）", "name");

    /// <summary>Source: IND-03.</summary>
    public static readonly Refusal EmployerRequired = new(RefusalCode.Required, "请选择所属法人单位", "employer");

    /// <summary>Source: PIC-03.</summary>
    public static readonly Refusal ForeignDepartment = new(RefusalCode.NotAnOption, "所选部门不属于所选单位，请重新选择", "department");

    /// <summary>Source: IND-08.</summary>
    public static readonly Refusal ConsentRequired = new(RefusalCode.ConsentRequired, "请阅读并同意个人信息处理告知", "consent");

    /// <summary>Source: MSG-06, LOG-02; also for an unknown account or a wrong organization code (LOG-05).</summary>
    public static readonly Refusal WrongCredentials = new(RefusalCode.WrongCredentials, "账户或密码错误");

    /// <summary>Source: MSG-07, LOG-03.</summary>
    public static readonly Refusal WrongCaptcha = new(RefusalCode.WrongCaptcha, "验证码错误", "captcha");

    /// <summary>Source: MSG-08, LOG-04.</summary>
    public static readonly Refusal NotYetApproved = new(RefusalCode.NotYetApproved, "此帐号还未被审核");

    /// <summary>Source: LOG-06.</summary>
    public static readonly Refusal Disabled = new(RefusalCode.AccountDisabled, "此帐号已被禁用");

    /// <summary>The applicant took it back. Source: LOG-06.</summary>
    public static readonly Refusal RegistrationWithdrawn = new(RefusalCode.RegistrationRefused, "此帐号的注册已撤回，可以重新注册");

    /// <summary>Source: LOG-06.</summary>
    public static readonly Refusal OrganizationRetired = new(RefusalCode.OrganizationRetired, "所属单位已停用");

    /// <summary>Source: LOG-06.</summary>
    public static Refusal Refused(string? reason) => new(RefusalCode.RegistrationRefused, $"此帐号审核未通过，原因：{reason}");

    /// <summary>Told after the right initial password only. Source: ACC-02.</summary>
    public static readonly Refusal InitialPasswordExpired = new(RefusalCode.InitialPasswordExpired, "初始密码已过期，请联系管理员重新初始化密码");

    /// <summary>Told after the right password only. Source: SEC-B13.</summary>
    public static readonly Refusal SecondFactorRequired = new(RefusalCode.SecondFactorRequired, "请录入两步验证的动态验证码");

    /// <summary>Wrong, of another time, or used before. Source: SEC-B13.</summary>
    public static readonly Refusal WrongSecondFactor = new(RefusalCode.WrongSecondFactor, "动态验证码错误，请录入验证器上当前的 6 位数字", "code");

    /// <summary>Another tab or device has turned it on or off. Source: SEC-B13.</summary>
    public static readonly Refusal SecondFactorChanged = new(RefusalCode.Conflict, "两步验证刚刚被开启或关闭，请刷新后重试");

    /// <summary>The account exists no more, or has no such data of its own.</summary>
    public static readonly Refusal OwnAccountNotFound = new(RefusalCode.NotFound, "没有找到您的帐号信息");

    /// <summary>Source: MSG-13, IND-16.</summary>
    public static readonly Refusal WrongOldPassword = new(RefusalCode.WrongCredentials, "原始密码错误", "current");

    /// <summary>Asked again before something is turned off. Source: SEC-B13.</summary>
    public static readonly Refusal WrongPassword = new(RefusalCode.WrongCredentials, "密码错误", "password");

    /// <summary>Source: ACC-02.</summary>
    public static readonly Refusal PasswordReused = new(RefusalCode.PasswordReused, "不能使用最近 5 次用过的密码", "password");

    /// <summary>Unknown, used, expired, or of an account that is active no more. Source: LOG-10.</summary>
    public static readonly Refusal LinkExpired = new(RefusalCode.LinkExpired, "链接已失效。链接 30 分钟内有效，只能使用一次，请重新申请");

    /// <summary>Source: IND-06.</summary>
    public static readonly Refusal InvalidLandline = new(RefusalCode.InvalidLandline, "固定电话不正确，例如 0371-65900000", "landline");

    /// <summary>The photo is none of one's own uploads, or no picture. Source: IND-06.</summary>
    public static readonly Refusal InvalidPhoto = new(RefusalCode.FileTypeNotAllowed, "照片须为 JPG 或 PNG 图片", "photo");

    /// <summary>Source: LOG-06, LOG-07.</summary>
    public static Refusal LockedOut(int minutes) => new(RefusalCode.LockedOut, $"密码错误次数过多，请 {minutes} 分钟后再试");

    /// <summary>The registration does not exist or is out of reach.</summary>
    public static readonly Refusal RegistrationNotFound = new(RefusalCode.NotFound, "没有找到这条注册信息");

    /// <summary>Decided before. Source: MSG-18.</summary>
    public static readonly Refusal AlreadyReviewed = new(RefusalCode.AlreadyReviewed, "该记录已被审核");

    /// <summary>Nobody decides on his own registration. Source: REV-11.</summary>
    public static readonly Refusal OwnRegistration = new(RefusalCode.OwnRegistration, "不能审核本人的注册信息，请由其他管理员审核");

    /// <summary>The reviewing organization was retired meanwhile. Source: FWD-06.</summary>
    public static readonly Refusal ReviewerRetired = new(RefusalCode.TargetRetired, "审核部门已停用，请联系系统管理员");

    /// <summary>The organization was retired, or its own registration refused, before this administrator was decided on. Source: BAS-07.</summary>
    public static readonly Refusal OrganizationGone = new(RefusalCode.OrganizationRetired, "该机构已停用或注册未通过，不能通过；可以不通过并写明原因");

    /// <summary>Everything that waits is decided at once by the province only. Source: PRO-04, Q12.</summary>
    public static readonly Refusal ProvinceOnly = new(RefusalCode.ProvinceOnly, "全部通过、全部不通过只有省厅可以使用，请选择后批量审核");

    /// <summary>The account is right and was never registered, but added by a colleague.</summary>
    public static readonly Refusal NeverRegistered = new(RefusalCode.NotFound, "此帐号不是注册而来，没有审核进度，可以直接登录");

    /// <summary>Only what waits can be taken back. Source: SPEC §18.</summary>
    public static readonly Refusal NotWaiting = new(RefusalCode.AlreadyReviewed, "该注册已被审核或已撤回，不能撤回");

    /// <summary>The professional does not exist or is out of reach.</summary>
    public static readonly Refusal ProfessionalNotFound = new(RefusalCode.NotFound, "没有找到这位专业技术人员");

    /// <summary>Looking at a full ID number needs a reason. Source: SEC-E5.</summary>
    public static readonly Refusal RevealReasonRequired = new(RefusalCode.ReasonRequired, "请填写查看原因（1 至 200 字），查看会被记录", "reason");

    /// <summary>The account does not exist, is out of reach, or is of a type that the caller has no power over. Source: ACC-03.</summary>
    public static readonly Refusal AccountNotFound = new(RefusalCode.NotFound, "没有找到这个帐号，或不归您管理");

    /// <summary>Source: EMP-12.</summary>
    public static readonly Refusal OwnAccount = new(RefusalCode.OwnAccount, "不能对自己的帐号办理，请由另一名管理员办理");

    /// <summary>Source: EMP-12.</summary>
    public static readonly Refusal LastAdministrator = new(RefusalCode.LastAdministrator, "不能移除单位最后的管理员，请先新增另一名管理员");

    /// <summary>Source: SPEC §18.</summary>
    public static readonly Refusal NotActive = new(RefusalCode.AccountNotActive, "该帐号不是启用状态，不能办理");

    /// <summary>Source: SPEC §18.</summary>
    public static readonly Refusal NotDisabled = new(RefusalCode.AccountNotDisabled, "该帐号没有被禁用，不用启用");

    /// <summary>Source: EMP-11, LOG-08.</summary>
    public static readonly Refusal AlreadyAdministrator = new(RefusalCode.AlreadyRegistered, "该身份证号码已是本单位的管理员", "idNumber");
}
