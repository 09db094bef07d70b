using HnCe.Domain.Access;

namespace HnCe.Domain.Files;

/// <summary>What an uploaded file really is (附件内容), found by reading it. Source: IND-24, security rules D1, D3, D4, D5.</summary>
/// <param name="Type">Decided by signature and structure.</param>
/// <param name="Length">Bytes.</param>
public sealed record FileContent(FileType Type, long Length)
{
    private static readonly string[] _promising = [".jpg", ".jpeg", ".png", ".pdf", ".zip"];

    /// <summary>Extension of the real type, with the dot.</summary>
    public string Extension => Type switch
    {
        FileType.Jpeg => ".jpg",
        FileType.Png => ".png",
        FileType.Pdf => ".pdf",
        _ => ".zip",
    };

    /// <summary>Media type of the real type, for downloads (RFC 6838).</summary>
    public string MediaType => Type switch
    {
        FileType.Jpeg => "image/jpeg",
        FileType.Png => "image/png",
        FileType.Pdf => "application/pdf",
        _ => "application/zip",
    };

    /// <summary>
    /// Reads the file and says what it is, or refuses: <see cref="RefusalCode.FileEmpty"/>, <see cref="RefusalCode.FileTooLarge"/>,
    /// <see cref="RefusalCode.FileTypeNotAllowed"/>, <see cref="RefusalCode.FileTypeMismatch"/>, <see cref="RefusalCode.FileUnsafe"/>.
    /// </summary>
    /// <param name="content">Seekable; read from its start and left at any position.</param>
    /// <param name="claimedName">Name given by the sender; only chooses between the words of two refusals, never the type.</param>
    public static Outcome<FileContent> Inspect(Stream content, string? claimedName = null)
    {
        var length = content.Length;
        if (length == 0)
        {
            return new Refusal(RefusalCode.FileEmpty, "文件是空的（0 字节），请重新选择。");
        }
        if (length > FileLimits.MostBytes)
        {
            return TooLarge;
        }
        if (Signature(content) is not { } type)
        {
            return Stranger(claimedName);
        }
        var refusal = type switch
        {
            FileType.Jpeg or FileType.Png => ImageInspection.Run(content, type),
            FileType.Pdf => PdfInspection.Run(content),
            _ => ZipInspection.Run(content),
        };
        return refusal is null ? new FileContent(type, length) : refusal;
    }

    /// <summary>The file is larger than 10 MB. Source: IND-24.</summary>
    public static Refusal TooLarge { get; } =
        new(RefusalCode.FileTooLarge, "文件超过 10 MB。请压缩图片或降低扫描分辨率后再上传。");

    /// <summary>Nothing was sent. Source: IND-21.</summary>
    public static Refusal Required { get; } =
        new(RefusalCode.FileRequired, "请选择能够证明此继续教育真实性的附件；有多个文件时请先压缩成一个 zip 文件。");

    internal static Refusal Unsafe(string message) => new(RefusalCode.FileUnsafe, message);

    private static FileType? Signature(Stream content)
    {
        Span<byte> head = stackalloc byte[8];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        return head switch
        {
            [0xFF, 0xD8, 0xFF, ..] => FileType.Jpeg,
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileType.Png,
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => FileType.Pdf,
            [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FileType.Zip,
            _ => null,
        };
    }

    private static Refusal Stranger(string? claimedName)
    {
        var extension = Path.GetExtension(FileName.Display(claimedName)).ToLowerInvariant();
        return _promising.Contains(extension)
            ? new(RefusalCode.FileTypeMismatch, $"文件名是 {extension}，内容却不是。请用原来的软件另存为 jpg、png、pdf 或 zip，不要只改文件名。")
            : new(RefusalCode.FileTypeNotAllowed, "只能上传 jpg、png、pdf 或 zip 文件。");
    }
}
