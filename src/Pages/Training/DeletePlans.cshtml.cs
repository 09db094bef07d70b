using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>删除 and 批量删除: says which, then deletes all of them or none. Source: PLN-01, PLN-07.</summary>
public sealed class DeletePlansModel(GraphClient graph) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public IReadOnlyList<string> Ids { get; set; } = [];

    public IReadOnlyList<PlanRow> Chosen { get; private set; } = [];

    /// <summary>The ticked ones, or the one whose own button was pressed.</summary>
    public async Task<IActionResult> OnGetAsync(string? one)
    {
        Ids = one is null ? Ids : [one];
        await LoadAsync();
        return Chosen.Count == 0 ? RedirectToPage("/Training/Plans") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = (await graph.AskAsync<DeleteAnswer>("Delete", new { ids = Ids })).DeleteTrainingPlans;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            await LoadAsync();
            return refused;
        }

        TempData["Told"] = $"已删除 {answer.Deleted} 个培训计划。";
        return RedirectToPage("/Training/Plans");
    }

    // At most what one answer holds; a page of the list is shorter.
    private async Task LoadAsync() =>
        Chosen = [.. (await graph.AskAsync<ChosenAnswer>("Chosen", new { ids = Ids.Take(100) })).Nodes.OfType<PlanRow>().Where(one => one.Id is not null)];

    private sealed record ChosenAnswer(IReadOnlyList<PlanRow?> Nodes);

    private sealed record DeleteAnswer(DeletedPlans DeleteTrainingPlans);

    private sealed record DeletedPlans(int? Deleted, IReadOnlyList<UserError> UserErrors);
}
