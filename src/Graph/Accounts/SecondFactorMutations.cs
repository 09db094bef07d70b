using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>What came of beginning with the second factor.</summary>
public sealed class BeginSecondFactorPayload : Payload
{
    /// <summary>The secret, base32, to be typed into an app; told once.</summary>
    public string? Secret { get; init; }

    /// <summary>The QR picture that an app reads: its rows, 1 is dark, 0 is light.</summary>
    public IReadOnlyList<string>? Picture { get; init; }
}

/// <summary>A code of the app.</summary>
public sealed class ConfirmSecondFactorInput
{
    /// <summary>Six digits. 动态验证码.</summary>
    public required string Code { get; init; }
}

/// <summary>What came of turning the second factor on.</summary>
public sealed class ConfirmSecondFactorPayload : Payload;

/// <summary>The password once more.</summary>
public sealed class EndSecondFactorInput
{
    /// <summary>密码.</summary>
    public required string Password { get; init; }
}

/// <summary>What came of turning the second factor off.</summary>
public sealed class EndSecondFactorPayload : Payload;

[MutationType]
internal static class SecondFactorMutations
{
    /// <summary>Makes a secret for the second factor, in force once confirmed. 两步验证. SEC-B13.</summary>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseSecondFactor)]
    public static async Task<BeginSecondFactorPayload> BeginSecondFactor([FromServices] BeginSecondFactor useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(cancel)).To(secret => new BeginSecondFactorPayload
        {
            Secret = secret.Secret,
            Picture = [.. secret.Modules.Select(row => string.Concat(row.Select(dark => dark ? '1' : '0')))],
        });

    /// <summary>Turns the second factor on, by a code of it. 开启两步验证. SEC-B13.</summary>
    /// <param name="input">The code.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseSecondFactor)]
    public static async Task<ConfirmSecondFactorPayload> ConfirmSecondFactor(ConfirmSecondFactorInput input, [FromServices] ConfirmSecondFactor useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Code, cancel)).To(_ => new ConfirmSecondFactorPayload());

    /// <summary>Turns the second factor off, by the password. 关闭两步验证. SEC-B13.</summary>
    /// <param name="input">The password.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseSecondFactor)]
    public static async Task<EndSecondFactorPayload> EndSecondFactor(EndSecondFactorInput input, [FromServices] EndSecondFactor useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Password, cancel)).To(_ => new EndSecondFactorPayload());
}
