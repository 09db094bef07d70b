using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Organizations;

/// <summary>选择人社部门: among all bureaus, or those that a unit of the form's region may be below. Source: BUR-01, EMP-02, DEP-01, PIC-01.</summary>
public sealed class PickBureauModel(GraphClient graph) : PickOrganizationPage(graph)
{
    private readonly GraphClient graph = graph;

    /// <summary>Without the province, whose administrators do not register. Source: GEN-02.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Local { get; set; }

    public override string What => "人社部门";

    public override string WhenEmpty => "请换一个区域，或少录入几个字再查。";

    protected override async Task<ListAnswer<OrganizationRow>> FindAsync(object variables) =>
        (await graph.AskAsync<Answer>(Local ? "LocalBureaus" : "Bureaus", variables)).PickHrBureaus;

    private sealed record Answer(ListAnswer<OrganizationRow> PickHrBureaus);
}
