using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Organizations;

/// <summary>选择法人单位: first the region, then the employer. Source: IND-05, PIC-01, PIC-02, PIC-04.</summary>
public sealed class PickEmployerModel(GraphClient graph) : PickOrganizationPage(graph)
{
    private readonly GraphClient graph = graph;

    public override string What => "法人单位";

    public override string WhenEmpty => "请换一个区域，或少录入几个字再查。单位还没有注册的，请先联系本单位办理单位注册。";

    public override string TextOf(OrganizationRow row) => row.Text;

    protected override async Task<ListAnswer<OrganizationRow>> FindAsync(object variables) => (await graph.AskAsync<Answer>("Employers", variables)).PickEmployers;

    private sealed record Answer(ListAnswer<OrganizationRow> PickEmployers);
}
