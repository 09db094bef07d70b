using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.ReferenceData;

/// <summary>管理人社局信息: the bureau tree as a list. Source: BAS-02, S-SYS-04.</summary>
public sealed class BureausModel(GraphClient graph) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public BaseDataListFilter Filter { get; set; } = new();

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<Row> Found { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var answer = await graph.AskAsync<Answer>("Bureaus",
            new { Filter.Name, regionCode = Filter.Region, Filter.State, Position.First, Position.After, Position.Last, Position.Before });
        Found = answer.Bureaus;
        Filter.Regions = answer.Regions.ToChoices();
    }

    /// <summary>A bureau.</summary>
    public sealed record Row(string Id, string Name, string? Code, string RegionName, string Tier, string State, ParentName? Parent);

    /// <summary>The bureau above.</summary>
    public sealed record ParentName(string Name);

    private sealed record Answer(ListAnswer<Row> Bureaus, IReadOnlyList<RegionAnswer> Regions);
}
