using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>The training of one person in a submission; 剔除 with a reason and back. Source: REV-09, REV-10, S-RVW-06.</summary>
public sealed class ReviewTraineeModel(GraphClient graph) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Reason { get; set; }

    public TraineeRow Row { get; private set; } = null!;

    public StoredClass Class { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? @do)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var exclude = @do != "include";
        var input = new { id = Id, exclude, reason = exclude ? Reason : null };
        var errors = (await graph.AskAsync<ExcludeAnswer>("Training/ReviewSubmissions.graphql", "Exclude", new { input })).ExcludeTrainee.UserErrors;
        if (this.Refused(errors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = exclude ? $"已剔除{Row.Name}，通过后不记学时。" : $"已恢复{Row.Name}。";
        return RedirectToPage("/Training/ReviewSubmission", new { id = Class.Id });
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

    private sealed record ExcludeAnswer(Declarations.ErrorsAnswer ExcludeTrainee);
}
