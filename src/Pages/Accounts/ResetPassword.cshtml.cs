using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>重设密码, with the link of the mail. Whether the link is good is told only together with a password. Source: LOG-10, SEC-B12.</summary>
[ResponseCache(NoStore = true)]
public sealed class ResetPasswordModel(GraphClient graph) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Ticket { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? PasswordAgain { get; set; }

    /// <summary>The link is good no more.</summary>
    public bool IsOver { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Password != PasswordAgain)
        {
            return this.Refused([new("PASSWORD_MISMATCH", "两次录入的密码不一致", "passwordAgain")])!;
        }

        var input = new { ticket = Ticket ?? "", key = Key ?? "", password = Password ?? "" };
        var errors = (await graph.AskAsync<Answer>("Choose", new { input })).ChooseNewPassword.UserErrors;
        if (this.Refused(errors) is { } refused)
        {
            IsOver = errors.Any(error => error.Code == "LINK_EXPIRED");
            return refused;
        }

        TempData["Told"] = "密码已重设，请用新密码登录。";
        return RedirectToPage("/Index");
    }

    private sealed record Answer(Chosen ChooseNewPassword);

    private sealed record Chosen(IReadOnlyList<UserError> UserErrors);
}
