using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Certificates;
using HnCe.Domain.Jobs;
using HnCe.Graph.Credits;
using HnCe.Graph.Jobs;
using HnCe.Graph.Server;

namespace HnCe.Graph.Certificates;

/// <summary>Whose years get their certificates in one PDF: chosen ones, or all under a filter. 证书打印. EMP-25, CER-01.</summary>
public sealed class PrintCertificatesInput
{
    /// <summary>Chosen years, at most 5000; leave it out to print under a filter.</summary>
    public IReadOnlyList<Key<YearCompletionView>>? YearCompletions { get; init; }

    /// <summary>Every year under this filter, at most 5000; leave it out to print chosen ones.</summary>
    public YearCompletionFilterInput? Filter { get; init; }
}

/// <summary>What came of printing many certificates.</summary>
public sealed class PrintCertificatesPayload : Payload
{
    /// <summary>Key of the job.</summary>
    [Ignore]
    public long? JobKey { get; init; }

    /// <summary>How many certificates the PDF has; 0 where a job makes it, null when refused.</summary>
    public int? Printed { get; init; }

    /// <summary>Path of the PDF; authorized again for each request. Null where a job makes it or nothing was printed.</summary>
    public string? PdfUrl { get; init; }

    /// <summary>Years that were left out because they are not complete or cannot be printed; those of a job are told by its message. CER-02.</summary>
    public IReadOnlyList<RefusedItem> LeftOut { get; init; } = [];
}

[Extends<PrintCertificatesPayload>]
internal static class PrintCertificatesPayloadFields
{
    /// <summary>The job that prints, where there are more than 50; null where everything was done at once. CER-01.</summary>
    /// <param name="payload">The payload.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="jobs">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    public static async Task<JobView?> Job([Parent] PrintCertificatesPayload payload, Selected<Job, JobView> selected, [FromServices] JobReader jobs, CancellationToken cancel) =>
        payload.JobKey is { } key ? (await jobs.FindAsync([key], selected.Shape, cancel)).SingleOrDefault() : null;
}

[MutationType]
internal static class PrintCertificatesMutation
{
    /// <summary>Prints many certificates into one PDF: up to 50 at once, more as a job. 证书打印. EMP-25, CER-01, CER-02.</summary>
    /// <param name="input">Whose years.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.IssueCertificates)]
    public static async Task<PrintCertificatesPayload> PrintCertificates(PrintCertificatesInput input, [FromServices] PrintCertificates useCase, CancellationToken cancel)
    {
        var outcome = input switch
        {
            { YearCompletions: { } ids, Filter: null } => await useCase.RunAsync([.. ids.Select(id => id.Value)], cancel),
            { YearCompletions: null, Filter: { } filter } => await useCase.RunAsync(filter.ToFilter(), cancel),
            _ => CertificateRefusals.NothingSelected,
        };
        return outcome.To(printed => new PrintCertificatesPayload
        {
            Printed = printed.Numbers.Count,
            PdfUrl = printed.Numbers.Count == 0 ? null : $"/certificates.pdf?{string.Join('&', printed.Numbers.Select(number => $"number={number}"))}",
            LeftOut = [.. printed.LeftOut.Select(row => new RefusedItem(GlobalId.Encode("YearCompletion", row.Id), row.Refusal.Code, row.Refusal.Message))],
            JobKey = printed.JobId,
        });
    }
}
