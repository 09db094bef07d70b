using SkiaSharp;

namespace HnCe.Domain.Data.Demo;

/// <summary>The one proof file of the demo data: a blank sheet with lines and a seal, so that nobody takes it for a real document.</summary>
internal static class DemoProof
{
    public static byte[] Draw()
    {
        using var sheet = new SKBitmap(620, 877);
        using var canvas = new SKCanvas(sheet);
        using var grey = new SKPaint { Color = SKColors.LightGray, StrokeWidth = 6 };
        using var red = new SKPaint { Color = new SKColor(200, 30, 30), StrokeWidth = 5, IsStroke = true, IsAntialias = true };
        canvas.Clear(SKColors.White);
        for (var y = 140; y < 620; y += 40)
        {
            canvas.DrawLine(80, y, 540, y, grey);
        }

        canvas.DrawCircle(450, 700, 70, red);
        using var data = sheet.Encode(SKEncodedImageFormat.Png, 90);
        return data.ToArray();
    }
}
