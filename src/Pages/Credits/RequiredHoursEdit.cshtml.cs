using System.Globalization;
using HnCe.Pages.Audit;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Credits;

/// <summary>新增 and 修改 of required hours: says whose 是否合格 would change before it is saved. Source: REQ-01, REQ-04.</summary>
public sealed class RequiredHoursEditModel(GraphClient graph, TimeProvider clock) : PageModel
{
    private const int FirstYear = 2000;

    /// <summary>年度 of existing hours; null for new ones.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>专业技术职务等级 of existing hours.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    [BindProperty]
    public HoursForm Form { get; set; } = new();

    /// <summary>What is set now; null for new hours.</summary>
    public Item? Now { get; private set; }

    /// <summary>What saving would do, year by year; null while the form is shown.</summary>
    public IReadOnlyList<Effect>? Effects { get; private set; }

    public IReadOnlyList<Choice> Years => YearsOf(clock);

    public IReadOnlyList<Choice> Levels { get; private set; } = [];

    public IReadOnlyList<AuditLine> History { get; private set; } = [];

    public bool IsPastYear => Form.Year < ChineseTime.Day(clock.GetUtcNow()).Year;

    public string LevelName => Levels.FirstOrDefault(one => one.Value == Form.TitleLevel)?.Text ?? "";

    /// <summary>The years that hours can be set for, newest first.</summary>
    public static IReadOnlyList<Choice> YearsOf(TimeProvider clock)
    {
        var last = ChineseTime.Day(clock.GetUtcNow()).Year + 2;
        return [.. Enumerable.Range(FirstYear, last - FirstYear + 1).Reverse().Select(year => new Choice($"{year}", $"{year}"))];
    }

    public async Task<IActionResult> OnGetAsync() => await LoadAsync(typed: false) ? Page() : NotFound();

    /// <summary>Back from the confirmation, with the answers.</summary>
    public async Task<IActionResult> OnPostEditAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync() => !await LoadAsync() ? NotFound() : await LookAheadAsync() is { } refused ? refused : Page();

    public async Task<IActionResult> OnPostSaveAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (await LookAheadAsync() is { } refused)
        {
            return refused;
        }

        var errors = (await graph.AskAsync<SetAnswer>("Set", new { input = Input() })).SetRequiredHours.UserErrors;
        if (this.Refused(errors) is { } again)
        {
            return again;
        }

        TempData["Told"] = $"已保存 {Form.Year} 年度{LevelName}：公需 {Form.PublicHours}、专业 {Form.ProfessionalHours} 学时。";
        return RedirectToPage("/Credits/RequiredHours", new { year = Form.Year });
    }

    private async Task<IActionResult?> LookAheadAsync()
    {
        List<UserError> unread =
        [
            .. Form.Year is null ? [new UserError("REQUIRED", "请选择年度", "year")] : Array.Empty<UserError>(),
            .. Number(Form.PublicHours) is null ? [new UserError("NOT_A_NUMBER", "请填写公需课学时，例如 30", "publicHours")] : Array.Empty<UserError>(),
            .. Number(Form.ProfessionalHours) is null ? [new UserError("NOT_A_NUMBER", "请填写专业课学时，例如 60", "professionalHours")] : Array.Empty<UserError>(),
        ];
        if (unread.Count > 0)
        {
            return this.Refused(unread);
        }

        var found = (await graph.AskAsync<EffectsAnswer>("Effects", new { input = Input() })).RequiredHoursEffects;
        Effects = found.UserErrors.Count > 0 ? null : found.Years;
        return this.Refused(found.UserErrors);
    }

    private object Input() => new
    {
        year = Form.Year,
        titleLevel = Form.TitleLevel ?? "",
        publicHours = Number(Form.PublicHours),
        professionalHours = Number(Form.ProfessionalHours),
        confirmPastYear = Form.ConfirmPastYear,
    };

    private async Task<bool> LoadAsync(bool typed = true)
    {
        Levels = [.. (await graph.AskAsync<LevelsAnswer>("Levels")).Codes.Select(code => new Choice(code.Code, code.Name))];
        if (Year is null)
        {
            return true;
        }

        Now = (await graph.AskAsync<HoursAnswer>("Hours", new { year = Year, level = Level ?? "" })).RequiredHours.Nodes.FirstOrDefault();
        if (Now is null || string.IsNullOrEmpty(Level))
        {
            return false;
        }

        Form = typed ? Form : new() { PublicHours = Now.PublicHours.ToString("0.#", CultureInfo.InvariantCulture), ProfessionalHours = Now.ProfessionalHours.ToString("0.#", CultureInfo.InvariantCulture) };
        (Form.Year, Form.TitleLevel) = (Year, Level);
        History = await graph.HistoryAsync(Now.AuditSubject);
        return true;
    }

    private static decimal? Number(string? typed) =>
        decimal.TryParse(typed?.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What is set now.</summary>
    public sealed record Item(decimal PublicHours, decimal ProfessionalHours, string AuditSubject);

    /// <summary>What saving would do to one year.</summary>
    public sealed record Effect(int Year, int People, int BecomeCompleted, int BecomeIncomplete, int Certificates);

    private sealed record LevelsAnswer(IReadOnlyList<LevelAnswer> Codes);

    private sealed record LevelAnswer(string Code, string Name);

    private sealed record HoursAnswer(HoursNodes RequiredHours);

    private sealed record HoursNodes(IReadOnlyList<Item> Nodes);

    private sealed record EffectsAnswer(FoundEffects RequiredHoursEffects);

    private sealed record FoundEffects(IReadOnlyList<Effect> Years, IReadOnlyList<UserError> UserErrors);

    private sealed record SetAnswer(SetPayload SetRequiredHours);

    private sealed record SetPayload(bool? Done, IReadOnlyList<UserError> UserErrors);
}

/// <summary>What is typed about required hours. Source: REQ-01.</summary>
public sealed class HoursForm
{
    public int? Year { get; set; }

    public string? TitleLevel { get; set; }

    public string? PublicHours { get; set; }

    public string? ProfessionalHours { get; set; }

    /// <summary>我已核对 of a past year. Source: REQ-04.</summary>
    public bool ConfirmPastYear { get; set; }
}
