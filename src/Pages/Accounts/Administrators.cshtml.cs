using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>管理人员管理: the administrators of one's own organization. Source: EMP-11, PRO-03, SYS-04, S-EMP-05, S-PRO-01, S-SYS-02.</summary>
public sealed class AdministratorsModel(GraphClient graph) : PageModel
{
    private static readonly Dictionary<string, string[]> States = new() { ["current"] = ["ACTIVE", "DISABLED"], ["revoked"] = ["REVOKED"] };

    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public string Intro { get; private set; } = "";

    public ListAnswer<AccountRow> Found { get; private set; } = null!;

    public IReadOnlyList<ViewTab> Tabs { get; private set; } = [];

    public async Task OnGetAsync()
    {
        View = States.ContainsKey(View ?? "") ? View : "current";
        var answer = await graph.AskAsync<Answer>("Administrators", new { states = States[View!], Position.First, Position.After, Position.Last, Position.Before });
        Found = answer.Accounts;
        Intro = $"{answer.Viewer.Organization?.Name ?? "本系统"}的管理员。不能对自己的帐号办理，须由另一名管理员办理。";
        Tabs = [new("current", "现任", answer.Current.TotalCount), new("revoked", "已移除权限", answer.Revoked.TotalCount)];
    }

    private sealed record Answer(ViewerAnswer Viewer, ListAnswer<AccountRow> Accounts, CountAnswer Current, CountAnswer Revoked);

    private sealed record ViewerAnswer(NamedRow? Organization);

    private sealed record CountAnswer(int TotalCount);
}
