using HnCe.Domain.Access;

namespace HnCe.Domain.Files;

/// <summary>
/// Looks into a zip without trusting it: the claimed sizes are ignored, bytes are counted while unpacking and unpacking stops at the limit.
/// Refuses bombs, encrypted entries, links, escaping names, archives inside and programs. Source: D1, D4.
/// </summary>
internal static class ZipInspection
{
    private const int RatioMatters = 1024 * 1024;
    private const int SymbolicLink = 0xA000;

    private static readonly string[] _packages = ["[Content_Types].xml", "META-INF/MANIFEST.MF", "mimetype", "AndroidManifest.xml"];

    public static Refusal? Run(Stream content)
    {
        if (ZipTail.Find(content) is not { } tail)
        {
            return Damaged;
        }
        if (tail.Entries > FileLimits.MostEntries)
        {
            return FileContent.Unsafe($"压缩包里有 {tail.Entries} 个文件，最多 {FileLimits.MostEntries} 个。");
        }
        try
        {
            return Run(content, ZipEntry.Read(content, tail));
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            return Damaged;
        }
    }

    /// <summary>The entries of an Office package that unpacks within the same limits, or why not.</summary>
    public static Outcome<IReadOnlyList<string>> Package(Stream content)
    {
        if (ZipTail.Find(content) is not { Entries: <= FileLimits.MostEntries } tail)
        {
            return Damaged;
        }
        try
        {
            var entries = ZipEntry.Read(content, tail);
            var refusal = Entries(content, entries);
            return refusal is null ? entries.ConvertAll(entry => entry.Name) : refusal;
        }
        catch (Exception failure) when (failure is InvalidDataException or EndOfStreamException)
        {
            return Damaged;
        }
    }

    private static Refusal Damaged => FileContent.Unsafe("压缩包已损坏或不是标准的 zip 格式，请重新压缩后上传。");

    private static Refusal? Run(Stream content, List<ZipEntry> entries)
    {
        if (entries.TrueForAll(entry => entry.IsFolder))
        {
            return new(RefusalCode.FileEmpty, "压缩包里没有文件。");
        }
        if (entries.Exists(entry => _packages.Contains(entry.Name)))
        {
            return new(RefusalCode.FileTypeNotAllowed, "这是 Office 文档或程序包，不是压缩包。请另存为 pdf 后上传。");
        }
        return Entries(content, entries);
    }

    private static Refusal? Entries(Stream content, List<ZipEntry> entries)
    {
        var left = FileLimits.MostUnpackedBytes;
        foreach (var entry in entries)
        {
            if ((Directory(entry) ?? Unpack(entry, content, ref left)) is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }

    private static Refusal? Directory(ZipEntry entry)
    {
        var name = entry.Name;
        if (name.Length == 0 || name[0] is '/' or '\\' || (name.Length > 1 && name[1] == ':') || name.Contains('\0') || name.Split('/', '\\').Contains(".."))
        {
            return FileContent.Unsafe("压缩包里有指向外部文件夹的文件名（如 ../），请重新压缩后上传。");
        }
        if (((entry.Attributes >> 16) & 0xF000) == SymbolicLink)
        {
            return FileContent.Unsafe("压缩包里有链接文件，请放入文件本身后重新压缩。");
        }
        return entry.Encrypted ? FileContent.Unsafe("压缩包设有密码，审核人员无法打开。请去掉密码后重新压缩。") : null;
    }

    private static Refusal? Unpack(ZipEntry entry, Stream content, ref long left)
    {
        var buffer = new byte[16 * 1024];
        using var stream = entry.Open(content);
        var size = 0L;
        for (var first = true; ; first = false)
        {
            var read = first ? stream.ReadAtLeast(buffer, 512, throwOnEndOfStream: false) : stream.Read(buffer);
            if (read == 0)
            {
                return size == entry.Length ? null : Damaged;
            }
            if (first && Content(buffer.AsSpan(0, read)) is { } refusal)
            {
                return refusal;
            }
            size += read;
            left -= read;
            if (left < 0)
            {
                return FileContent.Unsafe("压缩包解压后超过 100 MB，请减少文件或降低扫描分辨率。");
            }
            if (size > RatioMatters && size > (long)entry.Packed * FileLimits.MostRatio)
            {
                return FileContent.Unsafe("压缩包的压缩比异常，可能是恶意文件，不能上传。");
            }
        }
    }

    private static Refusal? Content(ReadOnlySpan<byte> head)
    {
        if (head is [(byte)'P', (byte)'K', 3 or 5, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..]
            or [0x1F, 0x8B, ..] or [(byte)'B', (byte)'Z', (byte)'h', ..] or [0xFD, (byte)'7', (byte)'z', (byte)'X', ..] or [0x28, 0xB5, 0x2F, 0xFD, ..]
            || (head.Length > 262 && head[257..].StartsWith("ustar"u8)))
        {
            return FileContent.Unsafe("压缩包里还有压缩包或 Office 文档。请把其中的文件另存为图片或 pdf 后压缩成一个 zip。");
        }
        return head is [(byte)'M', (byte)'Z', ..] or [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'#', (byte)'!', ..]
            or [0xCF, 0xFA, 0xED, 0xFE, ..] or [0xCA, 0xFE, 0xBA, 0xBE, ..] or [(byte)'L', 0, 0, 0, 1, 0x14, 2, 0, ..]
            ? FileContent.Unsafe("压缩包里有可执行程序，不能上传。")
            : null;
    }
}
