using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>审核培训班申报信息: classes that were sent to the caller's organization, longest waiting first. Source: REV-07, REV-08, S-RVW-04.</summary>
public sealed class ReviewSubmissionsModel(GraphClient graph) : PageModel
{
    private static readonly IReadOnlyList<Choice> Statuses = [.. ClassWords.Statuses.Skip(1)];

    [FromQuery]
    public string? View { get; set; }

    [FromQuery]
    public string? Category { get; set; }

    [FromQuery]
    public string? Institution { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<SentClassRow> Found { get; private set; } = null!;

    public IReadOnlyList<ViewTab> Tabs { get; private set; } = [];

    /// <summary>Bureaus and the province filter by 继续教育类型 too; an industry department only has professional subjects.</summary>
    public bool HasCategories { get; private set; }

    /// <summary>What the last batch left as it was, and why.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    public bool IsWaiting => View == "submitted";

    /// <summary>The conditions in use.</summary>
    public IReadOnlyList<Chip> Chips =>
    [
        .. PlanWords.Chip("继续教育类型：", "category", DeclarationWords.TextOf(DeclarationWords.Categories, Category)),
        .. PlanWords.Chip("申报机构：", "institution", Institution),
    ];

    public async Task OnGetAsync()
    {
        var status = Statuses.FirstOrDefault(one => one.Value.Equals(View, StringComparison.OrdinalIgnoreCase)) ?? Statuses[0];
        View = status.Value.ToLowerInvariant();
        var filter = new { category = DeclarationWords.Known(DeclarationWords.Categories, Category), institutionName = PlanWords.Given(Institution), statuses = new[] { status.Value } };
        var answer = await graph.AskAsync<SubmissionsAnswer>("Submissions", new { filter, Position.First, Position.After, Position.Last, Position.Before });
        Found = answer.ClassSubmissions;
        HasCategories = answer.Viewer.UserType != "INDUSTRY_DEPARTMENT";
        Tabs = [.. Statuses.Select(one => new ViewTab(one.Value.ToLowerInvariant(), one.Text, one == Statuses[0] ? answer.WaitingClassCount : null))];
        Left = TempData[ClassTelling.Left] as string[] ?? [];
    }

    private sealed record SubmissionsAnswer(ReviewerAnswer Viewer, ListAnswer<SentClassRow> ClassSubmissions, int WaitingClassCount);

    private sealed record ReviewerAnswer(string UserType);
}

/// <summary>A submission as a reviewer's list shows it.</summary>
public sealed record SentClassRow(
    string Id, string Name, Named Institution, string SubjectName, string Category, int CreditYear, decimal Hours, TraineesAnswer Trainees, DateTime? SubmittedAt, string Status);

/// <summary>Says on the list how many were decided, which were left as they were and why.</summary>
public static class ClassTelling
{
    /// <summary>Carries what was left to the list.</summary>
    public const string Left = "ClassesLeft";

    public static void Tell(PageModel page, string done, ClassBatch answer, IReadOnlyDictionary<string, string> names)
    {
        if (answer.Succeeded > 0)
        {
            page.TempData["Told"] = done;
        }

        if (answer.Refused.Count > 0)
        {
            page.TempData[Left] = answer.Refused.Select(one => $"{names.GetValueOrDefault(one.Id, "这个培训班")}：{one.Message}").ToArray();
        }
    }

    /// <summary>What a verdict did.</summary>
    public static string Verdict(bool isPass, int? count) => isPass
        ? $"已通过 {count} 个培训班，合格学员的学时已认定，申报机构会收到消息和邮件。"
        : $"不通过 {count} 个培训班，原因会发给申报机构。";
}
