using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>删除 and 批量删除 of results: says which, then deletes what is not frozen. Source: SCO-01, SCO-10.</summary>
public sealed class DeleteScoresModel(GraphClient graph) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public IReadOnlyList<string> Ids { get; set; } = [];

    public IReadOnlyList<TraineeRow> Chosen { get; private set; } = [];

    /// <summary>The ticked ones, or the one whose own button was pressed.</summary>
    public async Task<IActionResult> OnGetAsync(string? one)
    {
        Ids = one is null ? Ids : [one];
        await LoadAsync();
        return Chosen.Count == 0 ? RedirectToPage("/Training/Scores") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var names = Chosen.ToDictionary(one => one.Id, one => one.Name);
        var answer = (await graph.AskAsync<DeleteAnswer>(ClassReading.Scores, "Delete", new { ids = Ids })).DeleteScores;
        if (answer.UserErrors.Count > 0 || answer.Refused.Count > 0)
        {
            await LoadAsync();
            return this.Refused([.. answer.UserErrors, .. answer.Refused.Select(left => new UserError("LEFT", $"{names.GetValueOrDefault(left.Id, "这条成绩")}：{left.Message}", null))])!;
        }

        TempData["Told"] = $"已删除 {answer.Succeeded} 条学员成绩。";
        return RedirectToPage("/Training/Scores");
    }

    // At most what one answer holds; a page of the list is shorter.
    private async Task LoadAsync() =>
        Chosen = [.. (await graph.AskAsync<ChosenAnswer>(ClassReading.Scores, "Chosen", new { ids = Ids.Take(100) })).Nodes.OfType<TraineeRow>().Where(one => one.Id is not null)];

    private sealed record ChosenAnswer(IReadOnlyList<TraineeRow?> Nodes);

    private sealed record DeleteAnswer(ClassBatch DeleteScores);
}
