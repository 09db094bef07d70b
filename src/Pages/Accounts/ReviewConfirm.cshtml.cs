using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Accounts;

/// <summary>批量通过 and 批量不通过: says how many and who, then does it. Source: EMP-15.</summary>
public sealed class ReviewConfirmModel(GraphClient graph) : PageModel
{
    /// <summary>Carries what was left as it was to the list.</summary>
    public const string Left = "ReviewLeft";

    [BindProperty(SupportsGet = true, Name = "id")]
    public IReadOnlyList<string> Ids { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Decision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<RegistrationRow> Chosen { get; private set; } = [];

    public bool IsPass => Decision == "PASS";

    public string Verb => IsPass ? "通过" : "不通过";

    public async Task<IActionResult> OnGetAsync()
    {
        if (Ids.Count == 0 || Decision is not ("PASS" or "FAIL"))
        {
            return RedirectToPage("/Accounts/Review");
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var input = new { ids = Ids, decision = IsPass ? "PASS" : "FAIL", reason = Reason };
        var answer = (await graph.AskAsync<ReviewAnswer>("Review", new { input })).ReviewRegistrations;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        ReviewTelling.Tell(this, IsPass, answer, Chosen.ToDictionary(one => one.Id, one => one.ApplicantName));
        return RedirectToPage("/Accounts/Review");
    }

    private async Task LoadAsync() =>
        Chosen = [.. (await graph.AskAsync<ChosenAnswer>("Chosen", new { ids = Ids })).Nodes.OfType<RegistrationRow>().Where(one => one.Id is not null)];

    private sealed record ChosenAnswer(IReadOnlyList<RegistrationRow?> Nodes);

    private sealed record ReviewAnswer(ReviewedRegistrations ReviewRegistrations);
}

/// <summary>What came of a review.</summary>
public sealed record ReviewedRegistrations(int? Succeeded, IReadOnlyList<LeftRegistration> Refused, IReadOnlyList<UserError> UserErrors);

/// <summary>One that was left as it was.</summary>
public sealed record LeftRegistration(string Id, string Message);

/// <summary>Says on the list how many passed, which were refused and why.</summary>
public static class ReviewTelling
{
    public static void Tell(PageModel page, bool isPass, ReviewedRegistrations answer, IReadOnlyDictionary<string, string> names)
    {
        if (answer.Succeeded > 0)
        {
            page.TempData["Told"] = isPass
                ? $"已通过 {answer.Succeeded} 人，他们现在可以登录；系统会发邮件通知本人。"
                : $"不通过 {answer.Succeeded} 人，系统会把原因发到本人邮箱；更正后可以重新注册。";
        }

        if (answer.Refused.Count > 0)
        {
            page.TempData[ReviewConfirmModel.Left] = answer.Refused.Select(one => $"{names.GetValueOrDefault(one.Id, "这条注册信息")}：{one.Message}").ToArray();
        }
    }
}
