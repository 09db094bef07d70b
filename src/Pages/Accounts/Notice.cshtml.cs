using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>个人信息处理告知: who, what for, which data, how long, which rights. Whoever changes the text changes the version. Source: IND-08, PIPL Art. 17.</summary>
public sealed class NoticeModel(GraphClient graph) : PageModel
{
    public string Version { get; private set; } = "";

    public async Task OnGetAsync() => Version = (await graph.AskAsync<Answer>("Notice")).NoticeVersion;

    private sealed record Answer(string NoticeVersion);
}
