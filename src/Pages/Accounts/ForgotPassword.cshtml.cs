using HnCe.Domain.Access;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>忘记密码: asks for a link by mail; the answer never tells whether there is such an account. Source: LOG-10.</summary>
public sealed class ForgotPasswordModel(GraphClient graph) : PageModel
{
    [BindProperty]
    public string? UserType { get; set; }

    [BindProperty]
    public string? OrganizationCode { get; set; }

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public string? Captcha { get; set; }

    /// <summary>The answer, after the redirect.</summary>
    public string? Message { get; private set; }

    public void OnGet() => Message = TempData["Forgot"] as string;

    public async Task<IActionResult> OnPostAsync()
    {
        if (Request.Form.ContainsKey("new-captcha"))
        {
            ModelState.Clear();
            return Page();
        }

        var type = Enum.TryParse<UserType>(UserType, out var known) && Enum.IsDefined(known) ? known : Domain.Access.UserType.Individual;
        var input = new { userType = type, OrganizationCode, idNumber = Account ?? "", captchaId = Request.Cookies[CaptchaEndpoint.Cookie], captchaAnswer = Captcha };
        var answer = (await graph.AskAsync<Answer>("Request", new { input })).RequestPasswordReset;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        TempData["Forgot"] = answer.Message;
        return RedirectToPage();
    }

    private sealed record Answer(Requested RequestPasswordReset);

    private sealed record Requested(string? Message, IReadOnlyList<UserError> UserErrors);
}
