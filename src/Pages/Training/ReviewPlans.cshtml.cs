using System.Globalization;
using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>审核培训计划: what was sent to the caller's organization, longest waiting first. Source: PLN-06, BUR-08, DEP-09, S-REV-05.</summary>
public sealed class ReviewPlansModel(GraphClient graph) : PageModel
{
    private static readonly Dictionary<string, string> Statuses = new() { ["pending"] = "PENDING", ["passed"] = "PASSED", ["failed"] = "FAILED" };

    [FromQuery]
    public string? View { get; set; }

    [FromQuery]
    public string? Name { get; set; }

    [FromQuery]
    public string? Institution { get; set; }

    [FromQuery]
    public int? Year { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<SentPlanRow> Found { get; private set; } = null!;

    public IReadOnlyList<ViewTab> Tabs { get; private set; } = [];

    public IReadOnlyList<Choice> Years { get; private set; } = [];

    /// <summary>What the last batch left as it was, and why.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    public bool IsWaiting => View == "pending";

    /// <summary>The conditions in use.</summary>
    public IReadOnlyList<Chip> Chips =>
    [
        .. PlanWords.Chip("计划名称：", "name", Name),
        .. PlanWords.Chip("申报机构：", "institution", Institution),
        .. PlanWords.Chip("继续教育年度：", "year", Year?.ToString(CultureInfo.InvariantCulture)),
    ];

    public async Task OnGetAsync()
    {
        View = Statuses.ContainsKey(View ?? "") ? View : "pending";
        var filter = new { name = PlanWords.Given(Name), institutionName = PlanWords.Given(Institution), creditYear = Year, status = Statuses[View!] };
        var answer = await graph.AskAsync<PlansAnswer>("Plans", new { filter, Position.First, Position.After, Position.Last, Position.Before });
        Found = answer.TrainingPlans;
        Years = PlanWords.CreditYears(answer.TrainingYears);
        Tabs = [new("pending", "待审核", answer.Pending), new("passed", "通过", answer.Passed), new("failed", "不通过", answer.Failed)];
        Left = TempData[PlanTelling.Left] as string[] ?? [];
    }

    private sealed record PlansAnswer(ListAnswer<SentPlanRow> TrainingPlans, IReadOnlyList<int> TrainingYears, int Pending, int Passed, int Failed);
}

/// <summary>A plan as a reviewer's list shows it.</summary>
public sealed record SentPlanRow(
    string Id, string Name, Named Institution, Named Subject, string Category, int CreditYear, decimal Hours, int PlannedTrainees, DateTime SubmittedAt, string Status);

/// <summary>What came of a review.</summary>
public sealed record ReviewedPlans(int? Succeeded, IReadOnlyList<LeftPlan> Refused, IReadOnlyList<UserError> UserErrors);

/// <summary>One that was left as it was.</summary>
public sealed record LeftPlan(string Id, string Message);

/// <summary>Says on the list how many were decided, which were left as they were and why.</summary>
public static class PlanTelling
{
    /// <summary>Carries what was left to the list.</summary>
    public const string Left = "PlansLeft";

    public static void Tell(PageModel page, bool isPass, ReviewedPlans answer, IReadOnlyDictionary<string, string> names)
    {
        if (answer.Succeeded > 0)
        {
            page.TempData["Told"] = isPass
                ? $"已通过 {answer.Succeeded} 个培训计划，申报机构会收到消息和邮件。"
                : $"不通过 {answer.Succeeded} 个培训计划，原因会发给申报机构；修改后可以重新送审。";
        }

        if (answer.Refused.Count > 0)
        {
            page.TempData[Left] = answer.Refused.Select(one => $"{names.GetValueOrDefault(one.Id, "这个计划")}：{one.Message}").ToArray();
        }
    }
}
