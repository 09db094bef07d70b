using HnCe.Domain.Accounts;
using Xunit;

namespace HnCe.Domain.Tests.Accounts;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("1381234", "*******")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [Trait("Spec", "CER-05")]
    public void Mobile_AnyLength_KeepsOnlyHeadAndTail(string? mobile, string masked) =>
        Assert.Equal(masked, Masking.Mobile(mobile));

    [Theory]
    [InlineData("wang@x.cn", "w***@x.cn")]
    [InlineData("w@x.cn", "w***@x.cn")]
    [InlineData("@x.cn", "***")]
    [InlineData("wang", "***")]
    [InlineData(null, "***")]
    [Trait("Spec", "CER-05")]
    public void Email_AnyShape_KeepsFirstCharacterAndDomain(string? email, string masked) =>
        Assert.Equal(masked, Masking.Email(email));

    [Theory]
    [InlineData("王芳", "王*")]
    [InlineData("王小明", "王*")]
    [InlineData("欧阳娜", "欧阳*")]
    [InlineData("诸葛孔明", "诸葛*")]
    [InlineData("欧阳", "欧*")]
    [InlineData("𠮷田一", "𠮷*")]
    [InlineData(" 李雷 ", "李*")]
    [InlineData("", "*")]
    [InlineData(null, "*")]
    [Trait("Spec", "CER-05")]
    public void PublicName_AnyName_KeepsTheSurname(string? name, string masked) =>
        Assert.Equal(masked, Masking.PublicName(name));
}
