using HnCe.Domain.Access;
using HnCe.Domain.Accounts;

namespace HnCe.Pages.Accounts;

/// <summary>What is typed into 用户登录.</summary>
public sealed class SignInForm
{
    public string? UserType { get; set; }

    public string? OrganizationCode { get; set; }

    public string? Account { get; set; }

    public string? Password { get; set; }

    public string? Captcha { get; set; }

    /// <summary>Where the visitor wanted to go; an address of this site only.</summary>
    public string? Back { get; set; }

    /// <summary>The user type; 个人 for anything unknown, which then fails like a wrong account.</summary>
    public UserType Type => Enum.TryParse<UserType>(UserType, out var type) && Enum.IsDefined(type) ? type : Domain.Access.UserType.Individual;

    public Credentials ToCredentials(string? captchaId) => new()
    {
        UserType = Type,
        OrganizationCode = OrganizationCode,
        IdNumber = Account ?? "",
        Password = Password ?? "",
        CaptchaId = captchaId,
        CaptchaAnswer = Captcha,
    };
}
