using System.Linq.Expressions;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Certificates;

/// <summary>What anybody may learn of a certificate: valid or void, masked name, year, unit, hours; nothing else. Source: CER-05.</summary>
/// <param name="Number">证书编号.</param>
/// <param name="Valid">有效 or 已作废.</param>
/// <param name="MaskedName">Name, masked.</param>
/// <param name="Year">继续教育年度.</param>
/// <param name="Employer">单位.</param>
/// <param name="PublicHours">公需 credit hours.</param>
/// <param name="ProfessionalHours">专业 credit hours.</param>
/// <param name="IssuedBy">Issuing bureau.</param>
/// <param name="IssuedOn">Date of issue.</param>
public sealed record VerifiedCertificate(
    string Number, bool Valid, string MaskedName, int Year, string Employer, decimal PublicHours, decimal ProfessionalHours, string IssuedBy, DateOnly IssuedOn);

/// <summary>证书验证: answers whoever holds the code of the QR picture, or has read a captcha. Source: CER-05.</summary>
public sealed class VerifyCertificate(IDbContextFactory<HnCeDbContext> factory, CertificateLinks links, Captchas captchas)
{
    /// <summary>The public facts; refused without code or captcha, null when there is no such certificate.</summary>
    public async Task<Outcome<VerifiedCertificate?>> RunAsync(string number, string? code, string? captchaId, string? captchaAnswer, CancellationToken cancel)
    {
        var isNumber = CertificateNumber.TryParse(number, out var parsed);
        if (!(isNumber && links.IsCode(parsed.Value, code)) && !await captchas.TakeAsync(captchaId, captchaAnswer, cancel))
        {
            return AccountRefusals.WrongCaptcha;
        }

        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = await db.Certificates.SingleOrDefaultAsync(c => c.Number == parsed.Value, cancel);
        if (found is null)
        {
            return default(VerifiedCertificate);
        }

        var content = CertificateReader.ContentOf(found);
        return new VerifiedCertificate(found.Number, found.VoidedAt is null, Masking.PublicName(content.Name), content.Year, content.Employer,
            content.PublicHours, content.ProfessionalHours, content.IssuedBy, content.IssuedOn);
    }
}

/// <summary>Reads certificates within the caller's reach. Source: CER-01.</summary>
public sealed class CertificateReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    /// <summary>What a certificate says, marked void if it is.</summary>
    public static CertificateContent ContentOf(Certificate certificate) =>
        JsonSerializer.Deserialize<CertificateContent>(certificate.Content, CertificateIssuing.Json)! with { Void = certificate.VoidedAt is not null };

    /// <summary>Certificates by key; keys out of reach are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<Certificate, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Among(c => c.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>All certificates of some people, newest first.</summary>
    public async Task<IReadOnlyList<TView>> OfPeopleAsync<TView>(IReadOnlyList<long> professionalIds, Expression<Func<Certificate, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Among(c => c.ProfessionalId, professionalIds).OrderByDescending(c => c.Id).Select(shape).ToListAsync(cancel);
    }

    /// <summary>What the certificate of a number says; null when it does not exist or is out of reach.</summary>
    public async Task<CertificateContent?> ContentAsync(string number, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).SingleOrDefaultAsync(c => c.Number == number, cancel) is { } found ? ContentOf(found) : null;
    }

    /// <summary>What the certificates of some numbers say, in that order; those that do not exist, are void or out of reach are missing.</summary>
    public async Task<IReadOnlyList<CertificateContent>> ContentsAsync(IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var found = await Reached(db).Where(c => numbers.Contains(c.Number) && c.VoidedAt == null).ToDictionaryAsync(c => c.Number, cancel);
        return [.. numbers.Distinct().Where(found.ContainsKey).Select(number => ContentOf(found[number]))];
    }

    private IQueryable<Certificate> Reached(HnCeDbContext db) => db.Certificates.Within(caller.ReachFor(Permission.ViewCertificates));
}
