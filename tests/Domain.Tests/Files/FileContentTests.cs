using System.Buffers.Binary;
using CsCheck;
using HnCe.Domain.Access;
using HnCe.Domain.Files;
using SkiaSharp;
using Xunit;

namespace HnCe.Domain.Tests.Files;

public sealed class FileContentTests
{
    [Fact, Trait("Spec", "IND-24")]
    public void Content_OfTheFourTypes_IsRecognised()
    {
        Assert.Equal(FileType.Jpeg, Inspect(Samples.Jpeg).Value?.Type);
        Assert.Equal(FileType.Png, Inspect(Samples.Png).Value?.Type);
        Assert.Equal(FileType.Pdf, Inspect(Samples.Pdf).Value?.Type);
        Assert.Equal(FileType.Zip, Inspect(Samples.Zip(("证明/一.jpg", Samples.Jpeg), ("证明/二.pdf", Samples.Pdf))).Value?.Type);
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Content_PngNamedJpg_IsAcceptedAsPng()
    {
        var content = Inspect(Samples.Png, "照片.jpg").Value;

        Assert.Equal((".png", "image/png"), (content?.Extension, content?.MediaType));
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Content_Program_IsRefusedWhateverItsName()
    {
        byte[] program = [.. "MZ"u8, .. new byte[500]];

        Assert.Equal(RefusalCode.FileTypeMismatch, Code(program, "证书.pdf"));
        Assert.Equal(RefusalCode.FileTypeNotAllowed, Code(program, "证书.exe"));
        Assert.Equal(RefusalCode.FileTypeNotAllowed, Code("<svg onload='x'/>"u8.ToArray(), "a.svg"));
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Content_Empty_IsRefused() => Assert.Equal(RefusalCode.FileEmpty, Code([]));

    [Fact, Trait("Spec", "IND-24")]
    public void Content_OneByteOverTenMegabytes_IsRefused() =>
        Assert.Equal(RefusalCode.FileTooLarge, Code(new byte[FileLimits.MostBytes + 1]));

    [Theory, Trait("Spec", "IND-24")]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Png)]
    public void Picture_Truncated_IsRefused(SKEncodedImageFormat format)
    {
        var bytes = Samples.Picture(format, 800, 600);

        Assert.Equal(RefusalCode.FileUnsafe, Code(bytes[..(bytes.Length / 2)]));
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Picture_ClaimsBillionsOfPixels_IsRefusedWithoutDecoding()
    {
        byte[] png = [.. Samples.Png];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 60_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 60_000);

        Assert.Equal(RefusalCode.FileUnsafe, Code(png));
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Picture_FortyMegapixels_IsAccepted()
    {
        Assert.Equal(FileType.Png, Inspect(Samples.Picture(SKEncodedImageFormat.Png, 8000, 5000)).Value?.Type);
        Assert.Equal(FileType.Jpeg, Inspect(Samples.Picture(SKEncodedImageFormat.Jpeg, 8000, 5000)).Value?.Type);
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Picture_ThatIsAlsoAZipOrHasATail_IsRefused()
    {
        Assert.Equal(RefusalCode.FileUnsafe, Code([.. Samples.Jpeg, .. Samples.Zip(("a.txt", "a"u8.ToArray()))]));
        Assert.Equal(RefusalCode.FileUnsafe, Code([.. Samples.Png, .. "<script>"u8]));
    }

    [Theory, Trait("Spec", "IND-24")]
    [InlineData("1 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj")]
    [InlineData("1 0 obj << /S /J#61vaScript /JS (app.alert(1)) >> endobj")]
    [InlineData("1 0 obj << /S /Launch /F (cmd.exe) >> endobj")]
    [InlineData("1 0 obj << /Type /EmbeddedFile >> endobj")]
    [InlineData("1 0 obj << /Encrypt 9 0 R >> endobj")]
    public void Pdf_WithActiveContent_IsRefused(string body) => Assert.Equal(RefusalCode.FileUnsafe, Code(Samples.PdfWith(body)));

    [Fact, Trait("Spec", "IND-24")]
    public void Pdf_WithScriptInAnObjectStream_IsRefused()
    {
        Assert.Equal(FileType.Pdf, Inspect(Samples.PdfWith(Samples.ObjectStream("7 0 << /S /GoTo >>"))).Value?.Type);
        Assert.Equal(RefusalCode.FileUnsafe, Code(Samples.PdfWith(Samples.ObjectStream("7 0 << /S /JavaScript >>"))));
        Assert.Equal(RefusalCode.FileUnsafe, Code(Samples.PdfWith(Samples.ObjectStream("7 0 << >>", "/DecodeParms << /Predictor 12 >>"))));
        Assert.Equal(RefusalCode.FileUnsafe, Code(Samples.PdfWith(Samples.ObjectStream(new string(' ', FileLimits.MostObjectStreamBytes + 1)))));
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Pdf_Truncated_IsRefused() => Assert.Equal(RefusalCode.FileUnsafe, Code(Samples.Pdf[..^2000]));

    [Fact, Trait("Spec", "IND-24")]
    public void Pdf_WithHostileStreamKeywords_IsInspectedQuickly()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Inspect(Samples.PdfWith(string.Concat(Enumerable.Repeat("stream/", 1_400_000))));

        Assert.InRange(watch.ElapsedMilliseconds, 0, 5000);
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Content_RandomDamage_NeverThrows()
    {
        var seeds = new[] { Samples.Png, Samples.Jpeg, Samples.Pdf, Samples.Zip(("a/b.png", Samples.Png), ("c.txt", "text"u8.ToArray())) };
        Gen.Select(Gen.Int[0, 3], Gen.Select(Gen.Int[0, 200_000], Gen.Byte).Array[1, 20])
            .Sample(
                (which, changes) =>
                {
                    byte[] bytes = [.. seeds[which]];
                    foreach (var (at, value) in changes)
                    {
                        bytes[at % bytes.Length] = value;
                    }
                    Inspect(bytes);
                },
                iter: 400);
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Refusal_Message_SaysWhatToDo() => Assert.Contains("pdf", Inspect("text"u8.ToArray()).Refusals[0].Message, StringComparison.Ordinal);

    private static Outcome<FileContent> Inspect(byte[] bytes, string? name = null) => FileContent.Inspect(new MemoryStream(bytes), name);

    private static RefusalCode? Code(byte[] bytes, string? name = null) => Inspect(bytes, name).Refusals.SingleOrDefault()?.Code;
}
