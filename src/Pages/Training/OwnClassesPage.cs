using System.Globalization;
using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>A list of the institution's own classes with the filters of the manual. Source: CLS-01, SCO-06, S-INS-06, S-INS-10.</summary>
public abstract class OwnClassesPage(GraphClient graph) : PageModel
{
    private const string Document = "Training/Classes.graphql";

    [FromQuery]
    public string? Name { get; set; }

    [FromQuery]
    public int? TrainingYear { get; set; }

    [FromQuery]
    public int? CreditYear { get; set; }

    [FromQuery]
    public string? Category { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<ClassRow> Found { get; private set; } = null!;

    public IReadOnlyList<Choice> TrainingYears { get; private set; } = [];

    public IReadOnlyList<Choice> CreditYears { get; private set; } = [];

    /// <summary>The conditions in use.</summary>
    public IReadOnlyList<Chip> Chips =>
    [
        .. PlanWords.Chip("培训班名称：", "name", Name),
        .. PlanWords.Chip("培训年度：", "trainingYear", TrainingYear?.ToString(CultureInfo.InvariantCulture)),
        .. PlanWords.Chip("继续教育年度：", "creditYear", CreditYear?.ToString(CultureInfo.InvariantCulture)),
        .. PlanWords.Chip("", "category", DeclarationWords.TextOf(DeclarationWords.Categories, Category)),
    ];

    protected async Task ReadAsync(string? status)
    {
        var filter = new
        {
            name = PlanWords.Given(Name),
            trainingYear = TrainingYear,
            creditYear = CreditYear,
            category = DeclarationWords.Known(DeclarationWords.Categories, Category),
            statuses = status is null ? null : new[] { status },
        };
        var answer = await graph.AskAsync<ClassesAnswer>(Document, "Classes", new { filter, Position.First, Position.After, Position.Last, Position.Before });
        Found = answer.TrainingClasses;
        CreditYears = PlanWords.CreditYears(answer.TrainingYears);
        TrainingYears = CreditYears;
    }

    private sealed record ClassesAnswer(ListAnswer<ClassRow> TrainingClasses, IReadOnlyList<int> TrainingYears);
}
