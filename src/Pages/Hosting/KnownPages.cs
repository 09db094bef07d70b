using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Hosting;

/// <summary>The pages that are really mapped, so that the frame never links to a missing one.</summary>
public sealed class KnownPages(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> paths = new(() => [.. endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath)
        .OfType<string>()]);

    public bool Has(string page) => paths.Value.Contains(page);

    /// <summary>The menu without entries whose page is missing, and without groups that lost all entries.</summary>
    public IReadOnlyList<MenuGroup> Existing(IReadOnlyList<MenuGroup> menu) =>
    [
        .. menu.Select(group => group with { Items = [.. group.Items.Where(item => Has(item.Page))] })
            .Where(group => group.Items.Count > 0),
    ];
}
