using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>批量通过 and 批量不通过 of plans: says how many and which, then does it. Source: PLN-06, S-REV-05.</summary>
public sealed class ReviewPlansConfirmModel(GraphClient graph, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public IReadOnlyList<string> Ids { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>When the plans were shown; what an institution changes later is not decided unseen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public IReadOnlyList<SentPlanRow> Chosen { get; private set; } = [];

    public bool IsPass => Decision == "PASS";

    public string Verb => IsPass ? "通过" : "不通过";

    public async Task<IActionResult> OnGetAsync()
    {
        if (Ids.Count == 0 || Decision is not ("PASS" or "FAIL"))
        {
            return RedirectToPage("/Training/ReviewPlans");
        }

        Seen = SeenAt.Write(clock);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var input = new { ids = Ids, decision = IsPass ? "PASS" : "FAIL", reason = Reason, seenAt = SeenAt.Read(Seen) };
        var answer = (await graph.AskAsync<ReviewAnswer>("Review", new { input })).ReviewTrainingPlans;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        PlanTelling.Tell(this, IsPass, answer, Chosen.ToDictionary(one => one.Id, one => one.Name));
        return RedirectToPage("/Training/ReviewPlans");
    }

    // At most what one answer holds; a page of the list is shorter.
    private async Task LoadAsync() =>
        Chosen = [.. (await graph.AskAsync<ChosenAnswer>("Chosen", new { ids = Ids.Take(100) })).Nodes.OfType<SentPlanRow>().Where(one => one.Id is not null)];

    private sealed record ChosenAnswer(IReadOnlyList<SentPlanRow?> Nodes);

    private sealed record ReviewAnswer(ReviewedPlans ReviewTrainingPlans);
}
