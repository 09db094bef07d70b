using HnCe.Pages.Audit;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.ReferenceData;

/// <summary>新增 and 修改 of an industry department with its effects before saving, 停用 and 启用, and its history. Source: BAS-01, BAS-07.</summary>
public sealed class DepartmentModel(GraphClient graph) : PageModel
{
    /// <summary>Opaque id; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public DepartmentForm Form { get; set; } = new();

    /// <summary>The department as it is; null for a new one.</summary>
    public Item? Department { get; private set; }

    public RetirementAnswer? Retirement { get; private set; }

    /// <summary>What saving would move; null while the form is shown.</summary>
    public EffectsAnswer? Effects { get; private set; }

    public IReadOnlyList<Choice> Regions { get; private set; } = [];

    public IReadOnlyList<Choice> Industries { get; private set; } = [];

    /// <summary>同级人社部门 of the chosen region; none before one is chosen.</summary>
    public IReadOnlyList<Choice> Supervisors { get; private set; } = [];

    public IReadOnlyList<AuditLine> History { get; private set; } = [];

    public string TextOf(IEnumerable<Choice> choices, string? value) => choices.FirstOrDefault(one => one.Value == value)?.Text.Trim() ?? "—";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync(typed: false) ? Page() : NotFound();

    /// <summary>Another region was chosen, or back from the confirmation; the answers stay.</summary>
    public async Task<IActionResult> OnPostEditAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Shows what would move; saves at once where nothing would.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Department is null)
        {
            return Told((await graph.AskAsync<AddAnswer>("Add", new { input = Form.ToInput(null) })).AddIndustryDepartment.UserErrors, $"已新增“{Form.Name}”。");
        }

        var found = (await graph.AskAsync<EffectsPage>("Effects", new { input = Form.ToInput(Id) })).IndustryDepartmentChangeEffects;
        if (this.Refused(found.UserErrors) is { } refused)
        {
            return refused;
        }

        Effects = found.Effects is { HasAny: true } effects ? effects : null;
        return Effects is null ? await SaveAsync() : Page();
    }

    public async Task<IActionResult> OnPostSaveAsync() => await LoadAsync() && Department is not null ? await SaveAsync() : NotFound();

    public async Task<IActionResult> OnPostRetireAsync() => await LoadAsync(typed: false) && Department is not null
        ? Told((await graph.AskAsync<RetireAnswer>("Retire", new { Id })).RetireIndustryDepartment.UserErrors, $"已停用“{Department.Name}”，其管理员不能再登录。")
        : NotFound();

    public async Task<IActionResult> OnPostReactivateAsync() => await LoadAsync(typed: false) && Department is not null
        ? Told((await graph.AskAsync<ReactivateAnswer>("Reactivate", new { Id })).ReactivateIndustryDepartment.UserErrors, $"已启用“{Department.Name}”。")
        : NotFound();

    private async Task<IActionResult> SaveAsync() =>
        Told((await graph.AskAsync<ChangeAnswer>("Change", new { input = Form.ToInput(Id) })).ChangeIndustryDepartment.UserErrors, $"已保存“{Form.Name}”。");

    private IActionResult Told(IReadOnlyList<UserError> errors, string words)
    {
        if (this.Refused(errors) is { } refused)
        {
            Effects = null;
            return refused;
        }

        TempData["Told"] = words;
        return RedirectToPage("/ReferenceData/Departments");
    }

    private async Task<bool> LoadAsync(bool typed = true)
    {
        if (Id is not null)
        {
            var answer = await graph.AskAsync<DepartmentAnswer>("Department", new { Id });
            (Department, Retirement) = (answer.IndustryDepartment, answer.IndustryDepartmentRetirementEffects);
            if (Department is null)
            {
                return false;
            }

            Form = typed ? Form : DepartmentForm.Of(Department);
            History = await graph.HistoryAsync(Department.AuditSubject);
        }

        var lists = await graph.AskAsync<ListsAnswer>("Lists", new { region = Form.RegionCode ?? "" });
        Regions = lists.Regions.ToChoices(withProvince: true);
        Industries = [.. lists.Codes.Select(code => new Choice(code.Code, code.ParentCode is null ? code.Name : $"　{code.Name}"))];
        Supervisors = string.IsNullOrEmpty(Form.RegionCode) ? [] : [.. lists.SameLevelBureaus.Select(one => new Choice(one.Id, one.Name))];
        return true;
    }

    /// <summary>A department in full.</summary>
    public sealed record Item(string Id, string Name, string Code, string RegionCode, string? Industry, string State, string AuditSubject, BureauName? Supervisor);

    private sealed record ListsAnswer(IReadOnlyList<RegionAnswer> Regions, IReadOnlyList<IndustryAnswer> Codes, IReadOnlyList<BureauName> SameLevelBureaus);

    private sealed record IndustryAnswer(string Code, string Name, string? ParentCode);

    private sealed record DepartmentAnswer(Item? IndustryDepartment, RetirementAnswer? IndustryDepartmentRetirementEffects);

    private sealed record EffectsPage(FoundEffects IndustryDepartmentChangeEffects);

    private sealed record FoundEffects(EffectsAnswer? Effects, IReadOnlyList<UserError> UserErrors);

    private sealed record AddAnswer(Kept AddIndustryDepartment);

    private sealed record ChangeAnswer(Kept ChangeIndustryDepartment);

    private sealed record RetireAnswer(Kept RetireIndustryDepartment);

    private sealed record ReactivateAnswer(Kept ReactivateIndustryDepartment);

    private sealed record Kept(string? IndustryDepartmentId, IReadOnlyList<UserError> UserErrors);
}

/// <summary>What is typed about an industry department. Source: BAS-06.</summary>
public sealed class DepartmentForm
{
    public string? Name { get; set; }

    public string? Code { get; set; }

    public string? RegionCode { get; set; }

    public string? Supervisor { get; set; }

    public string? Industry { get; set; }

    public static DepartmentForm Of(DepartmentModel.Item one) =>
        new() { Name = one.Name, Code = one.Code, RegionCode = one.RegionCode, Supervisor = one.Supervisor?.Id, Industry = one.Industry };

    public Dictionary<string, object?> ToInput(string? id)
    {
        var input = new Dictionary<string, object?>
        {
            ["name"] = Name ?? "",
            ["code"] = Code ?? "",
            ["regionCode"] = RegionCode ?? "",
            ["supervisor"] = string.IsNullOrEmpty(Supervisor) ? null : Supervisor,
            ["industry"] = Industry,
        };
        if (id is not null)
        {
            input["id"] = id;
        }

        return input;
    }
}
