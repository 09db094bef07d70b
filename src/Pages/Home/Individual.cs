using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Home;

/// <summary>The home page of a professional: the year, what is missing, what is under way.</summary>
public sealed class Individual(GraphClient graph) : ViewComponent
{
    private const string Document = "Home/Individual.graphql";

    public async Task<IViewComponentResult> InvokeAsync() =>
        View("/Home/_Individual.cshtml", await graph.AskAsync<IndividualHome>(Document, "Home", null));
}

/// <summary>What that page shows.</summary>
public sealed record IndividualHome(IndividualViewer Viewer);

public sealed record IndividualViewer(string Name);
