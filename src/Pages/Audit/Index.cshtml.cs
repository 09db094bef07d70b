using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Audit;

/// <summary>审计日志: who did what, when and from where; can be taken away as a table. Source: GEN-10, S-SYS-08.</summary>
public sealed class IndexModel(GraphClient graph, TimeProvider clock) : PageModel
{
    /// <summary>The most lines of one export.</summary>
    public const int MostLines = 10_000;

    /// <summary>时间, first day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>时间, last day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>用户, part of the name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Actor { get; set; }

    /// <summary>动作; not named "action", which routes own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Verb { get; set; }

    /// <summary>对象, as links from elsewhere name it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<AuditLine> Found { get; private set; } = null!;

    /// <summary>Address of the same lines as a file.</summary>
    public string ExportHref => Url.Page("/Audit/Index", "Export", new { From, To, Actor, Verb, Subject })!;

    public IReadOnlyList<Chip> Chips =>
    [
        .. new (bool Used, Chip Chip)[]
        {
            (From is not null, new($"自 {From:yyyy-MM-dd}", "from")),
            (To is not null, new($"至 {To:yyyy-MM-dd}", "to")),
            (!string.IsNullOrEmpty(Actor), new($"用户：{Actor}", "actor")),
            (!string.IsNullOrEmpty(Verb), new($"动作：{AuditWords.Action(Verb ?? "")}", "verb")),
            (!string.IsNullOrEmpty(Subject), new($"对象：{AuditWords.Subject(Subject ?? "")}", "subject")),
        }.Where(one => one.Used).Select(one => one.Chip),
    ];

    public async Task OnGetAsync() => Found = (await graph.AskAsync<LinesAnswer>("Lines",
        new { Actor, action = Verb, From, To, Subject, Position.First, Position.After, Position.Last, Position.Before })).AuditEntries;

    public async Task<IActionResult> OnGetExportAsync()
    {
        var (lines, after, more) = (new List<AuditLine>(), (string?)null, true);
        while (more && lines.Count < MostLines)
        {
            var page = (await graph.AskAsync<ExportAnswer>("Export", new { Actor, action = Verb, From, To, Subject, after })).AuditEntries;
            lines.AddRange(page.Nodes);
            (after, more) = (page.PageInfo.EndCursor, page.PageInfo.HasNextPage);
        }

        return File(AuditTable.Write(lines, more), "text/csv; charset=utf-8", $"审计日志-{ChineseTime.Table(clock.GetUtcNow())}.csv");
    }

    private sealed record LinesAnswer(ListAnswer<AuditLine> AuditEntries);

    private sealed record ExportAnswer(ExportPage AuditEntries);

    private sealed record ExportPage(ExportEnds PageInfo, IReadOnlyList<AuditLine> Nodes);

    private sealed record ExportEnds(string? EndCursor, bool HasNextPage);
}
