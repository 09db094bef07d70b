using System.Buffers.Binary;
using System.IO.Compression;
using HnCe.Domain.Access;
using HnCe.Domain.Files;
using Xunit;

namespace HnCe.Domain.Tests.Files;

public sealed class ZipInspectionTests
{
    [Theory, Trait("Spec", "IND-24")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\Windows\\a.dll")]
    [InlineData("a\\..\\..\\b.jpg")]
    public void Zip_EscapingName_IsRefused(string name) => Refused(RefusalCode.FileUnsafe, "外部文件夹", Samples.Zip((name, Samples.Png)));

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_ChineseFolders_IsAccepted() => Assert.False(Inspect(Samples.Zip(("证明材料..新/学时(1).jpg", Samples.Jpeg))).IsRefused);

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_WithoutFiles_IsEmpty()
    {
        Refused(RefusalCode.FileEmpty, "没有文件", Samples.Zip());
        Refused(RefusalCode.FileEmpty, "没有文件", Samples.Zip(("空/", [])));
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_TooManyEntries_IsRefused() =>
        Refused(RefusalCode.FileUnsafe, "201 个文件", Samples.Zip([.. Enumerable.Range(0, 201).Select(i => ($"{i}.txt", "a"u8.ToArray()))]));

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_NestedArchive_IsRefused()
    {
        Refused(RefusalCode.FileUnsafe, "还有压缩包", Samples.Zip(("里面.jpg", Samples.Zip(("a.png", Samples.Png)))));
        Refused(RefusalCode.FileUnsafe, "还有压缩包", Samples.Zip(("a.rar", "Rar!\x1A\x07\x00"u8.ToArray())));
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_WithProgram_IsRefused() => Refused(RefusalCode.FileUnsafe, "可执行程序", Samples.Zip(("证书.jpg", [.. "MZ"u8, .. new byte[99]])));

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_OfficeDocument_IsNotAllowed() =>
        Refused(RefusalCode.FileTypeNotAllowed, "Office", Samples.Zip(("[Content_Types].xml", "<Types/>"u8.ToArray()), ("word/document.xml", "<w/>"u8.ToArray())));

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_Bomb_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = Samples.Zip(("zeros.bmp", new byte[8 << 20]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Refused(RefusalCode.FileUnsafe, "压缩比异常", bomb);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_OverHundredMegabytesInSmallSteps_IsRefused()
    {
        // Each entry stays below one megabyte, where the ratio is not looked at; only the sum gives it away.
        var entry = new byte[1_000_000];
        Refused(RefusalCode.FileUnsafe, "100 MB", Samples.Zip([.. Enumerable.Range(0, 120).Select(i => ($"{i}.bmp", entry))]));
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_LyingLength_IsRefused()
    {
        var zip = Samples.Zip(("a.bmp", new byte[300_000]));
        var central = zip.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(central + 24), 10);

        Refused(RefusalCode.FileUnsafe, "损坏", zip);
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_OtherNameInside_IsRefused()
    {
        var zip = Samples.Zip(("a.png", Samples.Png));
        zip[zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 46] = (byte)'b';

        Refused(RefusalCode.FileUnsafe, "损坏", zip);
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_Encrypted_IsRefused()
    {
        var zip = Samples.Zip(("a.png", Samples.Png));
        zip[6] |= 1;
        zip[zip.AsSpan().LastIndexOf("PK\x01\x02"u8) + 8] |= 1;

        Refused(RefusalCode.FileUnsafe, "密码", zip);
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_SymbolicLink_IsRefused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = zip.CreateEntry("link");
            entry.ExternalAttributes = 0xA1FF << 16;
            using var content = entry.Open();
            content.Write("/etc/passwd"u8);
        }

        Refused(RefusalCode.FileUnsafe, "链接", stream.ToArray());
    }

    [Fact, Trait("Spec", "IND-24")]
    public void Zip_Truncated_IsRefused()
    {
        var zip = Samples.Zip(("a.png", Samples.Png), ("b.jpg", Samples.Jpeg));

        Refused(RefusalCode.FileUnsafe, "损坏", zip[..^10]);
    }

    private static Outcome<FileContent> Inspect(byte[] bytes) => FileContent.Inspect(new MemoryStream(bytes));

    private static void Refused(RefusalCode code, string words, byte[] bytes)
    {
        var refusal = Assert.Single(Inspect(bytes).Refusals);
        Assert.Equal(code, refusal.Code);
        Assert.Contains(words, refusal.Message);
    }
}
