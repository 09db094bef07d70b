using System.Globalization;
using HnCe.Pages.Accounts;
using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>公需科目管理 of the province and 专业科目管理 of an industry department. Source: PRO-11, DEP-07, DEP-08, SUB-03, S-SUB-01, S-SUB-02.</summary>
public sealed class SubjectsModel(GraphClient graph) : PageModel
{
    /// <summary>是否可用.</summary>
    public static readonly IReadOnlyList<Choice> Availability = [new("yes", "可用"), new("no", "停用")];

    /// <summary>general or professional.</summary>
    [FromRoute]
    public string Category { get; set; } = "";

    [FromQuery]
    public string? View { get; set; }

    [FromQuery]
    public string? Name { get; set; }

    [FromQuery]
    public int? Year { get; set; }

    [FromQuery]
    public string? Major { get; set; }

    [FromQuery]
    public string? Available { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public bool IsPublic => Category == "general";

    /// <summary>The caller's own subjects, which he keeps; those of others he only sees.</summary>
    public bool IsOwn => View != "others";

    public string Title => IsPublic ? "公需科目管理" : "专业科目管理";

    public ListAnswer<SubjectRow> Found { get; private set; } = null!;

    public IReadOnlyList<Choice> Years { get; private set; } = [];

    public IReadOnlyList<Choice> Majors { get; private set; } = [];

    /// <summary>The conditions in use.</summary>
    public IReadOnlyList<Chip> Chips =>
    [
        .. PlanWords.Chip("科目名称：", "name", Name),
        .. PlanWords.Chip("培训年度：", "year", Year?.ToString(CultureInfo.InvariantCulture)),
        .. PlanWords.Chip("所属专业：", "major", DeclarationWords.TextOf(Majors, Major)),
        .. PlanWords.Chip("是否可用：", "available", DeclarationWords.TextOf(Availability, Available)),
    ];

    public async Task<IActionResult> OnGetAsync()
    {
        View = IsPublic || View != "others" ? "own" : "others";
        var filter = new
        {
            own = IsOwn,
            category = IsPublic ? "PUBLIC" : "PROFESSIONAL",
            name = PlanWords.Given(Name),
            trainingYear = Year,
            major = PlanWords.Given(Major),
            available = Available switch { "yes" => true, "no" => false, _ => (bool?)null },
        };
        var answer = await graph.AskAsync<SubjectsAnswer>("Subjects", new { filter, Position.First, Position.After, Position.Last, Position.Before });
        Found = answer.Subjects;
        Majors = answer.Majors.ToChoices();
        Years = [.. Enumerable.Range(0, 8).Select(back => $"{answer.TrainingYears[0] - back}").Select(year => new Choice(year, year))];
        return answer.Viewer.Keeps(Category) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string? retire, string? reactivate)
    {
        var errors = retire is not null
            ? (await graph.AskAsync<RetireAnswer>("Retire", new { id = retire })).RetireSubject.UserErrors
            : (await graph.AskAsync<ReactivateAnswer>("Reactivate", new { id = reactivate ?? "" })).ReactivateSubject.UserErrors;
        if (errors.Count > 0)
        {
            await OnGetAsync();
            return this.Refused(errors)!;
        }

        TempData["Told"] = retire is not null ? "科目已停用，新的培训计划不能再选它。" : "科目已启用，培训计划可以选它。";
        return LocalRedirect(QueryLink.With(Request));
    }

    private sealed record SubjectsAnswer(SubjectKeeper Viewer, ListAnswer<SubjectRow> Subjects, IReadOnlyList<int> TrainingYears, IReadOnlyList<CodeAnswer> Majors);

    private sealed record RetireAnswer(ErrorsAnswer RetireSubject);

    private sealed record ReactivateAnswer(ErrorsAnswer ReactivateSubject);
}

/// <summary>Who keeps subjects: the province the public ones, an industry department professional ones.</summary>
public sealed record SubjectKeeper(string UserType)
{
    public bool Keeps(string category) => category == (UserType == "PROVINCIAL_DEPARTMENT" ? "general" : "professional");
}

/// <summary>A subject as the list shows it.</summary>
public sealed record SubjectRow(string Id, string Name, int TrainingYear, string? MajorName, decimal Hours, bool Available, Named Owner);
