using HnCe.Pages.Accounts;
using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>新增科目 and 编辑科目; a subject of another department is shown read-only. Source: SUB-01 to SUB-03, DEP-08.</summary>
public sealed class SubjectModel(GraphClient graph) : PageModel
{
    /// <summary>general or professional.</summary>
    [FromRoute]
    public string Category { get; set; } = "";

    /// <summary>The subject; null for a new one.</summary>
    [FromRoute]
    public string? Id { get; set; }

    [BindProperty]
    public SubjectForm Form { get; set; } = new();

    public bool IsPublic => Category == "general";

    public bool IsOwn { get; private set; } = true;

    public string OwnerName { get; private set; } = "";

    public IReadOnlyList<Choice> Years { get; private set; } = [];

    public IReadOnlyList<Choice> Majors { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var stored = Id is null ? null : (await graph.AskAsync<StoredAnswer>("Stored", new { id = Id })).Node;
        if (Id is not null && (stored?.Id is null || stored.Category != (IsPublic ? "PUBLIC" : "PROFESSIONAL")))
        {
            return NotFound();
        }

        Form = stored?.ToForm() ?? Form;
        return await LoadAsync(stored) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync(null))
        {
            return NotFound();
        }

        if (Form.ReadHours() is not { } hours)
        {
            return this.Refused([new("NOT_A_NUMBER", "建议学时应为数字，如 20 或 12.5", "hours")])!;
        }

        var input = new { Id, Name = Form.Name ?? "", TrainingYear = Form.TrainingYear ?? 0, Form.Major, Hours = hours, Form.Recommendation, Form.Textbook };
        var errors = Id is null
            ? (await graph.AskAsync<AddAnswer>("Add", new { input = new { input.Name, input.TrainingYear, input.Major, input.Hours, input.Recommendation, input.Textbook } })).AddSubject.UserErrors
            : (await graph.AskAsync<ChangeAnswer>("Change", new { input })).ChangeSubject.UserErrors;
        if (this.Refused(errors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = Id is null ? "科目已新增，施教机构可以按它申报培训计划。" : "科目已保存。";
        return RedirectToPage("/Training/Subjects", new { category = Category });
    }

    private async Task<bool> LoadAsync(StoredSubject? stored)
    {
        var lists = await graph.AskAsync<ListsAnswer>("Lists");
        Majors = lists.Majors.ToChoices();
        Form.TrainingYear ??= lists.TrainingYears[1];
        Years = [.. lists.TrainingYears.Append(Form.TrainingYear.Value).Distinct().OrderDescending().Select(year => $"{year}").Select(year => new Choice(year, year))];
        (IsOwn, OwnerName) = (stored is null || stored.Owner.Id == lists.Viewer.Organization?.Id, stored?.Owner.Name ?? "");
        return new SubjectKeeper(lists.Viewer.UserType).Keeps(Category);
    }

    private sealed record ListsAnswer(KeeperAnswer Viewer, IReadOnlyList<int> TrainingYears, IReadOnlyList<CodeAnswer> Majors);

    private sealed record KeeperAnswer(string UserType, OwnerAnswer? Organization);

    private sealed record StoredAnswer(StoredSubject? Node);

    private sealed record AddAnswer(ErrorsAnswer AddSubject);

    private sealed record ChangeAnswer(ErrorsAnswer ChangeSubject);
}

/// <summary>Who keeps a subject.</summary>
public sealed record OwnerAnswer(string Id, string Name);

/// <summary>A subject as it is stored.</summary>
public sealed record StoredSubject(
    string Id, string Name, string Category, int TrainingYear, string? Major, decimal Hours, string? Recommendation, string? Textbook, OwnerAnswer Owner)
{
    public SubjectForm ToForm() => new()
    {
        Name = Name,
        TrainingYear = TrainingYear,
        Major = Major,
        Hours = Number.Hours(Hours),
        Recommendation = Recommendation,
        Textbook = Textbook,
    };
}

/// <summary>What is filled in at 新增科目; one property per field. Source: SUB-02.</summary>
public sealed class SubjectForm
{
    public string? Name { get; set; }

    public int? TrainingYear { get; set; }

    public string? Major { get; set; }

    public string? Hours { get; set; }

    public string? Recommendation { get; set; }

    public string? Textbook { get; set; }

    /// <summary>The hours as a number; null for what is none.</summary>
    public decimal? ReadHours() => TypedNumber.Read(Hours);
}
