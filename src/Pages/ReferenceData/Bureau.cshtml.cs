using HnCe.Pages.Audit;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.ReferenceData;

/// <summary>新增 and 修改 of a bureau with its effects before saving, 停用 and 启用, and its history. Source: BAS-02, BAS-07, Q4.</summary>
public sealed class BureauModel(GraphClient graph) : PageModel
{
    /// <summary>Opaque id; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public BureauForm Form { get; set; } = new();

    /// <summary>The bureau as it is; null for a new one.</summary>
    public Item? Bureau { get; private set; }

    public RetirementAnswer? Retirement { get; private set; }

    /// <summary>What saving would move; null while the form is shown.</summary>
    public EffectsAnswer? Effects { get; private set; }

    public IReadOnlyList<Choice> Regions { get; private set; } = [];

    public IReadOnlyList<Choice> Parents { get; private set; } = [];

    public IReadOnlyList<AuditLine> History { get; private set; } = [];

    public bool IsProvince => Bureau?.Tier == "PROVINCE";

    public string TextOf(IEnumerable<Choice> choices, string? value) => choices.FirstOrDefault(one => one.Value == value)?.Text.Trim() ?? "—";

    public async Task<IActionResult> OnGetAsync() => await LoadAsync(typed: false) ? Page() : NotFound();

    /// <summary>Back from the confirmation, with the answers.</summary>
    public async Task<IActionResult> OnPostEditAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Shows what would move; saves at once where nothing would.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Bureau is null)
        {
            return Told((await graph.AskAsync<AddAnswer>("Add", new { input = Form.ToInput(null) })).AddBureau.UserErrors, $"已新增“{Form.Name}”。");
        }

        var found = (await graph.AskAsync<EffectsPage>("Effects", new { input = Form.ToInput(Id) })).BureauChangeEffects;
        if (this.Refused(found.UserErrors) is { } refused)
        {
            return refused;
        }

        Effects = found.Effects is { HasAny: true } effects ? effects : null;
        return Effects is null ? await SaveAsync() : Page();
    }

    public async Task<IActionResult> OnPostSaveAsync() => await LoadAsync() && Bureau is not null ? await SaveAsync() : NotFound();

    public async Task<IActionResult> OnPostRetireAsync() => await LoadAsync(typed: false) && Bureau is not null
        ? Told((await graph.AskAsync<RetireAnswer>("Retire", new { Id })).RetireBureau.UserErrors, $"已停用“{Bureau.Name}”，其管理员不能再登录。")
        : NotFound();

    public async Task<IActionResult> OnPostReactivateAsync() => await LoadAsync(typed: false) && Bureau is not null
        ? Told((await graph.AskAsync<ReactivateAnswer>("Reactivate", new { Id })).ReactivateBureau.UserErrors, $"已启用“{Bureau.Name}”。")
        : NotFound();

    private async Task<IActionResult> SaveAsync() =>
        Told((await graph.AskAsync<ChangeAnswer>("Change", new { input = Form.ToInput(Id) })).ChangeBureau.UserErrors, $"已保存“{Form.Name}”。");

    private IActionResult Told(IReadOnlyList<UserError> errors, string words)
    {
        if (this.Refused(errors) is { } refused)
        {
            Effects = null;
            return refused;
        }

        TempData["Told"] = words;
        return RedirectToPage("/ReferenceData/Bureaus");
    }

    private async Task<bool> LoadAsync(bool typed = true)
    {
        var lists = await graph.AskAsync<ListsAnswer>("Lists");
        (Regions, Parents) = (lists.Regions.ToChoices(), [.. lists.Bureaus.Nodes.Where(one => one.Id != Id).Select(one => new Choice(one.Id, one.Name))]);
        if (Id is null)
        {
            return true;
        }

        var answer = await graph.AskAsync<BureauAnswer>("Bureau", new { Id });
        (Bureau, Retirement) = (answer.Bureau, answer.BureauRetirementEffects);
        if (Bureau is null)
        {
            return false;
        }

        Form = typed ? Form : BureauForm.Of(Bureau);
        History = await graph.HistoryAsync(Bureau.AuditSubject);
        return true;
    }

    /// <summary>A bureau in full.</summary>
    public sealed record Item(string Id, string Name, string Code, string RegionCode, string Tier, string State, string? Contact, string? Phone, string AuditSubject, BureauName? Parent);

    private sealed record ListsAnswer(IReadOnlyList<RegionAnswer> Regions, BureauNames Bureaus);

    private sealed record BureauNames(IReadOnlyList<BureauName> Nodes);

    private sealed record BureauAnswer(Item? Bureau, RetirementAnswer? BureauRetirementEffects);

    private sealed record EffectsPage(FoundEffects BureauChangeEffects);

    private sealed record FoundEffects(EffectsAnswer? Effects, IReadOnlyList<UserError> UserErrors);

    private sealed record AddAnswer(Kept AddBureau);

    private sealed record ChangeAnswer(Kept ChangeBureau);

    private sealed record RetireAnswer(Kept RetireBureau);

    private sealed record ReactivateAnswer(Kept ReactivateBureau);

    private sealed record Kept(string? BureauId, IReadOnlyList<UserError> UserErrors);
}

/// <summary>What is typed about a bureau. Source: BAS-06.</summary>
public sealed class BureauForm
{
    public string? Name { get; set; }

    public string? Code { get; set; }

    public string? RegionCode { get; set; }

    public string? Tier { get; set; }

    public string? Parent { get; set; }

    public string? Contact { get; set; }

    public string? Phone { get; set; }

    public static BureauForm Of(BureauModel.Item one) => new()
    {
        Name = one.Name,
        Code = one.Code,
        RegionCode = one.RegionCode,
        Tier = one.Tier,
        Parent = one.Parent?.Id,
        Contact = one.Contact,
        Phone = one.Phone,
    };

    public Dictionary<string, object?> ToInput(string? id)
    {
        var input = new Dictionary<string, object?>
        {
            ["name"] = Name ?? "",
            ["code"] = Code ?? "",
            ["regionCode"] = RegionCode ?? "",
            ["tier"] = string.IsNullOrEmpty(Tier) ? "COUNTY" : Tier,
            ["parent"] = string.IsNullOrEmpty(Parent) ? null : Parent,
            ["contact"] = Contact,
            ["phone"] = Phone,
        };
        if (id is not null)
        {
            input["id"] = id;
        }

        return input;
    }
}
