using CsCheck;
using HnCe.Domain.Accounts;
using Xunit;

namespace HnCe.Domain.Tests.Accounts;

public sealed class IdNumberTests
{
    private static readonly DateOnly Today = new(2026, 6, 15);

    private static readonly Gen<string> ValidNumbers =
        from region in Gen.OneOf([.. new[] { "410105", "110105", "410381", "650100", "830000" }.Select(Gen.Const)])
        from day in Gen.Int[0, 39000]
        from sequence in Gen.Int[0, 999]
        let body = $"{region}{new DateOnly(1903, 1, 1).AddDays(day):yyyyMMdd}{sequence:D3}"
        select body + CheckCharacter(body);

    [Theory]
    [InlineData("11010519491231002X", Sex.Female)]
    [InlineData("440524188001010014", Sex.Male)]
    [InlineData("410105199003077826", Sex.Female)]
    [InlineData("410102198506150032", Sex.Male)]
    [InlineData("410304197811231049", Sex.Female)]
    [Trait("Spec", "IND-07")]
    public void IdNumber_WorkedExample_IsReadWithBirthDateAndSex(string text, Sex sex)
    {
        Assert.True(IdNumber.TryParse(text, Today, out var number));

        Assert.Equal(text, number.Value);
        Assert.Equal(sex, number.Sex);
        Assert.Equal(text[6..14], number.BirthDate.ToString("yyyyMMdd"));
    }

    [Theory]
    [InlineData("41130319930229001X")]
    [InlineData("410105199003077825")]
    [InlineData("41010519900307782")]
    [InlineData("4101051990030778260")]
    [InlineData("410105900307782")]
    [InlineData("990105199003077826")]
    [InlineData("41010519900307782６７")]
    [InlineData("410105199003०77826")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("")]
    [InlineData(null)]
    [Trait("Spec", "IND-07")]
    public void IdNumber_WrongText_IsRefused(string? text) =>
        Assert.False(IdNumber.TryParse(text, Today, out _));

    [Theory]
    [InlineData(" 11010519491231002x ")]
    [InlineData("１１０１０５１９４９１２３１００２Ｘ")]
    [InlineData("\u300011010519491231002ｘ\r\n")]
    [Trait("Spec", "LOG-09")]
    public void IdNumber_FullWidthOrLowerCase_IsFolded(string text)
    {
        Assert.True(IdNumber.TryParse(text, Today, out var number));

        Assert.Equal("11010519491231002X", number.Value);
    }

    [Fact]
    [Trait("Spec", "IND-07")]
    public void IdNumber_DayBeforeSixteenthBirthday_IsRefused()
    {
        var body = "41010520100616001";
        var text = body + CheckCharacter(body);

        Assert.False(IdNumber.TryParse(text, Today, out _));
        Assert.True(IdNumber.TryParse(text, Today.AddDays(1), out _));
    }

    [Fact]
    [Trait("Spec", "IND-07")]
    public void IdNumber_AnyValidNumber_IsRead() =>
        ValidNumbers.Sample(text => IdNumber.TryParse(text, Today, out var number) && number.Value == text);

    [Fact]
    [Trait("Spec", "IND-07")]
    public void IdNumber_AnyDigitChanged_IsRefused() =>
        Gen.Select(ValidNumbers, Gen.Int[0, 16], Gen.Int[1, 9]).Sample((text, place, shift) =>
        {
            var changed = (char)('0' + ((text[place] - '0' + shift) % 10));
            return !IdNumber.TryParse($"{text[..place]}{changed}{text[(place + 1)..]}", Today, out _);
        });

    [Fact]
    [Trait("Spec", "IND-07")]
    public void IdNumber_AnyText_DoesNotThrow() =>
        Gen.String.Sample(text => { IdNumber.TryParse(text, Today, out _); });

    [Fact]
    [Trait("Spec", "CER-05")]
    public void IdNumber_Printed_IsMasked()
    {
        IdNumber.TryParse("410105199003077826", Today, out var number);

        Assert.Equal("410105********7826", $"{number}");
        Assert.Equal("4****************6", number.MaskedForPublic);
        Assert.Equal("", default(IdNumber).ToString());
        Assert.Equal("身份证号码不正确", IdNumber.Incorrect.Message);
    }

    private static char CheckCharacter(string body)
    {
        // The recursive form of ISO 7064 MOD 11-2, as a second opinion to the weights of the standard.
        var product = body.Aggregate(0, (sum, digit) => (sum + digit - '0') * 2 % 11);
        return "0123456789X"[(12 - product) % 11];
    }
}
