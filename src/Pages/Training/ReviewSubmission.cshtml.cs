using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>One submission with its trainees; the verdict on the class, or its withdrawal. Source: REV-09, REV-10, REV-12, S-RVW-05.</summary>
public sealed class ReviewSubmissionModel(GraphClient graph) : PageModel
{
    private const string Document = "Training/ReviewSubmissions.graphql";

    [FromRoute]
    public string Id { get; set; } = "";

    [FromQuery]
    public string? Name { get; set; }

    [FromQuery]
    public string? Result { get; set; }

    /// <summary>Why the class is revoked.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public StoredClass Class { get; private set; } = null!;

    public ListAnswer<TraineeRow> Found { get; private set; } = null!;

    /// <summary>It waits for the caller's own organization.</summary>
    public bool CanReview { get; private set; }

    public bool CanRevoke => Class.Status == "PASSED";

    /// <summary>The conditions in use.</summary>
    public IReadOnlyList<Chip> Chips =>
        [.. PlanWords.Chip("姓名：", "name", Name), .. PlanWords.Chip("", "result", DeclarationWords.TextOf(ClassWords.Results, Result))];

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>撤销. Source: REV-12.</summary>
    public async Task<IActionResult> OnPostRevokeAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var answer = (await graph.AskAsync<RevokeAnswer>(Document, "Revoke", new { id = Id, reason = Reason ?? "" })).RevokeClassSubmissions;
        if (this.Refused([.. answer.UserErrors, .. answer.Refused.Select(left => new UserError("LEFT", left.Message, null))]) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = "培训班已撤销，学员的学时已收回，申报机构会收到消息和邮件。";
        return RedirectToPage(new { id = Id });
    }

    private async Task<bool> LoadAsync()
    {
        if (await graph.ClassAsync(Id) is not { } found)
        {
            return false;
        }

        Class = found;
        var own = (await graph.AskAsync<ViewerAnswer>(Document, "Viewer", null)).Viewer.Organization?.Id;
        CanReview = found.Status == "SUBMITTED" && found.Target?.Id == own;
        var filter = new { @class = Id, name = PlanWords.Given(Name), qualified = ClassWords.IsQualified(Result) };
        Found = (await graph.AskAsync<ScoresAnswer>(ClassReading.Scores, "Scores", new { filter, Position.First, Position.After, Position.Last, Position.Before })).TraineeScores;
        return true;
    }

    private sealed record ViewerAnswer(ClassViewer Viewer);

    private sealed record ClassViewer(OwnerAnswer? Organization);

    private sealed record RevokeAnswer(ClassBatch RevokeClassSubmissions);
}
