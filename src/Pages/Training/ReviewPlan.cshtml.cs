using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>One plan with everything that was filled in, and the verdict on it. Source: PLN-06, DEP-09.</summary>
public sealed class ReviewPlanModel(GraphClient graph, TimeProvider clock) : PageModel
{
    private const string Document = "Training/Plan.graphql";

    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>When the plan was shown; what the institution changes later is not decided unseen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public StoredPlan Plan { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        Seen = SeenAt.Write(clock);
        return await LoadAsync() ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? decision)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var isPass = decision == "PASS";
        var input = new { ids = new[] { Id }, decision = isPass ? "PASS" : "FAIL", reason = isPass ? null : Reason, seenAt = SeenAt.Read(Seen) };
        var answer = (await graph.AskAsync<ReviewAnswer>("Review", new { input })).ReviewTrainingPlans;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        PlanTelling.Tell(this, isPass, answer, new Dictionary<string, string> { [Id] = Plan.Name });
        return RedirectToPage("/Training/ReviewPlans");
    }

    private async Task<bool> LoadAsync()
    {
        Plan = (await graph.AskAsync<PlanAnswer>(Document, "Stored", new { id = Id })).Node!;
        return Plan?.Id is not null;
    }

    private sealed record PlanAnswer(StoredPlan? Node);

    private sealed record ReviewAnswer(ReviewedPlans ReviewTrainingPlans);
}
