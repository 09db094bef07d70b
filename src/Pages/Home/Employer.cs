using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Home;

/// <summary>The home page of an employer's administrator: what waits, oldest first. Source: EMP-26.</summary>
public sealed class Employer(GraphClient graph) : ViewComponent
{
    private const string Document = "Home/Employer.graphql";

    public async Task<IViewComponentResult> InvokeAsync() =>
        View("/Home/_Employer.cshtml", await graph.AskAsync<EmployerHome>(Document, "Home", null));
}

/// <summary>What that page shows.</summary>
public sealed record EmployerHome(EmployerViewer Viewer);

public sealed record EmployerViewer(string Name);
