using System.Text;
using HnCe.Domain.Access;
using HnCe.Domain.Certificates;
using UglyToad.PdfPig;
using Xunit;

namespace HnCe.Domain.Tests.Certificates;

public sealed class CertificatePdfTests
{
    [Fact, Trait("Spec", "CER-03")]
    public void Certificate_Usual_TextHoldsEveryField()
    {
        var text = TextOf(Certificates.Pdf.Draw(Certificates.Usual));

        string[] fields =
        [
            "河南省专业技术人员继续教育合格证书", "HN20254101000012863M", "李慧敏", "女", "410105********7826", "郑州市明德实验中学", "一级教师",
            "2025年度", "公需科目30学时", "专业科目66.5学时", "合计96.5学时", "郑州市人力资源和社会保障局", "2026年1月12日", "盖章处", "hnce.example.gov.cn",
            .. Certificates.Usual.Records.SelectMany(record => new[] { record.Name, record.Form, record.Category }),
        ];
        Assert.All(fields, field => Assert.Contains(field, text));
    }

    [Fact, Trait("Spec", "CER-03")]
    public void Certificate_Usual_TextHasNoKangxiRadicals()
    {
        var text = TextOf(Certificates.Pdf.Draw(Certificates.Usual));

        Assert.DoesNotContain(text, character => character is >= '\u2E80' and <= '\u2FDF' or >= '\uF900' and <= '\uFAFF');
    }

    [Fact, Trait("Spec", "CER-03")]
    public void Certificate_Usual_IsOneA4PageBelow60Kilobytes()
    {
        var bytes = Certificates.Pdf.Draw(Certificates.Usual);

        using var pdf = PdfDocument.Open(bytes);
        var page = Assert.Single(pdf.GetPages());
        Assert.Equal((595, 842), ((int)Math.Round(page.Width), (int)Math.Round(page.Height)));
        Assert.InRange(bytes.Length, 10_000, 60_000);
    }

    [Fact, Trait("Spec", "CER-03")]
    public void Certificate_SixtyRecords_StaysOnOnePageAndSumsUpTheRest()
    {
        var bytes = Certificates.Pdf.Draw(Certificates.Crowded);

        using var pdf = PdfDocument.Open(bytes);
        Assert.Equal(1, pdf.NumberOfPages);
        Assert.Matches("等60项：以上列出[0-9]+项，其余[0-9]+项合并计[0-9.]+学时", TextOf(bytes));
        Assert.Contains("人力资源和社会保障管理服务局", TextOf(bytes));
    }

    [Theory, Trait("Spec", "CER-03")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(17)]
    [InlineData(24)]
    [InlineData(25)]
    [InlineData(500)]
    public void Certificate_AnyNumberOfRecords_TextStaysInsideTheFrame(int count)
    {
        var content = Certificates.Usual with { Records = [.. Enumerable.Repeat(Certificates.Usual.Records[1], count)] };

        using var pdf = PdfDocument.Open(Certificates.Pdf.Draw(content));

        Assert.All(pdf.GetPage(1).Letters, letter => Assert.InRange(letter.StartBaseLine.Y, 60, 790));
        Assert.All(pdf.GetPage(1).Letters, letter => Assert.InRange(letter.BoundingBox.Right, 60, 535));
    }

    [Fact, Trait("Spec", "CER-03")]
    public void Certificate_DrawnTwice_GivesIdenticalBytes()
    {
        using var otherFonts = CertificateFonts.Load();

        var first = Certificates.Pdf.Draw(Certificates.Usual);
        var second = new CertificatePdf(otherFonts).Draw(Certificates.Usual);

        Assert.Equal(first, second);
        // The offset of the machine would come with a date.
        Assert.DoesNotContain("/CreationDate", Encoding.Latin1.GetString(first));
    }

    [Fact, Trait("Spec", "CER-06")]
    public void Certificate_Void_SaysSo()
    {
        var text = TextOf(Certificates.Pdf.Draw(Certificates.Usual with { Void = true }));

        Assert.Contains("已作废", text);
        Assert.DoesNotContain("已作废", TextOf(Certificates.Pdf.Draw(Certificates.Usual)));
    }

    [Fact, Trait("Spec", "CER-03")]
    public void RareCharacter_NoFontHasIt_IsRefusedByNameAndNeverABox()
    {
        using var bundled = CertificateFonts.Load(withSystemFonts: false);
        var pdf = new CertificatePdf(bundled);
        var content = Certificates.Usual with { Name = "𠮷田" };

        var refusal = pdf.Check(content);

        Assert.Equal(RefusalCode.GlyphMissing, refusal?.Code);
        Assert.Contains("“𠮷”（U+20BB7）", refusal?.Message);
        Assert.Equal([new Rune(0x20BB7)], Assert.Throws<GlyphMissingException>(() => pdf.Draw(content)).Characters);
    }

    [Fact, Trait("Spec", "CER-03")]
    public void RareCharacter_SystemFontHasIt_IsDrawnAndExtracts()
    {
        var content = Certificates.Usual with { Name = "𠮷田" };

        // Whether the machine has fonts-noto-cjk is not ours to decide: either it draws, or it refuses.
        var refusal = Certificates.Pdf.Check(content);
        var text = refusal is null ? TextOf(Certificates.Pdf.Draw(content)) : "𠮷田";

        Assert.Contains("𠮷田", text);
    }

    [Fact, Trait("Spec", "CER-03")]
    public void Name_WithControlAndBidiCharacters_IsDrawnWithoutThem()
    {
        var text = TextOf(Certificates.Pdf.Draw(Certificates.Usual with { Name = "李\u202E慧\n\u200B敏" }));

        Assert.Contains("李慧", text);
        Assert.DoesNotContain('\u202E', text);
    }

    [Fact, Trait("Spec", "CER-01")]
    public void Batch_Empty_IsABug() =>
        Assert.Throws<ArgumentException>(() => Certificates.Pdf.Draw([], Stream.Null));

    private static string TextOf(byte[] bytes)
    {
        using var pdf = PdfDocument.Open(bytes);
        return pdf.GetPage(1).Text;
    }
}
