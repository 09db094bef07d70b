using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Notifications;

/// <summary>消息: what happened to the caller's registration and declarations, and how far the mail copy is. Source: EML-01, EML-02.</summary>
public sealed class IndexModel(GraphClient graph, KnownPages pages) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<MessageRow> Found { get; private set; } = null!;

    public IReadOnlyList<ViewTab> Tabs { get; private set; } = [];

    public int Unread => Tabs[1].Count ?? 0;

    public bool HasDetail => pages.Has("/Declarations/Detail");

    public async Task OnGetAsync()
    {
        var variables = new { unread = View == "unread" ? true : (bool?)null, Position.First, Position.After, Position.Last, Position.Before };
        var answer = await graph.AskAsync<Answer>("Inbox", variables);
        Found = answer.Inbox;
        Tabs = [new("all", "全部", answer.All.TotalCount), new("unread", "未读", answer.Fresh.TotalCount)];
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = (await graph.AskAsync<ReadAnswer>("Read")).ReadInbox;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            await OnGetAsync();
            return refused;
        }

        TempData["Told"] = $"已将 {answer.Read} 条消息标为已读。";
        return RedirectToPage();
    }

    private sealed record Answer(ListAnswer<MessageRow> Inbox, CountAnswer All, CountAnswer Fresh);

    private sealed record CountAnswer(int TotalCount);

    private sealed record ReadAnswer(ReadPayload ReadInbox);

    private sealed record ReadPayload(int? Read, IReadOnlyList<UserError> UserErrors);
}

/// <summary>A message as the inbox shows it.</summary>
public sealed record MessageRow(string Id, string Kind, string Heading, string Text, string? DeclarationId, DateTime At, DateTime? ReadAt, string MailState)
{
    public bool IsNew => ReadAt is null;

    public string Icon => Kind switch
    {
        "REGISTRATION_PASSED" or "DECLARATION_PASSED" => "check",
        "REGISTRATION_FAILED" or "DECLARATION_FAILED" => "cross",
        "DECLARATION_RETURNED" => "back",
        "DECLARATION_REVOKED" => "ban",
        _ => "mail",
    };

    public string Mail => MailState switch { "SENT" => "邮件已发送", "FAILED" => "邮件发送失败", _ => "邮件待发送" };
}
