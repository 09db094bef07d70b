using System.Text.Encodings.Web;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Certificates;

/// <summary>
/// 证书打印: gives a completed year its certificate, or counts one more print of the valid one; the number stays. Source: CER-01 to CER-04, EMP-25.
/// </summary>
public sealed class IssueCertificate(UnitOfWork work, Caller caller, SecretBox box, CertificateLinks links, CertificatePdf pdf, StandardsInForce standards, TimeProvider clock)
{
    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Issues or reprints. Answers with the key of the certificate.</summary>
    public Task<Outcome<long>> RunAsync(long yearTotalId, CancellationToken cancel) =>
        work.RunAsync<Certificate, long>(nameof(IssueCertificate), async write =>
        {
            var total = await work.Db.YearTotals.Include(t => t.Professional).ThenInclude(p => p.Employer).ThenInclude(e => e.Supervisor)
                .Within(caller.ReachFor(Permission.IssueCertificates)).SingleOrDefaultAsync(t => t.Id == yearTotalId, cancel);
            if (total is null)
            {
                return CertificateRefusals.YearNotFound;
            }

            if (!total.Completed)
            {
                return CertificateRefusals.YearNotCompleted;
            }

            var earlier = await work.Db.Certificates.Where(c => c.ProfessionalId == total.ProfessionalId && c.Year == total.Year)
                .OrderByDescending(c => c.Generation).FirstOrDefaultAsync(cancel);
            var outcome = earlier is { VoidedAt: null } valid ? valid : await NewAsync(total, (earlier?.Generation ?? 0) + 1, write, cancel);
            outcome.Value?.Printed();
            return outcome;
        }, certificate => certificate.Id, cancel);

    private async Task<Outcome<Certificate>> NewAsync(YearTotal total, int generation, WriteContext write, CancellationToken cancel)
    {
        var issuer = total.Professional.Employer.Supervisor!;
        var number = CertificateNumber.Create(total.Year, issuer.RegionCode, await NextAsync(total.Year, issuer.RegionCode, cancel)).Value;
        var content = await ContentAsync(total, number, issuer, cancel);
        if (pdf.Check(content) is { } refusal)
        {
            return refusal;
        }

        var certificate = new Certificate(number, total, generation, issuer, JsonSerializer.Serialize(content, Json), write.At);
        work.Db.Certificates.Add(certificate);
        return certificate;
    }

    // The update locks the row, so that concurrent prints of one region wait for each other instead of failing.
    private async Task<int> NextAsync(int year, string region, CancellationToken cancel)
    {
        var counter = work.Db.CertificateCounters.Where(c => c.Year == year && c.RegionCode == region);
        if (await counter.ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, c => c.Last + 1), cancel) == 0)
        {
            work.Db.CertificateCounters.Add(new(year, region));
            return 1;
        }

        return await counter.Select(c => c.Last).SingleAsync(cancel);
    }

    private async Task<CertificateContent> ContentAsync(YearTotal total, string number, HrBureau issuer, CancellationToken cancel)
    {
        var person = total.Professional;
        var records = await work.Db.Declarations.AsNoTracking()
            .Where(d => d.ProfessionalId == person.Id && d.CreditYear == total.Year && d.Status == DeclarationStatus.Passed)
            .OrderBy(d => d.DecidedAt).Select(d => new { d.Kind, d.TypeVersion, d.Title, d.Category, d.RecognisedHours }).ToListAsync(cancel);
        var inForce = await standards.ReadAsync(cancel);
        IdNumber.TryParse(box.Open(person.IdNumberSealed, SecretBox.IdNumber, person.PersonHash), clock.Today(), out var idNumber);
        return new()
        {
            Number = number,
            Year = total.Year,
            Name = person.Name,
            Sex = person.Sex is Sex.Male ? "男" : "女",
            MaskedIdNumber = idNumber.Masked,
            Employer = person.Employer.Name,
            Title = person.Data.TitleName ?? TitleLevels.NameOf(total.TitleLevel),
            PublicHours = total.PublicHours,
            ProfessionalHours = total.ProfessionalHours,
            TotalHours = total.PublicHours + total.ProfessionalHours,
            Records = [.. records.Select(r => new CertificateRecord(
                inForce.Catalogue.Find(r.Kind, r.TypeVersion)!.Name, r.Title,
                r.Category is SubjectCategory.Public ? "公需" : "专业", r.RecognisedHours ?? 0))],
            IssuedBy = issuer.Name,
            IssuedOn = clock.Today(),
            VerificationUrl = links.VerificationUrl(number),
        };
    }
}

/// <summary>Why there is no certificate.</summary>
public static class CertificateRefusals
{
    /// <summary>No such person and year within reach.</summary>
    public static readonly Refusal YearNotFound = new(RefusalCode.NotFound, "没有找到这个年度的学时完成情况");

    /// <summary>Source: CER-02.</summary>
    public static readonly Refusal YearNotCompleted = new(RefusalCode.YearNotCompleted, "该年度学时尚未合格，不能打印合格证书");
}
