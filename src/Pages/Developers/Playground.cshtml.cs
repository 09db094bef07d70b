using HnCe.Graph.Server;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace HnCe.Pages.Developers;

/// <summary>
/// GraphQL 演练场: Altair from our own host, with operations of the visitor's role to begin with. It asks /graphql with the session cookie, or with
/// a token that is typed in. Source: GRAPH-13.
/// </summary>
[SecurityHeadersPolicy(SecurityHeaders.Playground)]
public sealed class PlaygroundModel(GraphClient graph) : PageModel
{
    /// <summary>What the script of the page hands to Altair.</summary>
    public object Settings { get; private set; } = null!;

    /// <summary>Who has signed in; null for a visitor.</summary>
    public string? Name { get; private set; }

    public async Task OnGetAsync()
    {
        var viewer = (await graph.AskAsync<Answer>("Playground")).Viewer;
        Name = viewer?.Name;
        Settings = new { header = CrossSiteGuard.PreflightHeader, nonce = HttpContext.GetNonce(), examples = Examples.For(viewer is null ? null : GraphFrame.RoleKey(viewer.UserType)) };
    }

    private sealed record Answer(Viewer? Viewer);

    private sealed record Viewer(string Name, string UserType);
}
