using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Pieces;

/// <summary>A picker as every picker page is built; Development only.</summary>
[AllowAnonymous]
public sealed class PickerModel : PageModel
{
    private static readonly Choice[] All =
    [
        new("00504101X", "郑州市教育局"), new("00504102K", "郑州市卫生健康委员会"), new("005041038", "郑州市住房和城乡建设局"),
        new("005041046", "郑州市农业农村工作委员会"), new("005041054", "郑州市文化广电和旅游局"),
    ];

    public string? Query { get; private set; }

    public IReadOnlyList<Choice> Found { get; private set; } = [];

    public void OnGet(string? q)
    {
        Query = q;
        Found = [.. All.Where(one => one.Text.Contains(q ?? "", StringComparison.Ordinal))];
    }
}
