using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>提出异议: the professional says what is wrong with what the unit registered in his name. Source: DEC-09.</summary>
public sealed class ObjectModel(GraphClient graph) : PageModel
{
    public Item Declaration { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string id, string? note)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var errors = (await graph.AskAsync<ObjectedAnswer>("Object", new { input = new { id, note = note ?? "" } })).ObjectToDeclaration.UserErrors;
        TempData["Told"] = errors.Count > 0 ? null : $"已提出异议，{Declaration.Employer.Name}会收到消息，处理以前不会上报。";
        return this.Refused(errors) ?? RedirectToPage("/Declarations/Detail", new { id });
    }

    private async Task<bool> LoadAsync(string id)
    {
        var found = (await graph.AskAsync<Answer>("Page", new { id })).Declaration;
        Declaration = found!;
        return found is not null;
    }

    /// <summary>What is objected to.</summary>
    public sealed record Item(
        string Id, string Title, string KindName, int CreditYear, decimal? ClaimedHours, bool CanObject, Named Employer, IReadOnlyList<CheckedDetail> Details);

    private sealed record Answer(Item? Declaration);

    private sealed record ObjectedAnswer(ErrorsAnswer ObjectToDeclaration);
}
