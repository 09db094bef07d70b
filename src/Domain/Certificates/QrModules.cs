using QRCoder;
using SkiaSharp;

namespace HnCe.Domain.Certificates;

/// <summary>The QR code (二维码) of an address as vector rectangles. Source: ISO/IEC 18004, error correction level M (15 %).</summary>
internal static class QrModules
{
    private const int QuietZone = 4;

    /// <summary>The modules without the quiet zone, row by row; true is dark.</summary>
    public static bool[][] Of(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var matrix = code.ModuleMatrix;
        var size = matrix.Count - 2 * QuietZone;
        return [.. Enumerable.Range(0, size).Select(row =>
            Enumerable.Range(0, size).Select(column => matrix[row + QuietZone][column + QuietZone]).ToArray())];
    }

    /// <summary>Fills a square; neighbours in a row become one rectangle.</summary>
    public static void Draw(Pen pen, string address, float x, float y, float side)
    {
        var rows = Of(address);
        using var path = new SKPathBuilder();
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows.Length; column++)
            {
                var first = column;
                while (column < rows.Length && rows[row][column])
                {
                    column++;
                }
                if (column > first)
                {
                    path.AddRect(SKRect.Create(first, row, column - first, 1));
                }
            }
        }
        using var modules = path.Detach();
        pen.Canvas.Save();
        pen.Canvas.Translate(x, y);
        pen.Canvas.Scale(side / rows.Length);
        pen.Fill(modules, SKColors.Black);
        pen.Canvas.Restore();
    }
}
