using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Home;

/// <summary>The home page of a training institution: what it still has to do, what waits elsewhere, what was decided. Source: INS-06.</summary>
public sealed class Institution(GraphClient graph) : ViewComponent
{
    private const string Document = "Home/Institution.graphql";

    public async Task<IViewComponentResult> InvokeAsync() =>
        View("/Home/_Institution.cshtml", await graph.AskAsync<InstitutionHome>(Document, "Home", null));
}

/// <summary>What that page shows.</summary>
public sealed record InstitutionHome(
    InstitutionViewer Viewer, int Drafts, int Pending, int Passed, int Failed,
    ClassTotal OpenClasses, ClassTotal SubmittedClasses, ClassTotal PassedClasses, ClassTotal FailedClasses)
{
    /// <summary>What the institution itself has to do.</summary>
    public int ToDo => Drafts + Failed + OpenClasses.TotalCount;
}

public sealed record InstitutionViewer(string Name, NamedAnswer? Organization);

/// <summary>How many classes are in a state.</summary>
public sealed record ClassTotal(int TotalCount);
