using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Organizations;

/// <summary>
/// A picker of organizations: by city and county, or for the region that the form has chosen, then <c>regionCode</c> is in the address. Source: PIC-01, PIC-02, PIC-04.
/// </summary>
public abstract class PickOrganizationPage(GraphClient graph) : PickPage
{
    private const string Document = "Organizations/PickOrganization.graphql";

    [BindProperty(SupportsGet = true)]
    public string? City { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? County { get; set; }

    /// <summary>The region chosen in the form.</summary>
    [BindProperty(SupportsGet = true)]
    public string? RegionCode { get; set; }

    /// <summary>What is picked, in the words of the manual.</summary>
    public abstract string What { get; }

    /// <summary>What to do when nothing was found.</summary>
    public abstract string WhenEmpty { get; }

    /// <summary>Whether the form's region decides what is offered.</summary>
    public bool FollowsForm => Request.Query.ContainsKey("regionCode");

    public IReadOnlyList<Choice> Cities { get; private set; } = [];

    public IReadOnlyList<Choice> Counties { get; private set; } = [];

    public PickedRows<OrganizationRow> Found { get; private set; } = new([], 0, new(null, null, false, false));

    public async Task OnGetAsync()
    {
        if (!FollowsForm)
        {
            await LoadRegionsAsync();
        }

        if (!FollowsForm || RegionCode is not null)
        {
            var found = await FindAsync(new { region = FollowsForm ? null : County ?? City, over = RegionCode, name = Query, Position.First, Position.After, Position.Last, Position.Before });
            Found = new(found.Nodes, found.TotalCount, found.PageInfo);
        }
    }

    /// <summary>What stands in the field once a row is chosen.</summary>
    public virtual string TextOf(OrganizationRow row) => row.Name;

    protected abstract Task<ListAnswer<OrganizationRow>> FindAsync(object variables);

    private async Task LoadRegionsAsync()
    {
        var regions = await graph.AskAsync<RegionsAnswer>(Document, "Regions", new { city = City ?? "", hasCity = City is not null });
        Cities = Choices(regions.Cities);
        Counties = Choices(regions.Counties ?? []);
        if (Counties.All(one => one.Value != County))
        {
            County = null;
        }
    }

    private static IReadOnlyList<Choice> Choices(IReadOnlyList<RegionAnswer> regions) => [.. regions.Select(one => new Choice(one.Code, one.Name))];

    private sealed record RegionsAnswer(IReadOnlyList<RegionAnswer> Cities, IReadOnlyList<RegionAnswer>? Counties);

    private sealed record RegionAnswer(string Code, string Name);
}

/// <summary>An organization as the pickers show it; the region tells those of one name apart.</summary>
public sealed record OrganizationRow(string Id, string Name, string? Code, string RegionName)
{
    public string Text => $"{Name}（{RegionName}）";
}
