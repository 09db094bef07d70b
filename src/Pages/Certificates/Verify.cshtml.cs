using HnCe.Pages.Accounts;
using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Certificates;

/// <summary>证书验证, for everybody: at once with the code of the QR picture, otherwise with a captcha. Source: CER-05, S-PUB-08.</summary>
public sealed class VerifyModel(GraphClient graph, TimeProvider clock) : PageModel
{
    /// <summary>证书编号, from the QR picture or typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    /// <summary>Code of the QR picture.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public string? Captcha { get; set; }

    public Verified? Certificate { get; private set; }

    /// <summary>Whether a number was really looked up.</summary>
    public bool Asked { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync()
    {
        if (!string.IsNullOrEmpty(Number) && !string.IsNullOrEmpty(Code))
        {
            // A code that does not fit asks for the captcha, without a word about an error the visitor did not make.
            await LookUpAsync(Number, Code, null);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Request.Form.ContainsKey("new-captcha"))
        {
            ModelState.Clear();
            return Page();
        }

        if (string.IsNullOrWhiteSpace(Number))
        {
            return this.Refused([new("REQUIRED", "请录入证书编号", "number")])!;
        }

        return this.Refused(await LookUpAsync(Number.Trim(), null, Captcha ?? "")) ?? Page();
    }

    private async Task<IReadOnlyList<UserError>> LookUpAsync(string number, string? code, string? answer)
    {
        var captchaId = answer is null ? null : Request.Cookies[CaptchaEndpoint.Cookie];
        var found = (await graph.AskAsync<Answer>("Verify", new { number, code, captchaId, captchaAnswer = answer })).VerifyCertificate;
        (Certificate, Asked) = (found.Certificate, found.UserErrors.Count == 0);
        return [.. found.UserErrors.Select(error => error with { Path = "captcha" })];
    }

    public sealed record Verified(
        string Number, bool Valid, string MaskedName, int Year, string Employer, decimal PublicHours, decimal ProfessionalHours, string IssuedBy, DateOnly IssuedOn);

    private sealed record Answer(Verification VerifyCertificate);

    private sealed record Verification(Verified? Certificate, IReadOnlyList<UserError> UserErrors);
}
