using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>修改 of one result of an open class. Source: SCO-01, SCO-04.</summary>
public sealed class ScoreModel(GraphClient graph) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty(Name = "")]
    public TypedResult Result { get; set; } = new();

    public TraineeRow Row { get; private set; } = null!;

    public StoredClass Class { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Result = new() { Score = Row.Score is { } score ? Number.Hours(score) : null, Qualified = Row.Qualified ? "yes" : "no", Remark = Row.Remark };
        return Class.IsOpen ? Page() : RedirectToPage("/Training/Scores");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var input = new { id = Id, score = Result.ReadScore(), qualified = ClassWords.IsQualified(Result.Qualified), remark = Result.Remark };
        if (this.Refused((await graph.AskAsync<ChangeAnswer>(ClassReading.Scores, "Change", new { input })).ChangeScore.UserErrors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = $"{Row.Name}的成绩已保存。";
        return RedirectToPage("/Training/Scores", new { @class = Class.Id });
    }

    private async Task<bool> LoadAsync()
    {
        var found = (await graph.AskAsync<ChosenAnswer>(ClassReading.Scores, "Chosen", new { ids = new[] { Id } })).Nodes.FirstOrDefault();
        if (found?.Id is null || await graph.ClassAsync(found.Class.Id) is not { } @class)
        {
            return false;
        }

        (Row, Class) = (found, @class);
        return true;
    }

    private sealed record ChosenAnswer(IReadOnlyList<TraineeRow?> Nodes);

    private sealed record ChangeAnswer(Declarations.ErrorsAnswer ChangeScore);
}
