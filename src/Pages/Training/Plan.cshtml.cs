using HnCe.Domain.Files;
using HnCe.Pages.Accounts;
using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>
/// 新增培训计划 and 修改: subjects and 送审部门 follow category and training year, with script at once, without by a button.
/// Source: PLN-01 to PLN-05, PLN-07, S-INS-05.
/// </summary>
[RequestSizeLimit(PostedFile.MostBody)]
[RequestFormLimits(MultipartBodyLengthLimit = PostedFile.MostBody)]
public sealed class PlanModel(GraphClient graph, AttachFile attach, TimeProvider clock) : PageModel
{
    public PlanForm Form { get; private set; } = new();

    /// <summary>What is edited; null for a new plan.</summary>
    public StoredPlan? Stored { get; private set; }

    /// <summary>A draft can be kept as long as nothing was sent.</summary>
    public bool CanSaveDraft => Stored is null or { Status: "DRAFT" };

    public IReadOnlyList<Choice> Subjects { get; private set; } = [];

    public IReadOnlyList<Choice> TrainingYears { get; private set; } = [];

    public IReadOnlyList<Choice> CreditYears { get; private set; } = [];

    public IReadOnlyList<Choice> Forms { get; private set; } = [];

    public IReadOnlyList<Choice> Targets { get; private set; } = [];

    public string CategoryName => Form.Category == "PUBLIC" ? "公需科目" : "专业科目";

    public async Task<IActionResult> OnGetAsync(string? id)
    {
        if (id is not null && !await FindAsync(id))
        {
            return NotFound();
        }

        if (Stored is { CanEdit: false })
        {
            return RedirectToPage("/Training/PlanDetail", new { id });
        }

        Form = Stored?.ToForm() ?? new() { Category = "PROFESSIONAL" };
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? @do, string? drop)
    {
        Form = PlanForm.Posted(Request.Form);
        if (Form.Id is { } id && !await FindAsync(id))
        {
            return NotFound();
        }

        var file = await PostedFile.TakeAsync(Request.Form, attach, HttpContext.RequestAborted);
        Form = Form with { File = drop is not null ? null : file.Value ?? Form.File };
        await LoadAsync();
        List<UserError> errors = [.. Form.Unreadable(), .. drop is null ? UserErrors.Of(file.Refusals) : []];
        return drop is not null || @do == "subjects"
            ? this.Refused([.. errors.Where(error => error.Path == "file")]) ?? Page()
            : await SaveAsync(errors, isDraft: @do == "draft");
    }

    private async Task<IActionResult> SaveAsync(List<UserError> errors, bool isDraft)
    {
        if (errors.Count == 0)
        {
            var saved = isDraft
                ? (await graph.AskAsync<DraftAnswer>("SaveDraft", new { input = Form.ToInput() })).SaveTrainingPlanDraft
                : (await graph.AskAsync<SubmitAnswer>("Submit", new { input = Form.ToInput() })).SubmitTrainingPlan;
            if (saved.UserErrors.Count == 0)
            {
                TempData["Told"] = isDraft
                    ? "草稿已保存，只有本机构看得到。填完后请保存并送审。"
                    : $"培训计划已送审，由{TargetName()}审核，结果会发到您的消息和电子邮箱。";
                return RedirectToPage("/Training/Plans");
            }

            errors.AddRange(saved.UserErrors);
        }

        return this.Refused(errors)!;
    }

    private string TargetName() => Targets.FirstOrDefault(target => target.Value == Form.Target)?.Text ?? "送审部门";

    private async Task<bool> FindAsync(string id)
    {
        Stored = (await graph.AskAsync<StoredAnswer>("Stored", new { id })).Node;
        return Stored?.Id is not null;
    }

    private async Task LoadAsync()
    {
        var year = int.TryParse(Form.TrainingYear, out var chosen) ? chosen : ChineseTime.Day(clock.GetUtcNow()).Year;
        var category = Form.Category == "PUBLIC" ? "PUBLIC" : "PROFESSIONAL";
        var lists = await graph.AskAsync<ListsAnswer>("Lists", new { category, year });
        Forms = lists.Forms.ToChoices();
        TrainingYears = Years(lists.TrainingYears);
        CreditYears = Years([year + 1, year]);
        Subjects = [.. lists.Subjects.Nodes.Select(one => new Choice(one.Id, $"{one.Name}（{Number.Hours(one.Hours)} 学时，{one.MajorName ?? one.Owner.Name}）")), .. Kept(lists.Subjects.Nodes, category, year)];
        Targets = [.. lists.TrainingTargets.Select(one => new Choice(one.Target, one.Target == "INDUSTRY_DEPARTMENT" ? $"行业主管：{one.Name}" : $"同级人社部门：{one.Name}"))];

        // What was chosen stays only if it is still on offer; where there is no choice, it is made.
        Form = Form with
        {
            Category = category,
            TrainingYear = $"{year}",
            CreditYear = CreditYears.Any(one => one.Value == Form.CreditYear) ? Form.CreditYear : $"{year}",
            Target = Targets is [var only] ? only.Value : Targets.FirstOrDefault(one => one.Value == Form.Target)?.Value,
        };
    }

    // A subject that was retired meanwhile stays with the plan that has it (SUB-03).
    private Choice[] Kept(IReadOnlyList<OfferedSubject> offered, string category, int year) =>
        Stored is { Subject: { Available: false } kept } && Stored.Category == category && Stored.TrainingYear == year && offered.All(one => one.Id != kept.Id)
            ? [new(kept.Id, $"{kept.Name}（{Number.Hours(kept.Hours)} 学时，已停用）")] : [];

    private static IReadOnlyList<Choice> Years(IEnumerable<int> years) => [.. years.Select(year => $"{year}").Select(year => new Choice(year, year))];

    private sealed record StoredAnswer(StoredPlan? Node);

    private sealed record ListsAnswer(IReadOnlyList<int> TrainingYears, IReadOnlyList<CodeAnswer> Forms, IReadOnlyList<OfferedTarget> TrainingTargets, OfferedSubjects Subjects);

    private sealed record OfferedTarget(string Target, string Name);

    private sealed record OfferedSubjects(IReadOnlyList<OfferedSubject> Nodes);

    private sealed record OfferedSubject(string Id, string Name, decimal Hours, string? MajorName, Declarations.Named Owner);

    private sealed record SubmitAnswer(SavedPlan SubmitTrainingPlan);

    private sealed record DraftAnswer(SavedPlan SaveTrainingPlanDraft);

    private sealed record SavedPlan(string? TrainingPlanId, IReadOnlyList<UserError> UserErrors);
}
