using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>
/// 成绩录入: choose the class, check whose ID number it is, 登记. Nobody is entered before name and unit were shown; the number travels in
/// bodies only. Source: SCO-02 to SCO-04, S-INS-09.
/// </summary>
public sealed class EnterScoresModel(GraphClient graph) : PageModel
{
    /// <summary>Results that the list below the form shows.</summary>
    public const int Shown = 100;

    /// <summary>Key of the class.</summary>
    [BindProperty(SupportsGet = true, Name = "class")]
    public string? ClassId { get; set; }

    [BindProperty]
    public string? IdNumber { get; set; }

    /// <summary>The ID number whose name and unit were shown.</summary>
    [BindProperty]
    public string? Checked { get; set; }

    [BindProperty(Name = "")]
    public TypedResult Result { get; set; } = new();

    /// <summary>选择培训班名称.</summary>
    public ClassChoice Choice { get; private set; } = null!;

    /// <summary>The chosen class; null while none is chosen.</summary>
    public StoredClass? Class { get; private set; }

    public ListAnswer<TraineeRow>? Entered { get; private set; }

    /// <summary>Whose ID number it is.</summary>
    public FoundTrainee? Found { get; private set; }

    /// <summary>登记 was pressed before name and unit were shown.</summary>
    public bool AsksFirst { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? @do)
    {
        await LoadAsync();
        if (Class is null)
        {
            return this.Refused([new("REQUIRED", "请选择培训班名称", "class")])!;
        }

        IdNumber = IdNumber?.Trim();
        var isKnown = Checked == IdNumber && !string.IsNullOrEmpty(IdNumber);
        if (@do == "enter" && isKnown)
        {
            var input = new { @class = Class.Id, idNumber = IdNumber, score = Result.ReadScore(), qualified = ClassWords.IsQualified(Result.Qualified), remark = Result.Remark };
            var errors = (await graph.AskAsync<EnterAnswer>("Enter", new { input })).EnterScore.UserErrors;
            if (errors.Count > 0)
            {
                await FindAsync();
                return this.Refused(errors)!;
            }

            TempData["Told"] = "成绩已登记，见下面的列表。";
            return RedirectToPage(new { @class = Class.Id });
        }

        AsksFirst = @do == "enter";
        return this.Refused(await FindAsync()) ?? Page();
    }

    private async Task<IReadOnlyList<UserError>> FindAsync()
    {
        var found = (await graph.AskAsync<FindAnswer>("Find", new { idNumber = IdNumber ?? "" })).FindTrainee;
        Found = found.Name is null ? null : found;
        Checked = Found is null ? null : IdNumber;
        ModelState.Remove(nameof(Checked));
        return found.UserErrors;
    }

    private async Task LoadAsync()
    {
        Choice = await graph.ChoiceAsync(Url.Page("/Training/EnterScores")!, ClassId);
        if (Choice.Id is null)
        {
            return;
        }

        Class = await graph.ClassAsync(Choice.Id);
        Entered = (await graph.AskAsync<ScoresAnswer>(ClassReading.Scores, "Scores", new { filter = new { @class = ClassId }, first = Shown })).TraineeScores;
    }

    private sealed record FindAnswer(FoundTrainee FindTrainee);

    private sealed record EnterAnswer(Declarations.ErrorsAnswer EnterScore);
}

/// <summary>Whom an ID number led to. Source: SCO-03.</summary>
public sealed record FoundTrainee(string? Name, string? EmployerName, IReadOnlyList<UserError> UserErrors);
