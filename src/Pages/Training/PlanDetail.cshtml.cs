using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>详细: one plan of the institution; of a passed one the remark may change. Source: PLN-01, PLN-08.</summary>
public sealed class PlanDetailModel(GraphClient graph) : PageModel
{
    private const string Document = "Training/Plan.graphql";

    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Remark { get; set; }

    public StoredPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        var found = await LoadAsync();
        Remark = found ? Plan.Remark : null;
        return found ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var errors = (await graph.AskAsync<RemarkAnswer>("Remark", new { id = Id, remark = Remark })).RemarkTrainingPlan.UserErrors;
        if (this.Refused(errors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = "备注已保存。";
        return RedirectToPage(new { id = Id });
    }

    private async Task<bool> LoadAsync()
    {
        Plan = (await graph.AskAsync<PlanAnswer>(Document, "Stored", new { id = Id })).Node!;
        return Plan?.Id is not null;
    }

    private sealed record PlanAnswer(StoredPlan? Node);

    private sealed record RemarkAnswer(ErrorsAnswer RemarkTrainingPlan);
}
