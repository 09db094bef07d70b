using HnCe.Domain.Accounts;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using CallerHolder = HnCe.Graph.Server.CallerHolder;

namespace HnCe.Pages.Accounts;

/// <summary>修改密码: all sessions end, and this browser goes on with a new one. Who signed in with the initial password gets no further than here. Source: IND-16, ACC-02, S-IND-03.</summary>
public sealed class PasswordModel(GraphClient graph, CallerHolder caller, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? New { get; set; }

    [BindProperty]
    public string? NewAgain { get; set; }

    public bool IsFirst { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (New != NewAgain)
        {
            return this.Refused([new("PASSWORD_MISMATCH", "两次录入的密码不一致", "newAgain")])!;
        }

        var answer = (await graph.AskAsync<ChangeAnswer>("Change", new { input = new { Current, New = New ?? "" } })).ChangePassword;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        await Sessions.StartAsync(HttpContext, new SignedInAccount(caller.Caller.AccountId!.Value, answer.SessionStamp!), clock);
        TempData["Told"] = "密码已修改，其他地方的登录已全部退出。";
        return IsFirst ? RedirectToPage("/Home/Index") : RedirectToPage();
    }

    private async Task LoadAsync() => IsFirst = (await graph.AskAsync<Answer>("Password")).Viewer!.MustChangePassword;

    private sealed record Answer(Holder? Viewer);

    private sealed record Holder(bool MustChangePassword);

    private sealed record ChangeAnswer(Changed ChangePassword);

    private sealed record Changed(string? SessionStamp, IReadOnlyList<UserError> UserErrors);
}
