using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.ReferenceData;

/// <summary>选择单位性质, 所属行业, 专业 …: one picker for every code list. Source: IND-05, EMP-02, INS-02, PIC-01.</summary>
public sealed class PickCodeModel(GraphClient graph) : PickTreePage
{
    /// <summary>The lists, by their name in the address.</summary>
    private static readonly Dictionary<string, (string List, string What)> Lists = new(StringComparer.Ordinal)
    {
        ["natures"] = ("UNIT_NATURES", "单位性质"),
        ["affiliations"] = ("AFFILIATIONS", "单位隶属关系"),
        ["levels"] = ("UNIT_LEVELS", "单位级别"),
        ["industries"] = ("INDUSTRIES", "所属行业"),
        ["institutionlevels"] = ("INSTITUTION_LEVELS", "培训机构级别"),
        ["majors"] = ("MAJORS", "专业"),
    };

    public async Task<IActionResult> OnGetAsync(string list)
    {
        if (!Lists.TryGetValue(list, out var wanted))
        {
            return NotFound();
        }

        What = wanted.What;
        Show((await graph.AskAsync<Answer>("Codes", new { list = wanted.List })).Codes);
        return Page();
    }

    private sealed record Answer(IReadOnlyList<TreeNode> Codes);
}
