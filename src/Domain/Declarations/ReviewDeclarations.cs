using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Jobs;
using HnCe.Domain.Notifications;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>通过 or 不通过.</summary>
public enum ReviewDecision
{
    /// <summary>通过.</summary>
    Pass,

    /// <summary>不通过; needs a reason.</summary>
    Fail,
}

/// <summary>A verdict on declarations. Source: REV-02, REV-05.</summary>
/// <param name="Decision">通过 or 不通过.</param>
/// <param name="Reason">Reason; required for 不通过, 1 to 500 characters.</param>
/// <param name="RecognisedHours">认定学时 for a single declaration; null recognises what was claimed.</param>
public sealed record Verdict(ReviewDecision Decision, string? Reason, decimal? RecognisedHours = null);

/// <summary>
/// 审核其它继续教育形式申报信息: single, batch, and everything that waits, in one shape; a fixed number of statements, one transaction.
/// Source: REV-01 to REV-06, REV-11, REV-13, REV-14.
/// </summary>
public sealed class ReviewDeclarations(UnitOfWork work, Caller caller, JobQueue jobs, JobLimits limits)
{
    /// <summary>Decides chosen declarations; names those that could not be decided.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, Verdict verdict, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(ReviewDeclarations), async write =>
        {
            if ((Selection.Check(ids) ?? Check(verdict, ids.Count)) is { } refusal)
            {
                return refusal;
            }

            var batch = await DeclarationBatch.BeginAsync(work.Db, Reach, ids, row =>
                !row.Status.Allows(DeclarationEvent.Pass) ? DeclarationRefusals.AlreadyReviewed
                : row.PersonHash == caller.PersonHash || row.FiledByHash == caller.PersonHash ? DeclarationRefusals.OwnDeclaration : null, cancel);
            var rows = batch.Rows(DeclarationEvent.Pass);
            if (verdict.RecognisedHours is { } hours && await rows.AnyAsync(d => d.ClaimedHours < hours, cancel))
            {
                return DeclarationRefusals.RecognisedHours;
            }

            await DecideAsync(rows, verdict, write, cancel);
            return await batch.EndAsync(write, DeclarationRefusals.AlreadyReviewed, cancel);
        }, cancel);

    /// <summary>
    /// 全部通过 / 全部不通过: decides everything that waits under a filter, if it is still as many as the reviewer confirmed. Source: REV-04.
    /// </summary>
    public Task<Outcome<BatchOutcome>> RunAsync(WaitingFilter filter, int confirmed, Verdict verdict, CancellationToken cancel) =>
        confirmed <= limits.Verdicts ? DecideAllAsync(filter, confirmed, verdict, cancel) : AsJobAsync(filter, confirmed, verdict, cancel);

    /// <summary>Decides everything that waits, within a request or a job.</summary>
    internal Task<Outcome<BatchOutcome>> DecideAllAsync(WaitingFilter filter, int confirmed, Verdict verdict, CancellationToken cancel) =>
        work.RunAsync<BatchOutcome>(nameof(ReviewDeclarations), async write =>
        {
            if (Check(verdict, count: int.MaxValue) is { } refusal)
            {
                return refusal;
            }

            var decided = await DecideAsync(filter.Apply(work.Db, work.Db.Declarations.Within(Reach), caller.PersonHash), verdict, write, cancel);
            if (decided != confirmed)
            {
                return DeclarationRefusals.CountChanged(confirmed, decided);
            }

            write.Note("Declaration", $"{{\"all\":{decided}}}");
            return new BatchOutcome(decided, []);
        }, cancel);

    private Task<Outcome<BatchOutcome>> AsJobAsync(WaitingFilter filter, int confirmed, Verdict verdict, CancellationToken cancel) =>
        work.RunAsync<Job, BatchOutcome>(nameof(ReviewDeclarations), async write =>
        {
            if (Check(verdict, count: int.MaxValue) is { } refusal)
            {
                return refusal;
            }

            var waiting = await filter.Apply(work.Db, work.Db.Declarations.Within(Reach), caller.PersonHash).CountAsync(cancel);
            return waiting == confirmed
                ? await jobs.AddAsync(ReviewDeclarationsJob.Kind, $"{(verdict.Decision is ReviewDecision.Pass ? "全部通过" : "全部不通过")} {confirmed} 项",
                    JsonSerializer.Serialize(new ReviewDeclarationsJob.Order(filter, confirmed, verdict)), confirmed, write, cancel)
                : DeclarationRefusals.CountChanged(confirmed, waiting);
        }, job => new(0, []) { JobId = job.Id }, cancel);

    private Jurisdiction Reach => caller.ReachFor(Permission.ReviewDeclarations);

    private static Refusal? Check(Verdict verdict, int count)
    {
        if (Selection.CheckReason(verdict.Reason, verdict.Decision is ReviewDecision.Fail) is { } refusal)
        {
            return refusal;
        }

        return verdict.RecognisedHours switch
        {
            null => null,
            _ when count > 1 => DeclarationRefusals.HoursForOneOnly,
            { } hours when hours < 0 || hours % 0.5m != 0 => DeclarationRefusals.RecognisedHours,
            _ => null,
        };
    }

    private async Task<int> DecideAsync(IQueryable<Declaration> rows, Verdict verdict, WriteContext write, CancellationToken cancel)
    {
        var passed = verdict.Decision is ReviewDecision.Pass;
        var reason = string.IsNullOrWhiteSpace(verdict.Reason) ? null : verdict.Reason.Trim();
        var decided = await rows.ExecuteUpdateAsync(set =>
        {
            set.SetProperty(d => d.Status, passed ? DeclarationStatus.Passed : DeclarationStatus.Failed)
                .SetProperty(d => d.Reason, reason)
                .SetProperty(d => d.DecidedAt, write.At)
                .SetProperty(d => d.ChangeId, write.ChangeId)
                .SetProperty(d => d.Version, d => d.Version + 1);
            if (passed)
            {
                set.SetProperty(d => d.RecognisedHours, d => verdict.RecognisedHours ?? d.ClaimedHours);
            }
        }, cancel);
        await Timeline.AppendAsync(work.Db, write, passed ? DeclarationEvent.Pass : DeclarationEvent.Fail, reason, cancel);
        if (passed)
        {
            await CreditLedger.CreditAsync(work.Db, write, cancel);
        }

        await Outbox.TellDeclarantsAsync(work.Db, write, passed ? MessageKind.DeclarationPassed : MessageKind.DeclarationFailed, reason, cancel);
        return decided;
    }
}

/// <summary>What waits for the caller's organization, narrowed down as on level 1 and 2 of the review. Source: S-RVW-01, S-RVW-02.</summary>
public sealed record WaitingFilter
{
    /// <summary>Declaring organizations; null means all.</summary>
    public IReadOnlyList<long>? EmployerIds { get; init; }

    /// <summary>Part of the declaring organization's name.</summary>
    public string? EmployerName { get; init; }

    /// <summary>Forwarded at this moment or later, UTC.</summary>
    public DateTime? ForwardedFrom { get; init; }

    /// <summary>Forwarded before this moment, UTC.</summary>
    public DateTime? ForwardedBefore { get; init; }

    /// <summary>科目类型.</summary>
    public SubjectCategory? Category { get; init; }

    /// <summary>计入年度.</summary>
    public int? CreditYear { get; init; }

    /// <summary>继续教育形式.</summary>
    public DeclarationKind? Kind { get; init; }

    /// <summary>Part of the person's name.</summary>
    public string? Name { get; init; }

    /// <summary>The waiting rows under this filter, without what the reviewer may not judge himself (REV-11).</summary>
    public IQueryable<Declaration> Apply(HnCeDbContext db, IQueryable<Declaration> rows, string reviewerHash)
    {
        // The reviewer's own records are few and found by the hash; looking at the person of each waiting row would be dear.
        rows = rows.Where(d => d.Status == DeclarationStatus.UnderReview && d.FiledByHash != reviewerHash
            && !db.Professionals.Any(p => p.PersonHash == reviewerHash && p.Id == d.ProfessionalId));
        rows = EmployerIds is { } employers ? rows.Where(d => employers.Contains(d.EmployerId)) : rows;
        rows = ForwardedFrom is { } from ? rows.Where(d => d.ForwardedAt >= from) : rows;
        rows = ForwardedBefore is { } before ? rows.Where(d => d.ForwardedAt < before) : rows;
        if (!string.IsNullOrWhiteSpace(EmployerName))
        {
            var wanted = NameGram.Normalize(EmployerName);
            rows = rows.Where(d => d.Employer.SearchName.Contains(wanted));
        }

        rows = Category is { } category ? rows.Where(d => d.Category == category) : rows;
        rows = CreditYear is { } year ? rows.Where(d => d.CreditYear == year) : rows;
        rows = Kind is { } kind ? rows.Where(d => d.Kind == kind) : rows;
        return string.IsNullOrWhiteSpace(Name) ? rows : rows.Where(d => d.Professional.Name.Contains(Name.Trim()));
    }
}
