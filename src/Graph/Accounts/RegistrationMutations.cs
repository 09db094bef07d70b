using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>Which registrations are decided, and how: either chosen ids or, for the province, everything that waits. EMP-15, PRO-04.</summary>
public sealed class ReviewRegistrationsInput
{
    /// <summary>Chosen registrations, at most 500; leave out for everything that waits.</summary>
    public IReadOnlyList<Key<RegistrationView>>? Ids { get; init; }

    /// <summary>Everything that waits of one kind, for the province only. 全部通过, 全部不通过.</summary>
    public AllWaitingRegistrationsInput? AllWaiting { get; init; }

    /// <summary>通过 or 不通过.</summary>
    public required ReviewDecision Decision { get; init; }

    /// <summary>Reason, 1 to 500 characters; required for FAIL. 原因.</summary>
    public string? Reason { get; init; }
}

/// <summary>Everything that waits of one kind, as the reviewer saw and confirmed it. PRO-04, REV-04.</summary>
public sealed class AllWaitingRegistrationsInput
{
    /// <summary>What was registered.</summary>
    public required RegistrationKind Kind { get; init; }

    /// <summary>The name that was filtered by.</summary>
    public string? Name { get; init; }

    /// <summary>How many the reviewer confirmed; when it is another number now, nothing happens.</summary>
    public required int Expected { get; init; }
}

/// <summary>What came of reviewing registrations.</summary>
public sealed class ReviewRegistrationsPayload : BatchPayload;

/// <summary>Whose registration is asked for or taken back; the same answers as at sign-in. S-PUB-01, LOG-01.</summary>
public sealed class RegistrationCredentialsInput
{
    /// <summary>用户类型.</summary>
    public required UserType UserType { get; init; }

    /// <summary>组织机构代码, for roles that sign in with one.</summary>
    public string? OrganizationCode { get; init; }

    /// <summary>身份证号码.</summary>
    public required string IdNumber { get; init; }

    /// <summary>密码.</summary>
    public required string Password { get; init; }

    /// <summary>Which captcha was shown.</summary>
    public string? CaptchaId { get; init; }

    /// <summary>What was read in it. 验证码.</summary>
    public string? CaptchaAnswer { get; init; }

    internal Credentials ToCredentials() => new()
    {
        UserType = UserType,
        OrganizationCode = OrganizationCode,
        IdNumber = IdNumber,
        Password = Password,
        CaptchaId = CaptchaId,
        CaptchaAnswer = CaptchaAnswer,
    };
}

/// <summary>What came of asking for a registration.</summary>
public sealed class CheckRegistrationPayload : Payload
{
    /// <summary>How far it is; null when refused.</summary>
    public RegistrationProgressView? Progress { get; init; }
}

/// <summary>What came of taking a registration back.</summary>
public sealed class WithdrawRegistrationPayload : Payload
{
    /// <summary>What to tell the applicant; null when refused.</summary>
    public string? Message { get; init; }
}

[MutationType]
internal static class RegistrationMutations
{
    /// <summary>Passes or refuses registrations that wait for the caller's organization. 审核注册账号, 审核账户. EMP-14, EMP-15, BUR-06, BUR-07, PRO-04, PRO-05.</summary>
    /// <param name="input">Which, and how.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewRegistrations)]
    public static async Task<ReviewRegistrationsPayload> ReviewRegistrations(ReviewRegistrationsInput input, [FromServices] ReviewRegistrations useCase, CancellationToken cancel) =>
        BatchPayload.Of<RegistrationView, ReviewRegistrationsPayload>(input.Ids, input switch
        {
            { Ids: { } ids, AllWaiting: null } => await useCase.RunAsync(ids.Values(), input.Decision, input.Reason, cancel),
            { Ids: null, AllWaiting: { } all } => await useCase.RunAsync(
                new RegistrationFilter { Kind = all.Kind, Name = all.Name }, all.Expected, input.Decision, input.Reason, cancel),
            _ => DeclarationRefusals.NothingSelected,
        });

    /// <summary>Tells an applicant how far his registration is; needs his password. 注册审核进度查询. S-PUB-01, LOG-04, LOG-06.</summary>
    /// <param name="input">Who asks.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<CheckRegistrationPayload> CheckRegistration(RegistrationCredentialsInput input, [FromServices] CheckRegistration useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.ToCredentials(), cancel)).To(progress => new CheckRegistrationPayload { Progress = new(progress) });

    /// <summary>Takes back a registration that nobody has decided on; needs its password. 撤回注册. SPEC §18.</summary>
    /// <param name="input">Whose.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<WithdrawRegistrationPayload> WithdrawRegistration(RegistrationCredentialsInput input, [FromServices] WithdrawRegistration useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.ToCredentials(), cancel)).To(_ => new WithdrawRegistrationPayload { Message = "您已撤回注册，可以用同一身份证号码重新注册" });
}
