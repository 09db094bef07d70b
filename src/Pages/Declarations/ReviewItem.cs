using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Declarations;

/// <summary>A declaration as its reviewer sees it.</summary>
public sealed record ReviewItem(
    string Id, string KindName, string Category, int CreditYear, string Title, IReadOnlyList<ReviewItem.Detail> Details,
    decimal? ClaimedHours, decimal? ProposedHours, string RuleTrace, decimal? RecognisedHours, string Remark, string Status,
    DateTime SubmittedAt, DateTime? ForwardedAt, DateTime? DecidedAt, string? Reason, bool OnBehalf, string? Objection, string? ObjectionAnswer, bool CanReview, bool CanRevoke,
    ReviewItem.Proof? Attachment, ReviewItem.Organization? Target, ReviewItem.Organization Employer, ReviewItem.Person Professional,
    IReadOnlyList<ReviewItem.Step> Timeline, IReadOnlyList<ReviewItem.Other> Similar, ReviewItem.Earlier? Replaces)
{
    /// <summary>The proof, to be shown beside the claim.</summary>
    public ScanView Scan => new("证明材料", "这条申报没有上传证明材料。", Attachment is { } proof ? new(proof.Name, proof.Type, proof.Url) : null);

    /// <summary>Who decided: the last verdict in the history.</summary>
    public Step? Verdict => Timeline.LastOrDefault(step => step.Event is "PASS" or "FAIL" or "REVOKE");

    /// <summary>The person's year that these hours count in; null while nothing is recorded.</summary>
    public YearOf? Year => Professional.Years?.FirstOrDefault(year => year.Year == CreditYear);

    /// <summary>The history, and who has it now.</summary>
    public IReadOnlyList<TimelineStep> Steps(int waitedDays) =>
    [
        .. Timeline.Select(step => new TimelineStep(HistoryWords.Of(step.Event, step.Actor, step.Organization?.Name, step.Hours), step.At, step.Reason)),
        .. CanReview ? new[] { new TimelineStep($"等待{Target?.Name}审核，已 {waitedDays} 天", When: StepTime.Now) } : [],
    ];

    public sealed record Detail(string Label, string Display);

    public sealed record Proof(string Name, int Size, string Type, DateTime UploadedAt, string Url);

    public sealed record Organization(string Id, string Name);

    public sealed record Person(
        string Id, string Name, string IdNumber, string TitleLevel, string? TitleName, string? Occupation, Named? Department, IReadOnlyList<YearOf>? Years);

    public sealed record Named(string Name);

    public sealed record YearOf(
        int Year, decimal PublicHours, decimal ProfessionalHours, decimal RequiredPublic, decimal RequiredProfessional, Hours Pending);

    public sealed record Hours(decimal Public, decimal Professional);

    public sealed record Step(string Event, DateTime At, string Actor, string? Reason, decimal? Hours, Named? Organization);

    public sealed record Other(string Id, string KindName, string Title, string Status, int CreditYear, Organization Employer, Owner Professional);

    public sealed record Owner(string Id, string Name);

    public sealed record Earlier(string Id, string Status, string? Reason, DateTime? DecidedAt, string Title, Key Employer, Named? Target);

    public sealed record Key(string Id);
}

/// <summary>What came of a verdict or a revocation.</summary>
public sealed record ReviewOutcome(int? Succeeded, IReadOnlyList<ReviewOutcome.Left> Refused, IReadOnlyList<UserError> UserErrors)
{
    /// <summary>All that kept it from happening, for the error summary.</summary>
    public IReadOnlyList<UserError> Errors => [.. UserErrors, .. Refused.Select(left => new UserError(left.Code, left.Message))];

    public sealed record Left(string Id, string Code, string Message);
}
