using SkiaSharp;

namespace HnCe.Domain.Certificates;

/// <summary>Draws on one page; all lengths are points of 1/72 inch.</summary>
internal sealed class Pen(SKCanvas canvas, TypeCase types) : IDisposable
{
    private readonly SKPaint _paint = new() { IsAntialias = true };

    /// <summary>Points per millimetre.</summary>
    public const float Mm = 72f / 25.4f;

    public SKCanvas Canvas => canvas;

    public Typesetter Typesetter { get; } = new(types);

    /// <summary>A line of text as real glyphs, so that it can be selected and searched.</summary>
    public void Text(TextLine line, float x, float baseline)
    {
        (x, baseline) = (Snap(x), Snap(baseline));
        for (var start = 0; start < line.Sorts.Count;)
        {
            var end = start;
            while (end < line.Sorts.Count && line.Sorts[end].Sort.Face == line.Sorts[start].Sort.Face)
            {
                end++;
            }
            Run(line, start, end, x, baseline);
            start = end;
        }
    }

    public void Centred(TextLine line, float centre, float baseline) => Text(line, centre - line.Width / 2, baseline);

    public void Rule(float x1, float y1, float x2, float y2, float width, SKColor color)
    {
        Stroke(width, color);
        canvas.DrawLine(Snap(x1), Snap(y1), Snap(x2), Snap(y2), _paint);
    }

    public void Box(SKRect box, float width, SKColor color)
    {
        Stroke(width, color);
        canvas.DrawRect(box, _paint);
    }

    public void Fill(SKRect box, SKColor color)
    {
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = color;
        canvas.DrawRect(box, _paint);
    }

    public void Fill(SKPath path, SKColor color)
    {
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = color;
        canvas.DrawPath(path, _paint);
    }

    // Dashes are drawn as arcs of our own: a path effect would be flattened into hundreds of points.
    public void DashedCircle(float x, float y, float radius, SKColor color)
    {
        Stroke(0.6f, color);
        var bounds = new SKRect(x - radius, y - radius, x + radius, y + radius);
        for (var angle = 0f; angle < 360; angle += 6)
        {
            canvas.DrawArc(bounds, angle, 3.6f, false, _paint);
        }
    }

    /// <summary>An inward fold of the inner frame at a corner.</summary>
    public void Corner(float x, float y, float dx, float dy, SKColor color)
    {
        Rule(x + dx, y, x + dx, y + dy, 0.6f, color);
        Rule(x, y + dy, x + dx, y + dy, 0.6f, color);
        Fill(SKRect.Create(x + dx / 2 - 1.3f, y + dy / 2 - 1.3f, 2.6f, 2.6f), color);
    }

    public void Dispose() => _paint.Dispose();

    // A grid of 1/32 pt (0.01 mm) is invisible, and its differences are exact: “15.875” in the file, not “15.8686695”.
    private static float Snap(float length) => MathF.Round(length * 32) / 32;

    private void Stroke(float width, SKColor color)
    {
        _paint.Style = SKPaintStyle.Stroke;
        _paint.StrokeWidth = width;
        _paint.Color = color;
    }

    private void Run(TextLine line, int start, int end, float x, float baseline)
    {
        var glyphs = new ushort[end - start];
        var offsets = new float[end - start];
        for (var i = start; i < end; i++)
        {
            (glyphs[i - start], offsets[i - start]) = (line.Sorts[i].Sort.Glyph, Snap(line.Sorts[i].X));
        }
        using var font = types.Font(line.Sorts[start].Sort.Face, line.Style.Size);
        using var builder = new SKTextBlobBuilder();
        builder.AddHorizontalRun(glyphs, font, offsets, 0);
        using var blob = builder.Build();
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = line.Style.Color;
        canvas.DrawText(blob, x, baseline, _paint);
    }
}
