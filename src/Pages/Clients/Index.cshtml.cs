using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Clients;

/// <summary>客户端管理: programs that may use the graph. Source: GRAPH-7.</summary>
public sealed class IndexModel(GraphClient graph) : PageModel
{
    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<Row> Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = (await graph.AskAsync<Answer>("Clients", new { Position.First, Position.After, Position.Last, Position.Before })).RegisteredClients;

    /// <summary>A program.</summary>
    public sealed record Row(string Id, string ClientId, string Name, string Kind, string? OrganizationName, DateTimeOffset CreatedAt, DateTimeOffset? RetiredAt);

    private sealed record Answer(ListAnswer<Row> RegisteredClients);
}
