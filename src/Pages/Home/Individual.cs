using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Home;

/// <summary>The home page of a professional: the year, what is missing, what is under way. Source: S-IND-01.</summary>
public sealed class Individual(GraphClient graph, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View("/Home/_Individual.cshtml", await IndividualHome.ReadAsync(graph, clock));
}
