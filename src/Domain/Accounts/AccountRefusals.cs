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

    /// <summary>Source: LOG-06.</summary>
    public static readonly Refusal OrganizationRetired = new(RefusalCode.OrganizationRetired, "所属单位已停用");

    /// <summary>Source: LOG-06.</summary>
    public static Refusal Refused(string? reason) => new(RefusalCode.RegistrationRefused, $"此帐号审核未通过，原因：{reason}");

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
