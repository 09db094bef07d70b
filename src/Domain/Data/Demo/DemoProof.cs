using HnCe.Domain.Files;
using SkiaSharp;

namespace HnCe.Domain.Data.Demo;

/// <summary>The proof files of the demo data, one for each person: a blank sheet with lines and a seal, so that nobody takes it for a real document.</summary>
internal sealed class DemoProof(IFileStore files)
{
    public Task<StoredFile> SaveAsync(long serial) => files.SaveAsync(new MemoryStream(Draw(serial)));

    // The lengths of the lines differ by person, so that no two people seem to have handed in the same scan.
    private static byte[] Draw(long serial)
    {
        using var sheet = new SKBitmap(414, 585);
        using var canvas = new SKCanvas(sheet);
        using var grey = new SKPaint { Color = SKColors.LightGray, StrokeWidth = 4 };
        using var red = new SKPaint { Color = new SKColor(200, 30, 30), StrokeWidth = 3, IsStroke = true, IsAntialias = true };
        canvas.Clear(SKColors.White);
        for (var line = 0; line < 12; line++)
        {
            canvas.DrawLine(54, 94 + (line * 27), 200 + (int)(((serial >> line) * 37) % 160), 94 + (line * 27), grey);
        }

        canvas.DrawCircle(300, 467, 47, red);
        using var data = sheet.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }
}
