using QRCoder;
using UglyToad.PdfPig;
using Xunit;

namespace HnCe.Domain.Tests.Certificates;

public sealed class QrCodeTests
{
    private const double Millimetre = 72 / 25.4;

    [Fact, Trait("Spec", "CER-05")]
    public void QrCode_Drawn_IsTheMatrixOfTheVerificationUrl()
    {
        using var expected = QRCodeGenerator.GenerateQrCode(Certificates.Usual.VerificationUrl, QRCodeGenerator.ECCLevel.M);
        var size = expected.ModuleMatrix.Count - 8;

        using var pdf = PdfDocument.Open(Certificates.Pdf.Draw(Certificates.Usual));
        var rectangles = pdf.GetPage(1).Paths.MaxBy(path => path.Count)!
            .Select(subpath => subpath.GetBoundingRectangle()!.Value).ToList();

        var (left, top, module) = (29.2 * Millimetre, 842 - 240 * Millimetre, 27 * Millimetre / size);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var (x, y) = (left + (column + 0.5) * module, top - (row + 0.5) * module);
                var dark = rectangles.Exists(box => box.Left < x && x < box.Right && box.Bottom < y && y < box.Top);
                Assert.True(expected.ModuleMatrix[row + 4][column + 4] == dark, $"Module {row},{column}");
            }
        }
    }
}
