using HnCe.Pages.Audit;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.ReferenceData;

/// <summary>
/// 新增 and 修改 of a bureau or an industry department with its effects before saving, 停用 and 启用, and its history. The documents of both pages
/// call their answers alike. Source: BAS-01, BAS-02, BAS-07, Q4.
/// </summary>
public abstract class BodyPage<TItem, TForm>(GraphClient graph, string list) : PageModel
    where TItem : class, IBodyItem<TForm>
    where TForm : BodyForm, new()
{
    /// <summary>The record.</summary>
    protected GraphClient Graph { get; } = graph;

    /// <summary>Opaque id; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public TForm Form { get; set; } = new();

    /// <summary>The bureau or department as it is; null for a new one.</summary>
    public TItem? Body { get; private set; }

    public RetirementAnswer? Retirement { get; private set; }

    /// <summary>What saving would move; null while the form is shown.</summary>
    public EffectsAnswer? Effects { get; private set; }

    public IReadOnlyList<Choice> Regions { get; protected set; } = [];

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

        if (Body is null)
        {
            return await DoAsync("Add", new { input = Form.ToInput(null) }, $"已新增“{Form.Name}”。");
        }

        var found = (await Graph.AskAsync<EffectsPage>("Effects", new { input = Form.ToInput(Id) })).Found;
        if (this.Refused(found.UserErrors) is { } refused)
        {
            return refused;
        }

        Effects = found.Effects is { HasAny: true } effects ? effects : null;
        return Effects is null ? await SaveAsync() : Page();
    }

    public async Task<IActionResult> OnPostSaveAsync() => await LoadAsync() && Body is not null ? await SaveAsync() : NotFound();

    public async Task<IActionResult> OnPostRetireAsync() => await LoadAsync(typed: false) && Body is not null
        ? await DoAsync("Retire", new { Id }, $"已停用“{Body.Name}”，其管理员不能再登录。")
        : NotFound();

    public async Task<IActionResult> OnPostReactivateAsync() => await LoadAsync(typed: false) && Body is not null
        ? await DoAsync("Reactivate", new { Id }, $"已启用“{Body.Name}”。")
        : NotFound();

    /// <summary>Reads what there is to choose from, after the answers are known.</summary>
    protected abstract Task ReadChoicesAsync();

    private Task<IActionResult> SaveAsync() => DoAsync("Change", new { input = Form.ToInput(Id) }, $"已保存“{Form.Name}”。");

    private async Task<IActionResult> DoAsync(string operation, object variables, string words)
    {
        if (this.Refused((await Graph.AskAsync<DoneAnswer>(operation, variables)).Done.UserErrors) is { } refused)
        {
            Effects = null;
            return refused;
        }

        TempData["Told"] = words;
        return RedirectToPage(list);
    }

    private async Task<bool> LoadAsync(bool typed = true)
    {
        if (Id is not null)
        {
            (Body, Retirement) = await Graph.AskAsync<BodyAnswer>("Body", new { Id });
            if (Body is null)
            {
                return false;
            }

            Form = typed ? Form : Body.ToForm();
            History = await Graph.HistoryAsync(Body.AuditSubject);
        }

        await ReadChoicesAsync();
        return true;
    }

    private sealed record BodyAnswer(TItem? Body, RetirementAnswer? Retirement);

    private sealed record EffectsPage(FoundEffects Found);

    private sealed record FoundEffects(EffectsAnswer? Effects, IReadOnlyList<UserError> UserErrors);

    private sealed record DoneAnswer(Kept Done);

    private sealed record Kept(IReadOnlyList<UserError> UserErrors);
}

/// <summary>A bureau or department in full.</summary>
public interface IBodyItem<out TForm>
{
    string Name { get; }

    string AuditSubject { get; }

    TForm ToForm();
}

/// <summary>What is typed about a bureau and about a department. Source: BAS-06.</summary>
public abstract class BodyForm
{
    public string? Name { get; set; }

    public string? Code { get; set; }

    public string? RegionCode { get; set; }

    /// <summary>What only this kind has.</summary>
    protected abstract Dictionary<string, object?> Own { get; }

    /// <summary>As the graph takes it.</summary>
    public Dictionary<string, object?> ToInput(string? id)
    {
        var input = Own;
        (input["name"], input["code"], input["regionCode"]) = (Name ?? "", Code ?? "", RegionCode ?? "");
        if (id is not null)
        {
            input["id"] = id;
        }

        return input;
    }
}
