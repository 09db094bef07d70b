using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>学员成绩管理: the results of the institution's classes. Source: SCO-01, S-INS-08.</summary>
public sealed class ScoresModel(GraphClient graph) : PageModel
{
    /// <summary>Key of the class.</summary>
    [FromQuery(Name = "class")]
    public string? ClassId { get; set; }

    [FromQuery]
    public string? Name { get; set; }

    [FromQuery]
    public string? Result { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<TraineeRow> Found { get; private set; } = null!;

    public IReadOnlyList<Choice> Classes { get; private set; } = [];

    /// <summary>The conditions in use.</summary>
    public IReadOnlyList<Chip> Chips =>
    [
        .. PlanWords.Chip("培训班：", "class", DeclarationWords.TextOf(Classes, ClassId)),
        .. PlanWords.Chip("姓名：", "name", Name),
        .. PlanWords.Chip("", "result", DeclarationWords.TextOf(ClassWords.Results, Result)),
    ];

    public async Task OnGetAsync()
    {
        Classes = await graph.OfferedAsync(null);
        var filter = new { @class = DeclarationWords.Known(Classes, ClassId), name = PlanWords.Given(Name), qualified = ClassWords.IsQualified(Result) };
        Found = (await graph.AskAsync<ScoresAnswer>("Scores", new { filter, Position.First, Position.After, Position.Last, Position.Before })).TraineeScores;
    }
}
