using HnCe.Pages.Declarations;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Credits;

/// <summary>A professional with all recorded years, as those who look after him see it.</summary>
public sealed record PersonDetail(
    string Name, string Sex, string IdNumber, string TitleLevel, string? TitleName, string? Occupation, DateTime? ApprovedAt,
    PersonDetail.Unit Employer, PersonDetail.Named? Department, IReadOnlyList<PersonDetail.YearOf>? Years)
{
    public sealed record Named(string Name);

    public sealed record Unit(string Id, string Name, Named? Supervisor, Named? IndustryDepartment);

    public sealed record YearOf(
        string Id, int Year, string TitleLevel, decimal PublicHours, decimal ProfessionalHours, decimal RequiredPublic, decimal RequiredProfessional,
        bool Completed, Hours Pending, Certificate? Certificate);

    public sealed record Hours(decimal Public, decimal Professional);

    public sealed record Certificate(string Number, bool Valid, DateTime IssuedAt, int Prints);
}

/// <summary>One of the person's declarations.</summary>
public sealed record PersonRecord(
    string Id, string KindName, string Title, string Category, int CreditYear, decimal? ClaimedHours, decimal? RecognisedHours, string Status,
    DateTime SubmittedAt, string? Reason, PersonRecord.Named? Target, PersonRecord.Key Employer)
{
    public sealed record Named(string Name);

    public sealed record Key(string Id);
}

/// <summary>One step in the history of the person's declarations, and what it happened to.</summary>
public sealed record PersonStep(string Event, DateTime At, string Actor, string? Reason, decimal? Hours, PersonStep.Named? Organization, PersonStep.Item? Declaration)
{
    /// <summary>What happened to what, and what was said.</summary>
    public TimelineStep Words => new(
        $"{HistoryWords.Of(Event, Actor, Organization?.Name, Hours)}：{Declaration?.KindName}《{Declaration?.Title}》（{Declaration?.CreditYear} 年度）", At, Reason);

    public sealed record Named(string Name);

    public sealed record Item(string Title, string KindName, int CreditYear);
}
