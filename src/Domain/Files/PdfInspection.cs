using System.Buffers;
using HnCe.Domain.Access;

namespace HnCe.Domain.Files;

/// <summary>
/// Looks for what makes a PDF dangerous: scripts, program starts, embedded files; also where names are written in hexadecimal
/// or packed into object streams. What cannot be looked into is refused. Source: D3; ISO 32000-1 §7.3.5, §7.5.7, §12.6.
/// </summary>
internal static class PdfInspection
{
    private const int TailBytes = 1024;

    private static readonly string[] _active = ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA"];

    public static Refusal? Run(Stream content)
    {
        var length = (int)content.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            content.Position = 0;
            content.ReadExactly(buffer, 0, length);
            return Run(buffer.AsMemory(0, length)) ?? (ZipTail.Find(content) is null ? null : FileContent.Unsafe("PDF 文件里夹带了压缩包，请重新导出后上传。"));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static Refusal? Run(ReadOnlyMemory<byte> pdf)
    {
        var tail = pdf.Span[Math.Max(0, pdf.Length - TailBytes)..];
        if (tail.IndexOf("%%EOF"u8) < 0 || tail.IndexOf("startxref"u8) < 0)
        {
            return FileContent.Unsafe("PDF 文件不完整或已损坏，请重新导出后上传。");
        }
        var names = PdfNames.In(pdf.Span);
        if (names.Contains("Encrypt"))
        {
            return FileContent.Unsafe("PDF 设有密码或权限限制，无法检查。请用“打印到 PDF”另存后上传。");
        }
        try
        {
            foreach (var unpacked in PdfObjectStreams.In(pdf))
            {
                names.UnionWith(PdfNames.In(unpacked.Span));
            }
        }
        catch (InvalidDataException)
        {
            return FileContent.Unsafe("PDF 的内部结构无法检查，请用“打印到 PDF”另存后上传。");
        }
        return names.Overlaps(_active)
            ? FileContent.Unsafe("PDF 里有脚本、启动命令或嵌入文件，不能上传。请用“打印到 PDF”另存后上传。")
            : null;
    }
}
