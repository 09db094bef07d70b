using System.Diagnostics;
using UglyToad.PdfPig;
using Xunit;

namespace HnCe.Domain.Tests.Certificates;

// Alone, because it measures the memory of the whole process.
[CollectionDefinition(nameof(CertificateBatchTests), DisableParallelization = true)]
[Collection(nameof(CertificateBatchTests))]
public sealed class CertificateBatchTests
{
    [Fact, Trait("Spec", "CER-01")]
    public void Batch_ThousandCertificates_IsOnePdfWithinBoundedMemory()
    {
        var path = Path.GetTempFileName();
        var before = Process.GetCurrentProcess().WorkingSet64;
        using (var file = File.Create(path))
        {
            Certificates.Pdf.Draw(Enumerable.Range(1, 1000).Select(i => Certificates.Usual with { Number = $"HN2025410100{i:0000000}M" }), file);
        }
        var grown = Process.GetCurrentProcess().WorkingSet64 - before;

        using var pdf = PdfDocument.Open(path);
        Assert.Equal(1000, pdf.NumberOfPages);
        Assert.Contains("HN20254101000001000M", pdf.GetPage(1000).Text);
        Assert.InRange(grown, long.MinValue, 200L << 20);
        File.Delete(path);
    }
}
