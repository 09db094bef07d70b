using System.Linq.Expressions;
using GraphQL;
using GraphQL.DataLoader;
using HnCe.Domain.Access;
using HnCe.Domain.Certificates;
using HnCe.Graph.Credits;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Certificates;

/// <summary>A certificate of completion of one person and year. 继续教育合格证书. CER-02 to CER-06.</summary>
[Name("Certificate")]
public sealed class CertificateView : INode
{
    /// <inheritdoc/>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Key of the person.</summary>
    [Ignore]
    public long ProfessionalKey { get; init; }

    /// <summary>Number. 证书编号. CER-04.</summary>
    public string Number { get; init; } = "";

    /// <summary>Year. 继续教育年度.</summary>
    public int Year { get; init; }

    /// <summary>Whether it is valid; false once it became void. 有效. CER-06.</summary>
    public bool Valid { get; init; }

    /// <summary>When it was issued, UTC.</summary>
    public DateTime IssuedAt { get; init; }

    /// <summary>Issuing bureau. 发证机关.</summary>
    public HrBureauView Issuer { get; init; } = null!;

    /// <summary>Prints so far. 打印次数. CER-04.</summary>
    public int Prints { get; init; }

    /// <summary>Path of the PDF; authorized again for each request.</summary>
    [Needs(nameof(Number))]
    public string PdfUrl => $"/certificates/{Number}.pdf";

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Certificate, CertificateView>> Shape = c => new()
    {
        Key = c.Id,
        ProfessionalKey = c.ProfessionalId,
        Number = c.Number,
        Year = c.Year,
        Valid = c.VoidedAt == null,
        IssuedAt = c.IssuedAt,
        Issuer = HrBureauView.Shape.Of(c.Issuer),
        Prints = c.Prints,
    };
}

/// <summary>What anybody may learn of a certificate. 证书验证. CER-05.</summary>
[Name("VerifiedCertificate")]
public sealed class VerifiedCertificateView(VerifiedCertificate certificate)
{
    /// <summary>Number. 证书编号.</summary>
    public string Number => certificate.Number;

    /// <summary>Whether it is valid. 有效 or 已作废.</summary>
    public bool Valid => certificate.Valid;

    /// <summary>Name, masked. 姓名.</summary>
    public string MaskedName => certificate.MaskedName;

    /// <summary>Year. 继续教育年度.</summary>
    public int Year => certificate.Year;

    /// <summary>Employer. 单位.</summary>
    public string Employer => certificate.Employer;

    /// <summary>Public credit hours. 公需学时.</summary>
    public decimal PublicHours => certificate.PublicHours;

    /// <summary>Professional credit hours. 专业学时.</summary>
    public decimal ProfessionalHours => certificate.ProfessionalHours;

    /// <summary>Issuing bureau. 发证机关.</summary>
    public string IssuedBy => certificate.IssuedBy;

    /// <summary>Date of issue. 发证日期.</summary>
    public DateOnly IssuedOn => certificate.IssuedOn;
}

/// <summary>What came of looking a certificate up. CER-05.</summary>
public sealed class VerifyCertificateAnswer : Payload
{
    /// <summary>The certificate; null when there is none of that number.</summary>
    public VerifiedCertificateView? Certificate { get; init; }
}

/// <summary>Whose year gets its certificate. 证书打印. EMP-25.</summary>
public sealed class IssueCertificateInput
{
    /// <summary>The completed year.</summary>
    public required Key<YearCompletionView> YearCompletion { get; init; }
}

/// <summary>What came of printing a certificate.</summary>
public sealed class IssueCertificatePayload : Payload
{
    /// <summary>Key of the certificate.</summary>
    [Ignore]
    public long Key { get; init; }
}

[Extends<IssueCertificatePayload>]
internal static class IssueCertificatePayloadFields
{
    /// <summary>The certificate, new or printed again; null when refused.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="certificates">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    public static async Task<CertificateView?> Certificate(
        [Parent] IssueCertificatePayload payload, Selected<Certificate, CertificateView> selected, [FromServices] CertificateReader certificates, CancellationToken cancel) =>
        (await certificates.FindAsync([payload.Key], selected.Shape, cancel)).SingleOrDefault();
}

[QueryType]
internal static class CertificateQueries
{
    /// <summary>Looks a certificate up: with the code of its QR picture, or with a captcha. 证书验证. CER-05.</summary>
    /// <param name="number">证书编号.</param>
    /// <param name="code">Code of the QR picture.</param>
    /// <param name="captchaId">Which captcha was shown.</param>
    /// <param name="captchaAnswer">What was read in it.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<VerifyCertificateAnswer> VerifyCertificate(
        string number, string? code, string? captchaId, string? captchaAnswer, [FromServices] VerifyCertificate useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(number, code, captchaId, captchaAnswer, cancel))
            .To(found => new VerifyCertificateAnswer { Certificate = found is null ? null : new(found) });
}

[MutationType]
internal static class CertificateMutations
{
    /// <summary>Gives a completed year its certificate, or counts one more print of the valid one. 证书打印. CER-01 to CER-04, EMP-25.</summary>
    /// <param name="input">Whose year.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.IssueCertificates)]
    public static async Task<IssueCertificatePayload> IssueCertificate(IssueCertificateInput input, [FromServices] IssueCertificate useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.YearCompletion.Value, cancel)).To(key => new IssueCertificatePayload { Key = key });
}

[Requires(Permission.ViewCertificates)]
internal sealed class CertificateNodes(CertificateReader certificates) : NodeLoader<Certificate, CertificateView>
{
    protected override Task<IReadOnlyList<CertificateView>> ReadAsync(IReadOnlyList<long> keys, Expression<Func<Certificate, CertificateView>> shape, CancellationToken cancel) =>
        certificates.FindAsync(keys, shape, cancel);
}

[Extends<YearCompletionView>]
internal static class YearCompletionCertificate
{
    /// <summary>The newest certificate of that year within the caller's reach; null before the first print. CER-01.</summary>
    /// <param name="completion">The year.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="certificates">Loads.</param>
    [Requires(Permission.ViewCertificates)]
    [Needs(nameof(YearCompletionView.Year))]
    public static IDataLoaderResult<CertificateView?> Certificate(
        [Parent] YearCompletionView completion, Selected<Certificate, CertificateView> selected, [FromServices] CertificatesByProfessional certificates) =>
        certificates.Load(completion.ProfessionalKey, selected).Then(found => found.FirstOrDefault(owned => owned.Owner == completion.Year)?.View);
}

internal sealed class CertificatesByProfessional(CertificateReader certificates) : BatchLoader<long, Selected<Certificate, CertificateView>, IReadOnlyList<Owned<CertificateView>>>
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<Owned<CertificateView>>>> LoadAsync(
        IReadOnlyList<long> keys, Selected<Certificate, CertificateView> selection, CancellationToken cancel) =>
        (await certificates.OfPeopleAsync(keys, Owned.By(selection.Shape, c => (long)c.Year), cancel)).GroupBy(owned => owned.View.ProfessionalKey)
            .ToDictionary(group => group.Key, IReadOnlyList<Owned<CertificateView>> (group) => [.. group]);
}
