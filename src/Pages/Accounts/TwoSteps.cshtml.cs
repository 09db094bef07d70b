using System.Globalization;
using System.Text;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>两步验证: turns the second factor of an administrator on and off. Source: SEC-B13.</summary>
public sealed class TwoStepsModel(GraphClient graph) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public bool IsOn { get; private set; }

    /// <summary>Told once; after a wrong code the app has it already.</summary>
    public Secret? Begun { get; private set; }

    public bool IsConfirming { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostBeginAsync()
    {
        await LoadAsync();
        Begun = (await graph.AskAsync<BeginAnswer>("Begin")).BeginSecondFactor;
        IsConfirming = Begun.UserErrors.Count == 0;
        return this.Refused(Begun.UserErrors) ?? Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        var errors = (await graph.AskAsync<ConfirmAnswer>("Confirm", new { input = new { code = Code ?? "" } })).ConfirmSecondFactor.UserErrors;
        IsConfirming = true;
        return await DoneAsync(errors, "两步验证已开启。下次登录时，除密码外还要录入动态验证码。");
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        var errors = (await graph.AskAsync<EndAnswer>("End", new { input = new { password = Password ?? "" } })).EndSecondFactor.UserErrors;
        return await DoneAsync(errors, "两步验证已关闭。");
    }

    private async Task<IActionResult> DoneAsync(IReadOnlyList<UserError> errors, string told)
    {
        await LoadAsync();
        if (this.Refused(errors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = told;
        return RedirectToPage();
    }

    private async Task LoadAsync() => IsOn = (await graph.AskAsync<Answer>("TwoSteps")).Viewer!.TwoSteps;

    /// <summary>A secret as text and as QR picture.</summary>
    public sealed record Secret(string? Text, IReadOnlyList<string>? Picture, IReadOnlyList<UserError> UserErrors)
    {
        /// <summary>Modules on each side.</summary>
        public int Size => Picture!.Count;

        /// <summary>The dark modules as the path of a drawing; each is one square.</summary>
        public string Path
        {
            get
            {
                var path = new StringBuilder();
                for (var row = 0; row < Size; row++)
                {
                    for (var column = 0; column < Size; column++)
                    {
                        if (Picture![row][column] == '1')
                        {
                            path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                        }
                    }
                }

                return path.ToString();
            }
        }
    }

    private sealed record Answer(Holder? Viewer);

    private sealed record Holder(bool TwoSteps);

    private sealed record BeginAnswer(Secret BeginSecondFactor);

    private sealed record ConfirmAnswer(Done ConfirmSecondFactor);

    private sealed record EndAnswer(Done EndSecondFactor);

    private sealed record Done(IReadOnlyList<UserError> UserErrors);
}
