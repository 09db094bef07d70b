using HnCe.Pages.Hosting;

namespace HnCe.Pages.ReferenceData;

/// <summary>选择所属区域: the province for what it supervises itself, then cities with their counties. Source: EMP-03, DEP-01, PIC-02.</summary>
public sealed class PickRegionModel(GraphClient graph) : PickTreePage
{
    private const string Province = "410000";

    public override string AboveLabel => "所属市";

    public async Task OnGetAsync()
    {
        What = "所属区域";
        var regions = (await graph.AskAsync<Answer>("Regions", new { province = Province })).Regions;
        Show([new(Province, "河南省（省直单位）", null), .. regions.Select(one => one.ParentCode == Province ? one with { ParentCode = null } : one)]);
    }

    protected override string TextOf(string name, string? above) => above + name;

    private sealed record Answer(IReadOnlyList<TreeNode> Regions);
}
