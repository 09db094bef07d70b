using HnCe.Domain.Accounts;

namespace HnCe.Domain.Data.Demo;

/// <summary>
/// Somebody who does not exist: region 419900 of the ID number was never given out, the mobile numbers lie in one block, and mail
/// addresses end in the reserved domain .example.
/// </summary>
/// <param name="Number">Serial number, from 1.</param>
/// <param name="Name">Name.</param>
/// <param name="IdNumber">ID number with a valid check character.</param>
/// <param name="Mobile">Mobile phone number.</param>
/// <param name="Mail">Mail address.</param>
internal sealed record DemoPerson(int Number, string Name, string IdNumber, string Mobile, string Mail)
{
    private const string NeverGivenOut = "419900";
    private static readonly DateOnly Late = new(2100, 1, 1);

    /// <summary>The person of a serial number; always the same.</summary>
    public static DemoPerson Create(int number)
    {
        var dice = new DemoDice(number * 7919);
        var woman = dice.Percent(52);
        var names = DemoSeed.Names;
        var name = dice.Pick(names.Surnames) + dice.Pick(woman ? names.Women : names.Men);
        var born = new DateOnly(1966, 1, 1).AddDays(dice.Number(0, 31 * 365));
        var sequence = (number * 2 % 1000) + (woman ? 0 : 1);
        return new(number, name, Complete($"{NeverGivenOut}{born:yyyyMMdd}{sequence:000}"), $"1990000{number:0000}", $"demo{number:000}@hnce.example");
    }

    /// <summary>Reads and seals.</summary>
    public Person Seal(SecretBox box, DateOnly today)
    {
        _ = Accounts.IdNumber.TryParse(IdNumber, today, out var idNumber);
        return Person.Seal(idNumber, Name, Mobile, Mail, box);
    }

    private static string Complete(string seventeen) =>
        "0123456789X".Select(check => seventeen + check).First(number => Accounts.IdNumber.TryParse(number, Late, out _));
}
