using HnCe.Pages.Exports;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>审核其它继续教育形式申报信息, level 1: one row per declaring organization, longest waiting first. Source: REV-01, S-RVW-01.</summary>
public sealed class ReviewModel(GraphClient graph, Exporter exporter, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ReviewFilter Filter { get; set; } = new();

    public ListPosition Position => ListPosition.Of(Request);

    public IReadOnlyList<Choice> Years => clock.Years(5);

    public int Waiting { get; private set; }

    public ListAnswer<Line> Units { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await Filter.CheckAsync(graph);
        var answer = await graph.AskAsync<Answer>("Queue", new { filter = Filter.Waiting(), Position.First, Position.After, Position.Last, Position.Before });
        (Waiting, Units) = (answer.WaitingCount, answer.ReviewQueue);
    }

    public async Task<IActionResult> OnPostExcelAsync()
    {
        await Filter.CheckAsync(graph);
        return await exporter.RunAsync(this, DeclarationTables.Waiting, new { filter = Filter.Waiting() });
    }

    public sealed record Line(int People, int Waiting, DateTime OldestAt, DateTime LatestAt, Unit Employer);

    public sealed record Unit(string Id, string Name);

    private sealed record Answer(int WaitingCount, ListAnswer<Line> ReviewQueue);
}
