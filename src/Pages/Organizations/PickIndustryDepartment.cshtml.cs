using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Organizations;

/// <summary>选择行业主管部门: by region, or those over the form's region. Source: EMP-02, INS-02, PIC-01, PIC-02.</summary>
public sealed class PickIndustryDepartmentModel(GraphClient graph) : PickOrganizationPage(graph)
{
    private readonly GraphClient graph = graph;

    public override string What => "行业主管部门";

    public override string WhenEmpty => "行业主管部门还没有注册的，可以不选，以后由本单位补录。";

    public override string TextOf(OrganizationRow row) => row.Text;

    protected override async Task<ListAnswer<OrganizationRow>> FindAsync(object variables) =>
        (await graph.AskAsync<Answer>("Departments", variables)).PickIndustryDepartments;

    private sealed record Answer(ListAnswer<OrganizationRow> PickIndustryDepartments);
}
