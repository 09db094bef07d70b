using OtpNet;

namespace HnCe.Domain.Accounts;

/// <summary>
/// 两步验证: six digits that an app on the phone makes anew every 30 seconds out of a shared secret (RFC 6238). The step before
/// and the one after are taken as well, each step once. Source: SEC-B13, decision 0015.
/// </summary>
internal static class SecondFactor
{
    private const int SecretBytes = 20;

    /// <summary>A new secret, base32, as apps take it.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    /// <summary>The address that apps read from the QR picture. The account is named by user type only: no personal data in it.</summary>
    public static string AddressOf(string secret, string label) =>
        new OtpUri(OtpType.Totp, secret, label, "HnCe").ToString();

    /// <summary>The time step whose code was typed; null when it is no code of now or was taken before.</summary>
    public static long? StepOf(string secret, string? typed, long lastStep, DateTime now)
    {
        var code = ReferenceData.TypedText.FoldCode(typed).Replace(" ", "", StringComparison.Ordinal);
        return code.Length == 6 && new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(now, code, out var step, new VerificationWindow(previous: 1, future: 1)) && step > lastStep
            ? step
            : null;
    }
}
