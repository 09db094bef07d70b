using CsCheck;
using HnCe.Domain.Declarations;
using Xunit;

namespace HnCe.Domain.Tests.Declarations;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("978-7-302-51276-9", "9787302512769")]
    [InlineData("ISBN 978-7-302-51276-9", "9787302512769")]
    [InlineData("ISBN-13：9787302512769", "9787302512769")]
    [InlineData("0-306-40615-2", "9780306406157")]
    [InlineData("080442957x", "9780804429573")]
    [InlineData("９７８７３０２５１２７６９", "9787302512769")]
    [Trait("Spec", "DEC-08")]
    public void Isbn_AnySpelling_HasOneCanonicalForm(string text, string canonical) =>
        Assert.Equal(new IdentifierReading(canonical, null), Isbn.Read(text));

    [Theory]
    [InlineData("9787302512768", "末位校验码不符")]
    [InlineData("0306406153", "末位校验码不符")]
    [InlineData("9777302512769", "应为 13 位数字")]
    [InlineData("", "应为 13 位数字")]
    [InlineData("\ud800", "应为 13 位数字")]
    [InlineData(null, "应为 13 位数字")]
    [Trait("Spec", "DEC-10")]
    public void Isbn_Wrong_SaysWhatIsWrong(string? text, string fault) =>
        Assert.StartsWith(fault, Isbn.Read(text).Fault);

    [Theory]
    [InlineData("0378-5955", "0378-5955")]
    [InlineData("03785955", "0378-5955")]
    [InlineData("ISSN：2434-561x", "2434-561X")]
    [InlineData("１２３４－５６７９", "1234-5679")]
    [Trait("Spec", "DEC-08")]
    public void Issn_AnySpelling_HasOneCanonicalForm(string text, string canonical) =>
        Assert.Equal(new IdentifierReading(canonical, null), Issn.Read(text));

    [Theory]
    [InlineData("1234-5678", "末位校验码不符")]
    [InlineData("1234-567", "应为 8 位")]
    [InlineData("\0", "应为 8 位")]
    [Trait("Spec", "DEC-10")]
    public void Issn_Wrong_SaysWhatIsWrong(string text, string fault) =>
        Assert.StartsWith(fault, Issn.Read(text).Fault);

    [Theory]
    [InlineData("ZL202310123456.6", "ZL202310123456.6")]
    [InlineData("zl 2023 1 0123456.6", "ZL202310123456.6")]
    [InlineData("2023101234566", "ZL202310123456.6")]
    [InlineData("ＺＬ８５１００００１．０", "ZL85100001.0")]
    [Trait("Spec", "DEC-08")]
    public void PatentNumber_AnySpelling_HasOneCanonicalForm(string text, string canonical) =>
        Assert.Equal(new IdentifierReading(canonical, null), PatentNumber.Read(text));

    [Theory]
    [InlineData("ZL202310123456.5", "末位校验码不符")]
    [InlineData("ZL2023101234.5", "应为 ZL 加 12 位数字")]
    [Trait("Spec", "DEC-10")]
    public void PatentNumber_Wrong_SaysWhatIsWrong(string text, string fault) =>
        Assert.StartsWith(fault, PatentNumber.Read(text).Fault);

    [Fact]
    [Trait("Spec", "DEC-10")]
    public void Issn_AnyDigitChanged_IsRefused() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[1, 9]).Sample((place, shift) =>
        {
            const string Valid = "03785955";
            var changed = (char)('0' + ((Valid[place] - '0' + shift) % 10));
            return !Issn.Read($"{Valid[..place]}{changed}{Valid[(place + 1)..]}").IsCorrect;
        });

    [Fact]
    [Trait("Spec", "DEC-10")]
    public void Identifier_AnyText_DoesNotThrow() => Gen.String.Sample(text =>
    {
        Isbn.Read(text);
        Issn.Read(text);
        PatentNumber.Read(text);
    });
}
