using System.Text.Encodings.Web;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.ReferenceData;
using HnCe.Domain.Training;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Certificates;

/// <summary>What came of giving years their certificates.</summary>
/// <param name="Certificates">New ones and reprinted ones, in the order asked for.</param>
/// <param name="LeftOut">Years that get none, with the reason.</param>
public sealed record IssuedBatch(IReadOnlyList<Certificate> Certificates, IReadOnlyList<RefusedRow> LeftOut);

/// <summary>
/// Gives completed years their certificates within a write: new ones where there is no valid one, one more print of the others. Years, earlier
/// certificates, declarations and training results are one statement each, numbers two per issuing bureau and year. Source: CER-02 to CER-04, CER-06.
/// </summary>
public sealed class CertificateIssuing(UnitOfWork work, Caller caller, SecretBox box, CertificateLinks links, CertificatePdf pdf, StandardsInForce standards, TimeProvider clock)
{
    /// <summary>Years of one write at most.</summary>
    public const int BatchSize = 200;

    internal static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Issues or reprints the certificates of years within the caller's reach.</summary>
    public async Task<IssuedBatch> IssueAsync(IReadOnlyList<long> yearTotalIds, WriteContext write, CancellationToken cancel)
    {
        var totals = await work.Db.YearTotals.Include(t => t.Professional).ThenInclude(p => p.Employer).ThenInclude(e => e.Supervisor)
            .Within(caller.ReachFor(Permission.IssueCertificates)).Among(t => t.Id, yearTotalIds).ToDictionaryAsync(t => t.Id, cancel);
        List<YearTotal> completed = [.. totals.Values.Where(total => total.Completed).OrderBy(total => total.Id)];
        var newest = await NewestAsync(completed, cancel);
        List<YearTotal> without = [.. completed.Where(total => newest.GetValueOrDefault((total.ProfessionalId, total.Year)) is null or { VoidedAt: not null })];
        var contents = await ContentsAsync(without, cancel);
        var unprintable = contents.Select(one => (one.Key, Refusal: pdf.Check(one.Value))).Where(one => one.Refusal is not null).ToDictionary(one => one.Key, one => one.Refusal!);
        foreach (var bureau in without.Where(total => !unprintable.ContainsKey(total.Id)).GroupBy(total => (total.Year, total.Professional.Employer.Supervisor!.RegionCode)).OrderBy(group => group.Key))
        {
            var next = await NextAsync(bureau.Key.Year, bureau.Key.RegionCode, bureau.Count(), cancel);
            foreach (var total in bureau)
            {
                var key = (total.ProfessionalId, total.Year);
                newest[key] = New(total, (newest.GetValueOrDefault(key)?.Generation ?? 0) + 1, next++, contents[total.Id], write);
            }
        }

        var asked = yearTotalIds.Distinct().Select(id => (Id: id, Total: totals.GetValueOrDefault(id))).ToList();
        List<Certificate> printed = [.. asked.Where(one => one.Total is { Completed: true } && !unprintable.ContainsKey(one.Id)).Select(one => newest[(one.Total!.ProfessionalId, one.Total.Year)])];
        printed.ForEach(certificate => certificate.Printed());
        return new(printed, [.. asked.Where(one => one.Total is not { Completed: true } || unprintable.ContainsKey(one.Id)).Select(one => new RefusedRow(one.Id, WhyNot(one.Total, unprintable)))]);
    }

    private static Refusal WhyNot(YearTotal? total, Dictionary<long, Refusal> unprintable) => total switch
    {
        null => CertificateRefusals.YearNotFound,
        { Completed: false } => CertificateRefusals.NotCompletedOf(total),
        _ => unprintable[total.Id],
    };

    private async Task<Dictionary<(long Person, int Year), Certificate>> NewestAsync(IReadOnlyList<YearTotal> totals, CancellationToken cancel)
    {
        var (people, years) = (totals.Select(t => t.ProfessionalId).Distinct().ToList(), totals.Select(t => t.Year).Distinct().ToList());
        var found = await work.Db.Certificates.Among(c => c.ProfessionalId, people).Where(c => years.Contains(c.Year)).ToListAsync(cancel);
        return found.GroupBy(c => (c.ProfessionalId, c.Year)).ToDictionary(group => group.Key, group => group.MaxBy(c => c.Generation)!);
    }

    private Certificate New(YearTotal total, int generation, int sequence, CertificateContent content, WriteContext write)
    {
        var issuer = total.Professional.Employer.Supervisor!;
        var number = CertificateNumber.Create(total.Year, issuer.RegionCode, sequence).Value;
        var certificate = new Certificate(number, total, generation, issuer,
            JsonSerializer.Serialize(content with { Number = number, VerificationUrl = links.VerificationUrl(number) }, Json), write.At);
        work.Db.Certificates.Add(certificate);
        return certificate;
    }

    // The update locks the row, so that concurrent prints of one region wait for each other instead of failing.
    private async Task<int> NextAsync(int year, string region, int count, CancellationToken cancel)
    {
        var counter = work.Db.CertificateCounters.Where(c => c.Year == year && c.RegionCode == region);
        if (await counter.ExecuteUpdateAsync(set => set.SetProperty(c => c.Last, c => c.Last + count), cancel) == 0)
        {
            work.Db.CertificateCounters.Add(new(year, region, count));
            return 1;
        }

        return await counter.Select(c => c.Last).SingleAsync(cancel) - count + 1;
    }

    private async Task<Dictionary<long, CertificateContent>> ContentsAsync(IReadOnlyList<YearTotal> totals, CancellationToken cancel)
    {
        var (people, years) = (totals.Select(t => t.ProfessionalId).Distinct().ToList(), totals.Select(t => t.Year).Distinct().ToList());
        var catalogue = (await standards.ReadAsync(cancel)).Catalogue;
        var records = (await work.Db.Declarations.AsNoTracking().Among(d => d.ProfessionalId, people)
            .Where(d => years.Contains(d.CreditYear) && d.Status == DeclarationStatus.Passed).OrderBy(d => d.DecidedAt)
            .Select(d => new { d.ProfessionalId, d.CreditYear, d.Kind, d.TypeVersion, d.Title, d.Category, d.RecognisedHours }).ToListAsync(cancel))
            .ToLookup(d => (d.ProfessionalId, d.CreditYear), d => new CertificateRecord(
                catalogue.Find(d.Kind, d.TypeVersion)!.Name, d.Title, d.Category is SubjectCategory.Public ? "公需" : "专业", d.RecognisedHours ?? 0));
        var trainings = (await work.Db.TraineeScores.AsNoTracking().Among(s => s.ProfessionalId, people)
            .Where(s => years.Contains(s.Class.CreditYear) && s.Class.Status == ClassStatus.Passed && s.CreditedHours > 0).OrderBy(s => s.Class.DecidedAt).ThenBy(s => s.Id)
            .Select(s => new { s.ProfessionalId, s.Class.CreditYear, s.Class.Data.Name, s.Class.Category, Hours = s.CreditedHours!.Value }).ToListAsync(cancel))
            .ToLookup(s => (s.ProfessionalId, s.CreditYear), s => new CertificateRecord("培训班", s.Name, s.Category is SubjectCategory.Public ? "公需" : "专业", s.Hours));
        return totals.ToDictionary(total => total.Id, total => ContentOf(total,
            [.. records[(total.ProfessionalId, total.Year)], .. trainings[(total.ProfessionalId, total.Year)]]));
    }

    private CertificateContent ContentOf(YearTotal total, IReadOnlyList<CertificateRecord> records)
    {
        var person = total.Professional;
        IdNumber.TryParse(box.Open(person.IdNumberSealed, SecretBox.IdNumber, person.PersonHash), clock.Today(), out var idNumber);
        return new()
        {
            Number = "",
            Year = total.Year,
            Name = person.Name,
            Sex = person.Sex is Sex.Male ? "男" : "女",
            MaskedIdNumber = idNumber.Masked,
            Employer = person.Employer.Name,
            Title = person.Data.TitleName ?? TitleLevels.NameOf(total.TitleLevel),
            PublicHours = total.PublicHours,
            ProfessionalHours = total.ProfessionalHours,
            TotalHours = total.PublicHours + total.ProfessionalHours,
            Records = records,
            IssuedBy = person.Employer.Supervisor!.Name,
            IssuedOn = clock.Today(),
            VerificationUrl = "",
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

    /// <summary>Nobody was selected, or nobody fits the filter.</summary>
    public static readonly Refusal NothingSelected = new(RefusalCode.NothingSelected, "请先选择要打印证书的人员");

    /// <summary>More than one PDF takes.</summary>
    public static Refusal TooMany(int most) => new(RefusalCode.TooManySelected, $"一次最多打印 {most} 份证书，请用年度、部门等条件缩小范围");

    /// <summary>Nothing of a job could be printed.</summary>
    public static Refusal NothingPrinted(string leftOut) => new(RefusalCode.YearNotCompleted, $"没有可以打印的证书。{leftOut}");

    internal static Refusal NotCompletedOf(YearTotal total) => YearNotCompleted with { Message = $"{total.Professional.Name}：{total.Year} 年度学时尚未合格" };
}
