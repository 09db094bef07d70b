using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>申报花名册: the exact list that is or was submitted, for print. Source: SCO-07, S-INS-11.</summary>
public sealed class RosterModel(GraphClient graph) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    public StoredClass Class { get; private set; } = null!;

    public IReadOnlyList<TraineeRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (await graph.ClassAsync(Id) is not { } found)
        {
            return NotFound();
        }

        (Class, Rows) = (found, await graph.RosterAsync(Id));
        return Page();
    }
}
