using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Home;

/// <summary>主页: the part of the viewer's role; only that one is asked from the graph.</summary>
public sealed class IndexModel(GraphClient graph) : PageModel
{
    /// <summary>The view component that shows the viewer's part.</summary>
    public Type Part { get; private set; } = typeof(Plain);

    public async Task OnGetAsync()
    {
        var viewer = (await graph.AskAsync<Answer>("Viewer")).Viewer;
        Part = viewer?.UserType switch
        {
            "INDIVIDUAL" => typeof(Individual),
            "EMPLOYER" => typeof(Employer),
            "INSTITUTION" => typeof(Institution),
            "LOCAL_BUREAU" or "INDUSTRY_DEPARTMENT" or "PROVINCIAL_DEPARTMENT" => typeof(Reviewer),
            _ => typeof(Plain),
        };
    }

    private sealed record Answer(ViewerAnswer? Viewer);

    private sealed record ViewerAnswer(string UserType);
}
