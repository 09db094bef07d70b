using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>删除 and 批量删除: says which, then deletes all of them or none. Source: CLS-01, CLS-05.</summary>
public sealed class DeleteClassesModel(GraphClient graph) : PageModel
{
    private const string Document = "Training/Classes.graphql";

    [BindProperty(SupportsGet = true, Name = "id")]
    public IReadOnlyList<string> Ids { get; set; } = [];

    public IReadOnlyList<ClassRow> Chosen { get; private set; } = [];

    /// <summary>The ticked ones, or the one whose own button was pressed.</summary>
    public async Task<IActionResult> OnGetAsync(string? one)
    {
        Ids = one is null ? Ids : [one];
        await LoadAsync();
        return Chosen.Count == 0 ? RedirectToPage("/Training/Classes") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var answer = (await graph.AskAsync<DeleteAnswer>(Document, "Delete", new { ids = Ids })).DeleteTrainingClasses;
        var names = Chosen.ToDictionary(one => one.Id, one => one.Name);
        if (this.Refused([.. answer.UserErrors, .. answer.Refused.Select(left => new UserError("LEFT", $"{names.GetValueOrDefault(left.Id, "这个培训班")}：{left.Message}", null))]) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = $"已删除 {answer.Succeeded} 个培训班。";
        return RedirectToPage("/Training/Classes");
    }

    // At most what one answer holds; a page of the list is shorter.
    private async Task LoadAsync() =>
        Chosen = [.. (await graph.AskAsync<ChosenAnswer>(Document, "Chosen", new { ids = Ids.Take(100) })).Nodes.OfType<ClassRow>().Where(one => one.Id is not null)];

    private sealed record ChosenAnswer(IReadOnlyList<ClassRow?> Nodes);

    private sealed record DeleteAnswer(ClassBatch DeleteTrainingClasses);
}
