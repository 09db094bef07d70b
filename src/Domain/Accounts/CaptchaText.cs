using System.Security.Cryptography;

namespace HnCe.Domain.Accounts;

/// <summary>The characters of a captcha (验证码). Source: LOG-07.</summary>
public static class CaptchaText
{
    /// <summary>Letters and digits that cannot be taken for one another: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V.</summary>
    public const string Alphabet = "ACDEFGHJKMNPQRTWXY34679";

    /// <summary>Number of characters. LOG-07 asks for four to five.</summary>
    public const int Length = 4;

    /// <summary>A new text from the system's cryptographic generator.</summary>
    public static string Next() => RandomNumberGenerator.GetString(Alphabet, Length);
}
