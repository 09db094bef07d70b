using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Training;

/// <summary>新增培训班 and 修改: what the plan says shows as soon as it is chosen, without script by a button. Source: CLS-01 to CLS-05, S-INS-07.</summary>
public sealed class ClassModel(GraphClient graph) : PageModel
{
    private const string Classes = "Training/Classes.graphql";

    [FromRoute]
    public string? Id { get; set; }

    public ClassForm Form { get; private set; } = new();

    /// <summary>What is edited; null for a new class.</summary>
    public StoredClass? Stored { get; private set; }

    public IReadOnlyList<Choice> Plans { get; private set; } = [];

    /// <summary>What follows from the chosen plan; null while none is chosen.</summary>
    public PlanFacts? Facts { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? plan)
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        if (Stored is { IsOpen: false })
        {
            return RedirectToPage("/Training/Classes");
        }

        Form = Stored is null ? new() { Plan = plan } : ClassForm.Of(Stored);
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? @do)
    {
        Form = ClassForm.Posted(Request.Form);
        if (!await FindAsync())
        {
            return NotFound();
        }

        await LoadAsync();
        if (@do == "plan")
        {
            return Page();
        }

        List<UserError> errors = [.. Form.Unreadable()];
        if (Stored is null && Facts is null)
        {
            errors.Insert(0, new("REQUIRED", "请选择培训计划", "plan"));
        }

        if (this.Refused(errors) is { } unreadable)
        {
            return unreadable;
        }

        var filed = (await graph.AskAsync<FileAnswer>("File", new { input = Form.ToInput(Id) })).FileTrainingClass;
        if (this.Refused(filed.UserErrors) is { } refused)
        {
            return refused;
        }

        TempData["Told"] = Id is null ? "培训班已备案，可以录入学员成绩。" : "培训班已保存。";
        if (filed.Warning is { } warning)
        {
            TempData[ClassesModel.Warning] = warning;
        }

        return RedirectToPage("/Training/Classes");
    }

    private async Task<bool> FindAsync()
    {
        Stored = Id is null ? null : (await graph.AskAsync<StoredAnswer>(Classes, "Stored", new { id = Id })).Node;
        return Id is null || Stored?.Id is not null;
    }

    private async Task LoadAsync()
    {
        if (Stored is not null)
        {
            Facts = Stored.Facts;
            return;
        }

        var plans = (await graph.AskAsync<PlansAnswer>("Plans")).TrainingPlans.Nodes;
        Plans = [.. plans.Select(one => new Choice(one.Id, $"{one.Name}（{one.CreditYear} 年度）"))];
        if (plans.FirstOrDefault(one => one.Id == Form.Plan) is { } plan)
        {
            var others = (await graph.AskAsync<SiblingsAnswer>("Siblings", new { plan = plan.Id })).TrainingClasses.Nodes;
            var note = others.Count == 0 ? "，还没有备案培训班" : $"，已备案 {others.Count} 个培训班，人数上限合计 {others.Sum(one => one.Capacity)} 人";
            Facts = new(plan.Category, plan.Subject.Name, plan.TrainingYear, plan.CreditYear, plan.FormName, plan.Hours, plan.PlannedTrainees, others.Sum(one => one.Trainees.All), note);
        }
    }

    private sealed record StoredAnswer(StoredClass? Node);

    private sealed record PlansAnswer(OfferedPlans TrainingPlans);

    private sealed record OfferedPlans(IReadOnlyList<OfferedPlan> Nodes);

    private sealed record OfferedPlan(string Id, string Name, string Category, Named Subject, int TrainingYear, int CreditYear, string? FormName, decimal Hours, int PlannedTrainees);

    private sealed record SiblingsAnswer(Siblings TrainingClasses);

    private sealed record Siblings(IReadOnlyList<Sibling> Nodes);

    private sealed record Sibling(int Capacity, TraineesAnswer Trainees);

    private sealed record FileAnswer(FiledAnswer FileTrainingClass);

    private sealed record FiledAnswer(string? Warning, IReadOnlyList<UserError> UserErrors);
}
