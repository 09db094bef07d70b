using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Jobs;

namespace HnCe.Domain.Declarations;

/// <summary>
/// 全部通过 and 全部不通过 of very many: one write that also saves that it has happened, so that a resumed job does not decide twice.
/// Source: REV-04, REV-14.
/// </summary>
public sealed class ReviewDeclarationsJob(ReviewDeclarations review) : IJobKind
{
    /// <summary>Name of the kind.</summary>
    public const string Kind = "review";

    /// <summary>What the reviewer confirmed.</summary>
    /// <param name="Filter">The filter that was in force.</param>
    /// <param name="Confirmed">The number.</param>
    /// <param name="Verdict">The verdict.</param>
    public sealed record Order(WaitingFilter Filter, int Confirmed, Verdict Verdict);

    /// <inheritdoc/>
    public async Task<Outcome<JobResult>> RunAsync(LeasedJob job, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<Order>(job.Parameters)!;
        if (job.Position == 0)
        {
            job.Position = order.Confirmed;
            var decided = await review.DecideAllAsync(order.Filter, order.Confirmed, order.Verdict, cancel);
            if (decided.IsRefused)
            {
                return decided.Refusals.ToList();
            }
        }

        job.Report(order.Confirmed, order.Confirmed);
        return new JobResult($"{(order.Verdict.Decision is ReviewDecision.Pass ? "通过" : "不通过")} {order.Confirmed} 项，结果已通知本人。");
    }
}
