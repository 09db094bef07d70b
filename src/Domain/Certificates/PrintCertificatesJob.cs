using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Certificates;

/// <summary>
/// Many certificates in one PDF: first each batch gets its numbers in a write that also saves how far the job is, so that a resumed job
/// counts no print twice; then all pages are drawn into the file. Source: CER-01, CER-04.
/// </summary>
public sealed class PrintCertificatesJob(
    UnitOfWork work, IDbContextFactory<HnCeDbContext> factory, Caller caller, CertificateIssuing issuing, CertificatePdf pdf, TimeProvider clock) : IJobKind
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "certificates";

    private const int Named = 10;

    /// <inheritdoc/>
    public async Task<Outcome<JobResult>> RunAsync(LeasedJob job, CancellationToken cancel)
    {
        var ids = JsonSerializer.Deserialize<List<long>>(job.Parameters)!;
        while (job.Position < ids.Count)
        {
            var batch = ids.GetRange(job.Position, Math.Min(CertificateIssuing.BatchSize, ids.Count - job.Position));
            job.Position += batch.Count;
            var issued = await work.RunAsync<IssuedBatch>(nameof(PrintCertificates), async write => await issuing.IssueAsync(batch, write, cancel), cancel);
            if (issued.IsRefused)
            {
                return issued.Refusals.ToList();
            }

            job.Report(job.Position, ids.Count, "已编号");
        }

        var (contents, leftOut) = await ReadAsync(ids, cancel);
        if (contents.Count == 0)
        {
            return CertificateRefusals.NothingPrinted(leftOut);
        }

        await using (var file = job.CreateFile())
        {
            // The drawing is one long computation; the pool has threads for it, the request thread has not.
            await Task.Run(() => pdf.Draw(Pages(contents, job, cancel), file), cancel);
        }

        return new JobResult($"已生成 {contents.Count} 份证书，合为一个 PDF。{leftOut}", $"合格证书 {contents.Count} 份 {clock.Today():yyyy-MM-dd}.pdf");
    }

    private static IEnumerable<CertificateContent> Pages(List<string> contents, LeasedJob job, CancellationToken cancel)
    {
        for (var page = 0; page < contents.Count; page++)
        {
            cancel.ThrowIfCancellationRequested();
            job.Report(page + 1, contents.Count, "已排版");
            yield return JsonSerializer.Deserialize<CertificateContent>(contents[page], CertificateIssuing.Json)!;
        }
    }

    // What each valid certificate says, as stored: a few thousand bytes each, for at most as many as one PDF takes.
    private async Task<(List<string> Contents, string LeftOut)> ReadAsync(List<long> ids, CancellationToken cancel)
    {
        var (contents, names, others) = (new List<string>(ids.Count), new List<string>(), 0);
        await using var db = await factory.CreateDbContextAsync(cancel);
        foreach (var batch in ids.Chunk(CertificateIssuing.BatchSize))
        {
            var found = await db.YearTotals.AsNoTracking().Within(caller.ReachFor(Permission.IssueCertificates)).Among(t => t.Id, batch).Select(t => new
            {
                t.Id,
                t.Professional.Name,
                Content = db.Certificates.Where(c => c.ProfessionalId == t.ProfessionalId && c.Year == t.Year && c.VoidedAt == null).Select(c => c.Content).FirstOrDefault(),
            }).ToDictionaryAsync(t => t.Id, cancel);
            contents.AddRange(batch.Select(id => found.GetValueOrDefault(id)?.Content).OfType<string>());
            names.AddRange(batch.Select(id => found.GetValueOrDefault(id)).Where(one => one is { Content: null }).Select(one => one!.Name));
            others += batch.Count(id => !found.ContainsKey(id));
        }

        return (contents, (names.Count, others) switch
        {
            (0, 0) => "",
            (0, _) => $"另有 {others} 项已不在您的管理范围内，没有打印。",
            _ => $"年度未合格或不能打印，已略过 {names.Count + others} 人：{string.Join("、", names.Take(Named))}{(names.Count > Named ? "等" : "")}。",
        });
    }
}
