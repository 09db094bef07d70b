using System.Globalization;

namespace HnCe.Testing;

/// <summary>Somebody who does not exist: a valid ID number of a region that was never given out, and mail of a reserved domain.</summary>
/// <param name="Name">真实姓名.</param>
/// <param name="IdNumber">身份证号码.</param>
/// <param name="Mobile">手机号码.</param>
/// <param name="Mail">电子邮箱.</param>
public sealed record MadeUpPerson(string Name, string IdNumber, string Mobile, string Mail)
{
    /// <summary>A password that keeps the rules.</summary>
    public const string Password = "Zhong-Yuan2026";

    private const string Given = "芳伟娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英";
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The person of a serial number; always the same.</summary>
    public static MadeUpPerson Number(int serial, string? name = null)
    {
        var born = new DateOnly(1975, 1, 1).AddDays(serial / 500);
        var seventeen = string.Create(CultureInfo.InvariantCulture, $"419900{born:yyyyMMdd}{serial % 500 * 2:000}");
        var check = "10X98765432"[Weights.Select((weight, i) => weight * (seventeen[i] - '0')).Sum() % 11];
        return new(
            name ?? $"{Surnames[serial % Surnames.Length]}{Given[serial / Surnames.Length % Given.Length]}{Given[serial / 7 % Given.Length]}",
            seventeen + check,
            string.Create(CultureInfo.InvariantCulture, $"139{serial + 40_000_000:00000000}"),
            string.Create(CultureInfo.InvariantCulture, $"person{serial}@hnce.example"));
    }
}
