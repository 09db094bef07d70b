using HnCe.Domain.Access;
using HnCe.Domain.Data;

namespace HnCe.Domain.Certificates;

/// <summary>
/// 证书打印: gives a completed year its certificate, or counts one more print of the valid one; the number stays. Source: CER-01 to CER-04, EMP-25.
/// </summary>
public sealed class IssueCertificate(UnitOfWork work, CertificateIssuing issuing)
{
    /// <summary>Issues or reprints. Answers with the key of the certificate.</summary>
    public Task<Outcome<long>> RunAsync(long yearTotalId, CancellationToken cancel) =>
        work.RunAsync<Certificate, long>(nameof(IssueCertificate), async write =>
        {
            var batch = await issuing.IssueAsync([yearTotalId], write, cancel);
            return batch switch
            {
                { Certificates: [var certificate] } => certificate,
                { LeftOut: [{ Refusal.Code: RefusalCode.YearNotCompleted }] } => CertificateRefusals.YearNotCompleted,
                _ => batch.LeftOut[0].Refusal,
            };
        }, certificate => certificate.Id, cancel);
}
