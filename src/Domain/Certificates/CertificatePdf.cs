using System.Text;
using HnCe.Domain.Access;
using SkiaSharp;

namespace HnCe.Domain.Certificates;

/// <summary>
/// Draws certificates (证书打印) as PDF: one A4 page each, real text that can be selected and searched, vector QR code.
/// The same content gives the same bytes. Safe for concurrent use; keep one instance. Source: CER-01, CER-03.
/// </summary>
/// <param name="fonts">The fonts of the process.</param>
public sealed class CertificatePdf(CertificateFonts fonts)
{
    // Pages that share one cut-down font: large enough that fonts weigh little, small enough for a bounded memory.
    private const int PagesPerFont = 100;

    /// <summary>
    /// Whether the certificate can be drawn: null, or <see cref="RefusalCode.GlyphMissing"/> with the characters that no font has.
    /// </summary>
    public Refusal? Check(CertificateContent content)
    {
        var missing = Missing(content);
        return missing.Count == 0
            ? null
            : new(RefusalCode.GlyphMissing, $"证书上的字{string.Concat(missing.Select(Quote))}在已安装的字体中没有，暂不能打印。请联系系统管理员安装字体（fonts-noto-cjk）后再试。");
    }

    /// <summary>One certificate as a PDF, usually about 50 thousand bytes, most of them glyphs.</summary>
    /// <exception cref="GlyphMissingException">A character cannot be drawn; ask <see cref="Check"/> before.</exception>
    public byte[] Draw(CertificateContent content)
    {
        using var output = new MemoryStream(32 * 1024);
        Draw([content], output);
        return output.ToArray();
    }

    /// <summary>
    /// Many certificates in one PDF, page by page in the given order. The sequence is read lazily and never held whole.
    /// Writes synchronously: give a file, not the body of a response.
    /// </summary>
    /// <exception cref="GlyphMissingException">A character cannot be drawn; ask <see cref="Check"/> before.</exception>
    /// <exception cref="ArgumentException">There is no certificate: a PDF without a page is damaged.</exception>
    public void Draw(IEnumerable<CertificateContent> contents, Stream output)
    {
        using var chunks = contents.Chunk(PagesPerFont).GetEnumerator();
        if (!chunks.MoveNext())
        {
            throw new ArgumentException("At least one certificate.", nameof(contents));
        }
        using var stream = new SKManagedWStream(output);
        using var document = SKDocument.CreatePdf(stream, About(chunks.Current[0]));
        do
        {
            Draw(chunks.Current, document);
        }
        while (chunks.MoveNext());
        document.Close();
    }

    private void Draw(CertificateContent[] contents, SKDocument document)
    {
        var missing = contents.SelectMany(Missing).Distinct().ToList();
        if (missing.Count > 0)
        {
            throw new GlyphMissingException(missing);
        }
        using var types = fonts.Cut(contents.SelectMany(Wording.InRegular), contents.SelectMany(Wording.InBold));
        foreach (var content in contents)
        {
            using var pen = new Pen(document.BeginPage(CertificateSheet.Width, CertificateSheet.Height), types);
            new CertificateSheet(pen, content).Draw();
            document.EndPage();
        }
    }

    private List<Rune> Missing(CertificateContent content) =>
        [.. Wording.InRegular(content).SelectMany(fonts.Missing).Distinct()];

    private static string Quote(Rune rune) => $"“{rune}”（U+{rune.Value:X4}）";

    // No dates: SkiaSharp writes them with the offset of the machine, and a reprint would differ from server to server.
    private static SKDocumentPdfMetadata About(CertificateContent first) => new(SKDocumentPdfMetadata.DefaultRasterDpi)
    {
        Title = $"{Wording.Province}{Wording.Heading} {first.Number}",
        Author = first.IssuedBy,
        Creator = "HnCe",
        Producer = "HnCe",
        PdfA = false,
    };
}
