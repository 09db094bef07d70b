using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>处理异议、撤销登记: the unit takes back what it registered, or says why it stands by it against an objection. Source: DEC-09, EMP-19.</summary>
public sealed class SettleModel(GraphClient graph) : PageModel
{
    public Item Declaration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? reason, string? @do)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var input = new { id, reason = reason ?? "" };
        var keeps = @do == "keep";
        var errors = keeps
            ? (await graph.AskAsync<KeptAnswer>("Keep", new { input })).AnswerObjection.UserErrors
            : (await graph.AskAsync<CancelledAnswer>("Cancel", new { input })).CancelRegisteredDeclaration.UserErrors;
        TempData["Told"] = errors.Count > 0 ? null : keeps ? "已答复本人，这条记录可以上报了。" : $"已撤销登记，{Declaration.Professional.Name}会收到消息和原因。";
        return this.Refused(errors) ?? RedirectToPage("/Declarations/Forward", new { category = Declaration.Category == "PUBLIC" ? "general" : "professional" });
    }

    private async Task<bool> LoadAsync(string id)
    {
        var found = (await graph.AskAsync<Answer>("Page", new { id })).Declaration;
        Declaration = found!;
        return found is not null;
    }

    /// <summary>What the unit registered.</summary>
    public sealed record Item(
        string Id, string Title, string KindName, int CreditYear, string Category, decimal? ClaimedHours, string? Objection, bool CanAnswerObjection,
        bool CanCancelRegistered, Named Professional);

    private sealed record Answer(Item? Declaration);

    private sealed record KeptAnswer(ErrorsAnswer AnswerObjection);

    private sealed record CancelledAnswer(ErrorsAnswer CancelRegisteredDeclaration);
}
