using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>通过 and 不通过 of one class or several: says how many and which, then does it. Source: REV-08, S-RVW-04.</summary>
public sealed class ReviewSubmissionsConfirmModel(GraphClient graph) : PageModel
{
    private const string Document = "Training/ReviewSubmissions.graphql";

    [BindProperty(SupportsGet = true, Name = "id")]
    public IReadOnlyList<string> Ids { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<SentClassRow> Chosen { get; private set; } = [];

    public bool IsPass => Decision == "PASS";

    public string Verb => IsPass ? "通过" : "不通过";

    public async Task<IActionResult> OnGetAsync()
    {
        if (Ids.Count == 0 || Decision is not ("PASS" or "FAIL"))
        {
            return RedirectToPage("/Training/ReviewSubmissions");
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var input = new { ids = Ids, decision = IsPass ? "PASS" : "FAIL", reason = IsPass ? null : Reason };
        var answer = (await graph.AskAsync<ReviewAnswer>(Document, "Review", new { input })).ReviewClassSubmissions;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        ClassTelling.Tell(this, ClassTelling.Verdict(IsPass, answer.Succeeded), answer, Chosen.ToDictionary(one => one.Id, one => one.Name));
        return RedirectToPage("/Training/ReviewSubmissions");
    }

    // At most what one answer holds; a page of the list is shorter.
    private async Task LoadAsync() =>
        Chosen = [.. (await graph.AskAsync<ChosenAnswer>(Document, "Chosen", new { ids = Ids.Take(100) })).Nodes.OfType<SentClassRow>().Where(one => one.Id is not null)];

    private sealed record ChosenAnswer(IReadOnlyList<SentClassRow?> Nodes);

    private sealed record ReviewAnswer(ClassBatch ReviewClassSubmissions);
}
