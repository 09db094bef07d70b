using CsCheck;
using HnCe.Domain.Organizations;
using Xunit;

namespace HnCe.Domain.Tests.Organizations;

public sealed class OrganizationCodeTests
{
    [Theory]
    [InlineData("D2143569-X")]
    [InlineData("72183456-6")]
    [InlineData("41580123-X")]
    [InlineData("00518475-0")]
    [Trait("Spec", "GB 11714")]
    public void OrganizationCode_WorkedExample_IsReadWithAndWithoutHyphen(string written)
    {
        var bare = written.Replace("-", "");

        Assert.True(OrganizationCode.TryParse(written, out var withHyphen));
        Assert.True(OrganizationCode.TryParse(bare, out var without));
        Assert.Equal(withHyphen, without);
        Assert.Equal(bare, without.Value);
        Assert.Equal(written, without.Written);
    }

    [Theory]
    [InlineData("ｄ２１４３５６９－ｘ")]
    [InlineData(" d2143569-x ")]
    [InlineData("D2143569–X")]
    [Trait("Spec", "GB 11714")]
    public void OrganizationCode_OtherWidthOrCase_IsFolded(string text)
    {
        Assert.True(OrganizationCode.TryParse(text, out var code));

        Assert.Equal("D2143569X", code.Value);
    }

    [Theory]
    [InlineData("D2143569-1")]
    [InlineData("D2143569")]
    [InlineData("D21435-69X")]
    [InlineData("721834566\n1")]
    [InlineData("组织机构代码一二三")]
    [InlineData("\ud800")]
    [InlineData("")]
    [InlineData(null)]
    [Trait("Spec", "GB 11714")]
    public void OrganizationCode_WrongText_IsRefused(string? text) =>
        Assert.False(OrganizationCode.TryParse(text, out _));

    [Fact]
    [Trait("Spec", "GB 11714")]
    public void OrganizationCode_AnyText_HasAtMostOneCheckCharacter() =>
        Gen.String[Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"], 8, 8].Sample(body =>
            "0123456789X".Count(check => OrganizationCode.TryParse(body + check, out _)) == 1);
}
