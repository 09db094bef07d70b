using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>撤回: asks once before an own declaration is taken back. Source: IND-25.</summary>
public sealed class WithdrawModel(GraphClient graph) : PageModel
{
    public Item Declaration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var answer = (await graph.AskAsync<WithdrawAnswer>("Withdraw", new { input = new { id } })).WithdrawDeclaration;
        if (answer.UserErrors.Count == 0)
        {
            TempData["Told"] = $"已撤回“{Declaration.Title}”。";
        }

        return this.Refused(answer.UserErrors) ?? RedirectToPage("/Declarations/Mine");
    }

    private async Task<bool> LoadAsync(string id)
    {
        var found = (await graph.AskAsync<Answer>("Page", new { id })).Declaration;
        Declaration = found!;
        return found is not null;
    }

    /// <summary>What is taken back.</summary>
    public sealed record Item(string Id, string Title, string KindName, int CreditYear, decimal? ClaimedHours, string Status, bool CanWithdraw, Named Employer);

    private sealed record Answer(Item? Declaration);

    private sealed record WithdrawAnswer(PayloadAnswer WithdrawDeclaration);

    private sealed record PayloadAnswer(string? DeclarationId, IReadOnlyList<UserError> UserErrors);
}
