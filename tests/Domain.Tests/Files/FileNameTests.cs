using HnCe.Domain.Files;
using Xunit;

namespace HnCe.Domain.Tests.Files;

public sealed class FileNameTests
{
    [Theory, Trait("Spec", "IND-24")]
    [InlineData("学时证明.pdf", "学时证明.pdf")]
    [InlineData("C:\\我的\\学时证明.pdf", "学时证明.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..", "附件")]
    [InlineData("a/", "附件")]
    [InlineData("", "附件")]
    [InlineData(null, "附件")]
    [InlineData("证书\u202Egpj.exe", "证书gpj.exe")]
    [InlineData("a\r\nSet-Cookie: x\0.pdf", "aSet-Cookie_ x.pdf")]
    [InlineData("a<b>\"c\".png", "a_b__c_.png")]
    [InlineData("\uD83D半个代理.png", "半个代理.png")]
    public void Name_Hostile_IsMadeSafe(string? raw, string expected) => Assert.Equal(expected, FileName.Display(raw));

    [Fact, Trait("Spec", "IND-24")]
    public void Name_TooLong_KeepsItsExtensionAndWholeCharacters()
    {
        var name = FileName.Display(string.Concat(Enumerable.Repeat("𠮷", 200)) + "a.pdf");

        Assert.InRange(name.Length, 99, 100);
        Assert.EndsWith("𠮷.pdf", name, StringComparison.Ordinal);
    }

    [Theory, Trait("Spec", "IND-24")]
    [InlineData("扫描.PDF", FileType.Pdf, "扫描.PDF")]
    [InlineData("照片.jpeg", FileType.Jpeg, "照片.jpeg")]
    [InlineData("照片.jpg", FileType.Png, "照片.jpg.png")]
    [InlineData("证书.pdf.exe", FileType.Pdf, "证书.pdf.exe.pdf")]
    [InlineData(null, FileType.Zip, "附件.zip")]
    public void Name_OfContent_EndsWithTheRealType(string? raw, FileType type, string expected) =>
        Assert.Equal(expected, FileName.Display(raw, new FileContent(type, 1)));
}
