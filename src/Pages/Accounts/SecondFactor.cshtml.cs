using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>两步验证, the second step of signing in; without a right password a moment ago there is nothing here. Source: SEC-B13.</summary>
[ResponseCache(NoStore = true)]
public sealed class SecondFactorModel(EnterSecondFactor enter, AwaitedSignIn awaited, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public IActionResult OnGet() => awaited.Recall(HttpContext) is null ? LocalRedirect("~/") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (awaited.Recall(HttpContext) is not { } half)
        {
            TempData["Told"] = "登录已超时，请重新录入密码。";
            return LocalRedirect("~/");
        }

        var outcome = await enter.RunAsync(half, Code, cancel);
        if (outcome.IsRefused)
        {
            Code = null;
            ModelState.Clear();
            if (outcome.Refusals[0].Code is not RefusalCode.WrongSecondFactor)
            {
                awaited.Forget(HttpContext);
            }

            return this.Refused(UserErrors.Of(outcome.Refusals))!;
        }

        awaited.Forget(HttpContext);
        await Sessions.StartAsync(HttpContext, outcome.Value!, clock);
        return this.Back(Back);
    }
}
