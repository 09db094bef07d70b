using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Jobs;

namespace HnCe.Domain.Certificates;

/// <summary>Certificates that can be opened as one PDF, or the job that makes it.</summary>
/// <param name="Numbers">证书编号 in printing order; empty where a job prints.</param>
/// <param name="LeftOut">Years that get none, with the reason; those of a job are told by the job.</param>
/// <param name="JobId">Key of the job; null where everything was done at once.</param>
public sealed record PrintedCertificates(IReadOnlyList<string> Numbers, IReadOnlyList<RefusedRow> LeftOut, long? JobId);

/// <summary>
/// 证书打印 for many people in one PDF: a few are issued at once, more become a job. Years that are not complete are left out and named.
/// Source: EMP-25, CER-01, CER-02.
/// </summary>
public sealed class PrintCertificates(UnitOfWork work, YearReader years, CertificateIssuing issuing, JobQueue jobs, JobLimits limits)
{
    /// <summary>Prints chosen years, each by its key.</summary>
    public async Task<Outcome<PrintedCertificates>> RunAsync(IReadOnlyList<long> yearTotalIds, CancellationToken cancel)
    {
        List<long> ids = [.. yearTotalIds.Distinct()];
        return ids.Count == 0 ? CertificateRefusals.NothingSelected
            : ids.Count > limits.MostCertificates ? CertificateRefusals.TooMany(limits.MostCertificates)
            : ids.Count <= limits.Certificates ? await AtOnceAsync(ids, cancel)
            : await AsJobAsync(ids, cancel);
    }

    /// <summary>Prints every year under a filter, in the order of the list.</summary>
    public async Task<Outcome<PrintedCertificates>> RunAsync(YearFilter filter, CancellationToken cancel) =>
        await RunAsync(await years.KeysAsync(filter, limits.MostCertificates + 1, cancel), cancel);

    private Task<Outcome<PrintedCertificates>> AtOnceAsync(IReadOnlyList<long> ids, CancellationToken cancel) =>
        work.RunAsync<IssuedBatch, PrintedCertificates>(nameof(PrintCertificates), async write => await issuing.IssueAsync(ids, write, cancel),
            batch => new([.. batch.Certificates.Select(certificate => certificate.Number)], batch.LeftOut, null), cancel);

    private Task<Outcome<PrintedCertificates>> AsJobAsync(IReadOnlyList<long> ids, CancellationToken cancel) =>
        work.RunAsync<Job, PrintedCertificates>(nameof(PrintCertificates),
            write => jobs.AddAsync(PrintCertificatesJob.Kind, $"证书打印，{ids.Count} 人", JsonSerializer.Serialize(ids), ids.Count, write, cancel),
            job => new([], [], job.Id), cancel);
}
