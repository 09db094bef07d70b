using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>申报学时: the class in short, 送审部门 by its category, 提交 once. Source: SCO-08 to SCO-10, S-INS-12.</summary>
public sealed class SubmitModel(GraphClient graph) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Target { get; set; }

    public StoredClass Class { get; private set; } = null!;

    public IReadOnlyList<Choice> Targets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Target = Targets is [var only] ? only.Value : null;
        return Class.IsOpen ? Page() : RedirectToPage("/Training/Roster", new { id = Id });
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Targets.All(one => one.Value != Target))
        {
            return this.Refused([new("REQUIRED", "请选择送审部门", "target")])!;
        }

        var answer = (await graph.AskAsync<SubmitAnswer>("Submit", new { input = new { @class = Id, target = Target } })).SubmitClassScores;
        if (this.Refused(answer.UserErrors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = answer.Message;
        return RedirectToPage("/Training/Submissions");
    }

    private async Task<bool> LoadAsync()
    {
        if (await graph.ClassAsync(Id) is not { } found)
        {
            return false;
        }

        Class = found;
        Targets = [.. (await graph.AskAsync<TargetsAnswer>("Targets", new { category = found.Category })).TrainingTargets.Select(one =>
            new Choice(one.Target, one.Target == "INDUSTRY_DEPARTMENT" ? $"行业主管：{one.Name}" : $"同级人社部门：{one.Name}"))];
        return true;
    }

    private sealed record TargetsAnswer(IReadOnlyList<OfferedTarget> TrainingTargets);

    private sealed record OfferedTarget(string Target, string Name);

    private sealed record SubmitAnswer(Submitted SubmitClassScores);

    private sealed record Submitted(string? Message, IReadOnlyList<UserError> UserErrors);
}
