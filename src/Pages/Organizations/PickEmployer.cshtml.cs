using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Organizations;

/// <summary>选择法人单位: first the region, then the employer. Source: IND-05, PIC-01, PIC-02, PIC-04.</summary>
public sealed class PickEmployerModel(GraphClient graph) : PickPage
{
    [BindProperty(SupportsGet = true)]
    public string? City { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? County { get; set; }

    public IReadOnlyList<Choice> Cities { get; private set; } = [];

    public IReadOnlyList<Choice> Counties { get; private set; } = [];

    public PickedRows<EmployerRow> Found { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var regions = await graph.AskAsync<RegionsAnswer>("Regions", new { city = City ?? "", hasCity = City is not null });
        Cities = Choices(regions.Cities);
        Counties = Choices(regions.Counties ?? []);
        if (Counties.All(one => one.Value != County))
        {
            County = null;
        }

        var variables = new { region = County ?? City, name = Query, Position.First, Position.After, Position.Last, Position.Before };
        var found = (await graph.AskAsync<EmployersAnswer>("Employers", variables)).PickEmployers;
        Found = new(found.Nodes, found.TotalCount, found.PageInfo);
    }

    private static IReadOnlyList<Choice> Choices(IReadOnlyList<RegionAnswer> regions) => [.. regions.Select(one => new Choice(one.Code, one.Name))];

    private sealed record RegionsAnswer(IReadOnlyList<RegionAnswer> Cities, IReadOnlyList<RegionAnswer>? Counties);

    private sealed record RegionAnswer(string Code, string Name);

    private sealed record EmployersAnswer(ListAnswer<EmployerRow> PickEmployers);
}

/// <summary>An employer as the picker shows it; the region tells employers of one name apart.</summary>
public sealed record EmployerRow(string Id, string Name, string? Code, string RegionName)
{
    public string Text => $"{Name}（{RegionName}）";
}
