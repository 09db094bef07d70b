using System.Globalization;
using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>培训计划管理: the plans of the institution. Source: PLN-01, S-INS-04.</summary>
public sealed class PlansModel(GraphClient graph) : PageModel
{
    [FromQuery]
    public string? Name { get; set; }

    [FromQuery]
    public int? Year { get; set; }

    [FromQuery]
    public string? Category { get; set; }

    [FromQuery]
    public string? Status { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<PlanRow> Found { get; private set; } = null!;

    public IReadOnlyList<Choice> Years { get; private set; } = [];

    /// <summary>The conditions in use.</summary>
    public IReadOnlyList<Chip> Chips =>
    [
        .. PlanWords.Chip("计划名称：", "name", Name),
        .. PlanWords.Chip("继续教育年度：", "year", Year?.ToString(CultureInfo.InvariantCulture)),
        .. PlanWords.Chip("", "category", DeclarationWords.TextOf(DeclarationWords.Categories, Category)),
        .. PlanWords.Chip("", "status", DeclarationWords.TextOf(PlanWords.Statuses, Status)),
    ];

    public async Task OnGetAsync()
    {
        var filter = new
        {
            name = PlanWords.Given(Name),
            creditYear = Year,
            category = DeclarationWords.Known(DeclarationWords.Categories, Category),
            status = DeclarationWords.Known(PlanWords.Statuses, Status),
        };
        var answer = await graph.AskAsync<PlansAnswer>("Plans", new { filter, Position.First, Position.After, Position.Last, Position.Before });
        Found = answer.TrainingPlans;
        Years = PlanWords.CreditYears(answer.TrainingYears);
    }

    private sealed record PlansAnswer(ListAnswer<PlanRow> TrainingPlans, IReadOnlyList<int> TrainingYears);
}

/// <summary>A plan as the institution's list shows it.</summary>
public sealed record PlanRow(
    string Id, string Name, string Category, Named Subject, int TrainingYear, int CreditYear, decimal Hours, int PlannedTrainees, Named? Target, string Status, bool CanEdit);
