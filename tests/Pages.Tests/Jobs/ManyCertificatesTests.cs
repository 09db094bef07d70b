using System.Diagnostics;
using HnCe.Testing;
using Microsoft.EntityFrameworkCore;
using UglyToad.PdfPig;
using Xunit;
using Xunit.Abstractions;

namespace HnCe.Pages.Tests.Jobs;

// Alone, because it measures the memory of the whole process.
[CollectionDefinition(nameof(ManyCertificatesTests), DisableParallelization = true)]
[Collection(nameof(ManyCertificatesTests))]
public sealed class ManyCertificatesTests(ITestOutputHelper output)
{
    private const int Many = 1000;

    [Fact, Trait("Spec", "CER-01"), Trait("Spec", "EMP-25")]
    public async Task Job_OfAThousandCertificates_IsOnePdfWithinBoundedMemory()
    {
        await using var world = await World.CreateAsync();
        await world.ProfessionalsAsync(world.School, Many);
        await world.Program.WriteAsync(async (work, _) => await work.Db.YearTotals.ExecuteUpdateAsync(set => set
            .SetProperty(t => t.PublicHours, 30).SetProperty(t => t.ProfessionalHours, 60).SetProperty(t => t.Completed, true)));
        await world.As(world.School).MustAsync("mutation ($year: Int!) { printCertificates(input: { filter: { year: $year } }) { job { total } userErrors { code } } }", new { year = world.Year });
        var before = Process.GetCurrentProcess().WorkingSet64;
        var watch = Stopwatch.StartNew();

        Assert.Equal(1, await world.RunJobsAsync());

        var grown = Process.GetCurrentProcess().WorkingSet64 - before;
        output.WriteLine($"{watch.ElapsedMilliseconds} ms, {grown >> 20} MB");
        Assert.Equal((Many, Many), await world.ReadAsync(async db => (await db.Certificates.CountAsync(), await db.Jobs.Select(j => j.Done).SingleAsync())));
        var path = Assert.Single(Directory.GetFiles(Path.Combine(world.Folder, "files", "results")));
        using var pdf = PdfDocument.Open(path);
        Assert.Equal(Many, pdf.NumberOfPages);
        Assert.InRange(grown, long.MinValue, 300L << 20);
    }
}
