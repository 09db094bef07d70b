using System.Globalization;
using System.Security.Cryptography;

namespace HnCe.Domain.Accounts;

/// <summary>A captcha in words (文字题): a sum such as 三十七加八等于几, that a screen reader can read aloud. Source: LOG-07, decision 0016.</summary>
/// <param name="Question">In Chinese words, without digits.</param>
/// <param name="Answer">In digits.</param>
public sealed record CaptchaSum(string Question, string Answer)
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly Dictionary<string, string> Numbers = Enumerable.Range(0, 100).ToDictionary(InWords, InDigits);

    /// <summary>A new sum from the system's cryptographic generator; the answer has two digits.</summary>
    public static CaptchaSum Next()
    {
        var (large, small) = (RandomNumberGenerator.GetInt32(20, 90), RandomNumberGenerator.GetInt32(2, 10));
        return RandomNumberGenerator.GetInt32(2) == 0
            ? new($"{InWords(large)}加{InWords(small)}等于几？", InDigits(large + small))
            : new($"{InWords(large)}减{InWords(small)}等于几？", InDigits(large - small));
    }

    /// <summary>Digits for an answer that was typed in words; anything else as it is.</summary>
    public static string Read(string typed) => Numbers.GetValueOrDefault(typed, typed);

    private static string InDigits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string InWords(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => $"十{Rest(number)}",
        _ => $"{Digits[number / 10]}十{Rest(number)}",
    };

    private static string Rest(int number) => number % 10 == 0 ? "" : Digits[number % 10].ToString();
}
