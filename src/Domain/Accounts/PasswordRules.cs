using HnCe.Domain.Access;

namespace HnCe.Domain.Accounts;

/// <summary>What a password chosen by a person must be: 8 to 32 characters, three of four classes, nothing guessable. Source: ACC-02.</summary>
public static class PasswordRules
{
    private static readonly string[] Guessable = ["password", "passw0rd", "admin123", "abc12345", "abcd1234", "qwer1234", "1qaz2wsx", "iloveyou", "woaini1314", "a1234567", "aa123456"];

    /// <summary>All refusals at <c>password</c>.</summary>
    public static IEnumerable<Refusal> Check(string password, IdNumber? idNumber)
    {
        if (password.Length is < 8 or > 32)
        {
            yield return Weak("密码须为 8 至 32 个字符");
        }

        bool[] classes = [password.Any(char.IsAsciiLetterUpper), password.Any(char.IsAsciiLetterLower), password.Any(char.IsAsciiDigit), password.Any(c => !char.IsAsciiLetterOrDigit(c))];
        if (classes.Count(has => has) < 3)
        {
            yield return Weak("密码须包含大写字母、小写字母、数字、符号中的至少三类");
        }

        var folded = password.ToLowerInvariant();
        if (folded.Contains("000000", StringComparison.Ordinal) || Guessable.Any(word => folded.Contains(word, StringComparison.Ordinal))
            || (idNumber is { } number && IsOf(number, folded)))
        {
            yield return Weak("密码太容易被猜到，不能含有出生日期、身份证号码后六位或常见密码");
        }
    }

    private static bool IsOf(IdNumber number, string folded) =>
        folded.Contains($"{number.BirthDate:yyyyMMdd}", StringComparison.Ordinal) || folded.Contains(number.Value.ToLowerInvariant()[^6..], StringComparison.Ordinal);

    private static Refusal Weak(string message) => new(RefusalCode.WeakPassword, message, "password");
}
