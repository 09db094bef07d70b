using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace HnCe.Domain.Tests.Files;

internal static class Samples
{
    public static byte[] Png { get; } = Picture(SKEncodedImageFormat.Png, 300, 200);

    public static byte[] Jpeg { get; } = Picture(SKEncodedImageFormat.Jpeg, 300, 200);

    public static byte[] Pdf { get; } = Certificates.Certificates.Pdf.Draw(Certificates.Certificates.Usual);

    public static byte[] Picture(SKEncodedImageFormat format, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.SteelBlue);
        canvas.DrawCircle(width / 2f, height / 2f, height / 3f, new SKPaint { Color = SKColors.White, IsAntialias = true });
        using var data = bitmap.Encode(format, 85);
        return data!.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }

    public static byte[] PdfWith(string objects) =>
        Encoding.Latin1.GetBytes($"%PDF-1.7\n{objects}\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n");

    public static string ObjectStream(string inside, string extra = "")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes(inside));
        }
        return $"5 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode {extra} /Length {packed.Length} >>\nstream\r\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream endobj";
    }
}
