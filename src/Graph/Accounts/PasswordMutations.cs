using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>A new password for oneself. 修改密码. IND-16.</summary>
public sealed class ChangePasswordInput
{
    /// <summary>原始密码; null for who signed in with the initial password only. MSG-13.</summary>
    public string? Current { get; init; }

    /// <summary>新密码: 8 to 32 characters, three of four classes, none of the last five. ACC-02.</summary>
    public required string New { get; init; }
}

/// <summary>What came of changing the password.</summary>
public sealed class ChangePasswordPayload : Payload
{
    /// <summary>Stamp of the sessions that begin from now on: a host that keeps sessions goes on with it, all others have ended. ACC-04.</summary>
    public string? SessionStamp { get; init; }
}

/// <summary>Whose password was forgotten. 忘记密码. LOG-10.</summary>
public sealed class RequestPasswordResetInput
{
    /// <summary>用户类型.</summary>
    public required UserType UserType { get; init; }

    /// <summary>组织机构代码, for roles that sign in with one. LOG-01.</summary>
    public string? OrganizationCode { get; init; }

    /// <summary>身份证号码.</summary>
    public required string IdNumber { get; init; }

    /// <summary>Which captcha was shown.</summary>
    public string? CaptchaId { get; init; }

    /// <summary>What was read in it. 验证码.</summary>
    public string? CaptchaAnswer { get; init; }
}

/// <summary>What came of asking for a link; the same whether there is such an account or not.</summary>
public sealed class RequestPasswordResetPayload : Payload
{
    /// <summary>What to tell the person.</summary>
    public string? Message { get; init; }
}

/// <summary>A new password, with the link of the mail. 重设密码. LOG-10.</summary>
public sealed class ChooseNewPasswordInput
{
    /// <summary>Of the link.</summary>
    public required string Ticket { get; init; }

    /// <summary>Of the link.</summary>
    public required string Key { get; init; }

    /// <summary>新密码: 8 to 32 characters, three of four classes, none of the last five. ACC-02.</summary>
    public required string Password { get; init; }
}

/// <summary>What came of choosing a new password.</summary>
public sealed class ChooseNewPasswordPayload : Payload;

[MutationType]
internal static class PasswordMutations
{
    /// <summary>Changes one's own password and ends all sessions. 修改密码. IND-16, EMP-10, ACC-02.</summary>
    /// <param name="input">Old and new.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ChangeOwnPassword)]
    public static async Task<ChangePasswordPayload> ChangePassword(ChangePasswordInput input, [FromServices] ChangePassword useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Current, input.New, cancel)).To(stamp => new ChangePasswordPayload { SessionStamp = stamp });

    /// <summary>Sends a link to the mail address of an active account, at most three in an hour; answers the same for any account. 忘记密码. LOG-10.</summary>
    /// <param name="input">Whose.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll, Cost(50)]
    public static async Task<RequestPasswordResetPayload> RequestPasswordReset(
        RequestPasswordResetInput input, [FromServices] RequestPasswordReset useCase, CancellationToken cancel)
    {
        var outcome = await useCase.RunAsync(
            new()
            {
                UserType = input.UserType,
                OrganizationCode = input.OrganizationCode,
                IdNumber = input.IdNumber,
                CaptchaId = input.CaptchaId,
                CaptchaAnswer = input.CaptchaAnswer,
            }, cancel);
        return outcome.To(_ => new RequestPasswordResetPayload { Message = "如果帐号存在且状态正常，重设密码的链接已发到它登记的电子邮箱，30 分钟内有效" });
    }

    /// <summary>Sets the password with the link of the mail, once, and ends all sessions. 重设密码. LOG-10.</summary>
    /// <param name="input">Link and password.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll, Cost(50)]
    public static async Task<ChooseNewPasswordPayload> ChooseNewPassword(ChooseNewPasswordInput input, [FromServices] ChooseNewPassword useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Ticket, input.Key, input.Password, cancel)).To(_ => new ChooseNewPasswordPayload());
}
