using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.ReferenceData;

/// <summary>管理行业主管部门. Source: BAS-01, S-SYS-03.</summary>
public sealed class DepartmentsModel(GraphClient graph) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public BaseDataListFilter Filter { get; set; } = new();

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<Row> Found { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var answer = await graph.AskAsync<Answer>("Departments",
            new { Filter.Name, regionCode = Filter.Region, Filter.State, Position.First, Position.After, Position.Last, Position.Before });
        Found = answer.IndustryDepartments;
        Filter.Regions = answer.Regions.ToChoices();
    }

    /// <summary>A department.</summary>
    public sealed record Row(string Id, string Name, string? Code, string RegionName, string State, string? IndustryName, SupervisorName? Supervisor);

    /// <summary>The same-level bureau.</summary>
    public sealed record SupervisorName(string Name);

    private sealed record Answer(ListAnswer<Row> IndustryDepartments, IReadOnlyList<RegionAnswer> Regions);
}
