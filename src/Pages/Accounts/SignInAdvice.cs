using HnCe.Domain.Access;

namespace HnCe.Pages.Accounts;

/// <summary>What the manual advises after each refusal of 登录. Source: LOG-02 to LOG-04, LOG-06.</summary>
public static class SignInAdvice
{
    public static string? For(RefusalCode code, UserType type) => code switch
    {
        RefusalCode.WrongCredentials => "请重新录入您的账户、密码，点击“登录”即可。",
        RefusalCode.WrongCaptcha => "如果验证码看不清，可以点击右侧图片中的验证码，验证码会自动更换。",
        RefusalCode.NotYetApproved => $"请耐心等待{Reviewer(type)}的审核，或者主动联系{Reviewer(type)}催其审核。",
        RefusalCode.RegistrationRefused => "您可以按原因更正后，用同一身份证号码重新注册。",
        RefusalCode.AccountDisabled or RefusalCode.OrganizationRetired => "如有疑问，请联系本单位或上级部门的管理员。",
        RefusalCode.InitialPasswordExpired => "初始密码自初始化起 72 小时内有效。管理员重新初始化后，您可以再次登录。",
        RefusalCode.LockedOut => "这是为了防止他人猜测您的密码。时间到后可以再次登录。",
        _ => null,
    };

    private static string Reviewer(UserType type) => type switch
    {
        UserType.Individual => "所属单位管理员",
        UserType.LocalBureau => "上级人社部门管理员",
        _ => "同级人社部门管理员",
    };
}
