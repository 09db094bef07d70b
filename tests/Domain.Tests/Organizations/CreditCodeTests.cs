using CsCheck;
using HnCe.Domain.Organizations;
using Xunit;

namespace HnCe.Domain.Tests.Organizations;

public sealed class CreditCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Theory]
    [InlineData("91350100M000100Y43", "M000100Y4")]
    [InlineData("1241000041580123XA", "41580123X")]
    [InlineData("91410100MA44B8X0XB", "MA44B8X0X")]
    [InlineData("114100000051847504", "005184750")]
    [Trait("Spec", "GB 32100")]
    public void CreditCode_WorkedExample_ShowsItsSubjectCode(string text, string subject)
    {
        Assert.True(CreditCode.TryParse(text, out var code));

        Assert.Equal(text, code.Value);
        Assert.Equal(subject, code.SubjectCode);
    }

    [Fact]
    [Trait("Spec", "GB 32100")]
    public void CreditCode_OfPublicInstitution_HoldsItsOrganizationCode()
    {
        CreditCode.TryParse("１２４１００００４１５８０１２３ｘａ", out var code);

        Assert.Equal("41580123-X", code.OrganizationCode?.Written);
    }

    [Fact]
    [Trait("Spec", "GB 32100")]
    public void CreditCode_SubjectFailsItsOwnCheck_StaysValidWithoutOrganizationCode()
    {
        var text = "12410000415801231" + Alphabet.Single(check => CreditCode.TryParse("12410000415801231" + check, out _));

        Assert.True(CreditCode.TryParse(text, out var code));
        Assert.Null(code.OrganizationCode);
    }

    [Theory]
    [InlineData("91350100M000100Y4Z")]
    [InlineData("91350100M000100Y44")]
    [InlineData("9135010OM000100Y43")]
    [InlineData("41580123X")]
    [InlineData("\0")]
    [InlineData("")]
    [InlineData(null)]
    [Trait("Spec", "GB 32100")]
    public void CreditCode_WrongText_IsRefused(string? text) =>
        Assert.False(CreditCode.TryParse(text, out _));

    [Fact]
    [Trait("Spec", "GB 32100")]
    public void CreditCode_AnyCharacterChanged_IsRefused() =>
        Gen.Select(Gen.Int[0, 17], Gen.Char[Alphabet]).Sample((place, other) =>
        {
            const string Valid = "1241000041580123XA";
            return other == Valid[place] || !CreditCode.TryParse($"{Valid[..place]}{other}{Valid[(place + 1)..]}", out _);
        });
}
