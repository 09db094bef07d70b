using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Home;

/// <summary>The home page of bureaus, departments and the province: what waits for a verdict, by age.</summary>
public sealed class Reviewer(GraphClient graph) : ViewComponent
{
    private const string Document = "Home/Reviewer.graphql";

    public async Task<IViewComponentResult> InvokeAsync() =>
        View("/Home/_Reviewer.cshtml", await graph.AskAsync<ReviewerHome>(Document, "Home", null));
}

/// <summary>What that page shows.</summary>
public sealed record ReviewerHome(ReviewerViewer Viewer);

public sealed record ReviewerViewer(string Name);
