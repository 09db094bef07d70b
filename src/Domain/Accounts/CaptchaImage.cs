using System.Security.Cryptography;
using HnCe.Domain.Certificates;
using SkiaSharp;

namespace HnCe.Domain.Accounts;

/// <summary>
/// Draws captchas (验证码图片): 120 × 40 CSS pixels at double density, in the bundled font; each drawing of a text differs.
/// Safe for concurrent use; keep one instance. Source: LOG-07.
/// </summary>
public sealed class CaptchaImage : IDisposable
{
    private const int Scale = 2;
    private const int Lines = 5;
    private const int Dots = 70;

    private static readonly SKColor _paper = new(0xF4, 0xF6, 0xFA);
    private static readonly SKColor[] _inks = [new(0x14, 0x30, 0x5A), new(0x1D, 0x4E, 0x89), new(0x7A, 0x2E, 0x2E), new(0x1F, 0x5C, 0x46), new(0x5A, 0x3A, 0x7E)];

    private readonly SKTypeface _face;

    /// <summary>Prepares the font.</summary>
    /// <param name="fonts">The fonts of the process.</param>
    public CaptchaImage(CertificateFonts fonts)
    {
        using var data = SKData.CreateCopy(fonts.BoldSubset(CaptchaText.Alphabet));
        _face = SKTypeface.FromData(data);
    }

    /// <summary>Width in CSS pixels; the picture has twice as many.</summary>
    public static int Width => 120;

    /// <summary>Height in CSS pixels; the picture has twice as many.</summary>
    public static int Height => 40;

    /// <summary>A PNG of the text, about 15 thousand bytes.</summary>
    /// <param name="text">From <see cref="CaptchaText.Next"/>.</param>
    public byte[] Draw(string text)
    {
        using var bitmap = new SKBitmap(Width * Scale, Height * Scale, SKColorType.Rgb888x, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(_paper);
        canvas.Scale(Scale);
        using var paint = new SKPaint { IsAntialias = true };
        Noise(canvas, paint);
        Letters(canvas, paint, text);
        Strike(canvas, paint);
        using var pixels = bitmap.PeekPixels();
        using var png = pixels?.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, 3));
        return png?.ToArray() ?? throw new InvalidOperationException("Skia could not encode the picture.");
    }

    /// <inheritdoc />
    public void Dispose() => _face.Dispose();

    private void Letters(SKCanvas canvas, SKPaint paint, string text)
    {
        var pitch = (Width - 16f) / text.Length;
        paint.Style = SKPaintStyle.Fill;
        for (var i = 0; i < text.Length; i++)
        {
            using var font = new SKFont(_face, Between(25, 30)) { Edging = SKFontEdging.Antialias, Subpixel = true };
            paint.Color = Ink();
            canvas.Save();
            canvas.Translate(8 + pitch * (i + 0.5f) + Between(-2, 2), Height / 2f + Between(-2.5f, 2.5f));
            canvas.RotateDegrees(Between(-16, 16));
            canvas.Skew(Between(-0.22f, 0.22f), Between(-0.08f, 0.08f));
            canvas.DrawText(text[i].ToString(), 0, font.Size * 0.36f, SKTextAlign.Center, font, paint);
            canvas.Restore();
        }
    }

    private static void Noise(SKCanvas canvas, SKPaint paint)
    {
        paint.Style = SKPaintStyle.Fill;
        for (var i = 0; i < Dots; i++)
        {
            paint.Color = Ink().WithAlpha(0x55);
            canvas.DrawCircle(Between(0, Width), Between(0, Height), Between(0.4f, 1), paint);
        }
    }

    private static void Strike(SKCanvas canvas, SKPaint paint)
    {
        paint.Style = SKPaintStyle.Stroke;
        for (var i = 0; i < Lines; i++)
        {
            using var builder = new SKPathBuilder();
            builder.MoveTo(Between(-4, 20), Between(2, Height - 2));
            builder.CubicTo(Between(25, 50), Between(-8, Height + 8), Between(70, 95), Between(-8, Height + 8), Between(100, Width + 4), Between(2, Height - 2));
            using var path = builder.Detach();
            paint.Color = Ink().WithAlpha(0x90);
            paint.StrokeWidth = Between(0.7f, 1.3f);
            canvas.DrawPath(path, paint);
        }
    }

    private static SKColor Ink() => _inks[RandomNumberGenerator.GetInt32(_inks.Length)];

    private static float Between(float low, float high) => low + (high - low) * RandomNumberGenerator.GetInt32(1 << 16) / (1 << 16);
}
