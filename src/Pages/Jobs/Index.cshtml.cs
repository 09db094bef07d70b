using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Jobs;

/// <summary>我的任务: long work of the caller with its progress and result; it goes on when the page is left. Source: CER-01, REV-04.</summary>
public sealed class IndexModel(GraphClient graph) : PageModel
{
    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<JobRow> Found { get; private set; } = null!;

    /// <summary>Whether a job waits or runs, so that the page asks again by itself.</summary>
    public bool Busy => Found.Nodes.Any(job => job.IsOpen);

    /// <summary>Address of this page of the list.</summary>
    public string Here => $"{Request.PathBase}{Request.Path}{Request.QueryString}";

    public async Task OnGetAsync() =>
        Found = (await graph.AskAsync<Answer>("Jobs", new { Position.First, Position.After, Position.Last, Position.Before })).Jobs;

    private sealed record Answer(ListAnswer<JobRow> Jobs);
}

/// <summary>A job as its owner sees it.</summary>
public sealed record JobRow(
    string Id, string Title, string Kind, string State, int Done, int Total, string? Message, DateTime CreatedAt, string? FileName, string? FileUrl)
{
    /// <summary>Whether it waits or runs.</summary>
    public bool IsOpen => State is "WAITING" or "RUNNING";

    /// <summary>Whether it made a file, which is gone by now.</summary>
    public bool HadFile => State == "DONE" && Kind != "review";

    public string Unit => Kind switch { "certificates" => "份", "export" => "行", _ => "项" };

    public string StateWord => State switch { "WAITING" => "等待执行", "RUNNING" => "执行中", "DONE" => "已完成", _ => "未完成" };
}
