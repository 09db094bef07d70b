using System.Globalization;
using HnCe.Pages.Exports;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>其它继续教育形式申报（公需、专业）: what waits for the employer and what became of it; forwards, returns, changes the category. Source: EMP-18 to EMP-24, S-EMP-10, S-EMP-11.</summary>
public sealed class ForwardModel(GraphClient graph, Exporter exporter, TimeProvider clock) : PageModel
{
    // A page of the longest list has half as many.
    private const int MostChosen = 100;

    private static readonly UserError NothingChosen = new("NOTHING_SELECTED", "请先选择要处理的记录");

    [FromRoute]
    public string Category { get; set; } = "";

    [FromQuery(Name = "view")]
    public string? Tab { get; set; }

    [FromQuery]
    public int? Year { get; set; }

    [FromQuery]
    public string? Name { get; set; }

    [FromQuery]
    public string? Department { get; set; }

    [FromQuery]
    public string? Kind { get; set; }

    [FromQuery]
    public string? Status { get; set; }

    public bool IsGeneral => Category == "general";

    /// <summary>公需 or 专业, as the menu writes it.</summary>
    public string Short => IsGeneral ? "公需" : "专业";

    public string View => ForwardTabs.Known(Tab);

    public ListPosition Position => ListPosition.Of(Request);

    public IReadOnlyList<Choice> Years => DeclarationWords.Years(clock);

    /// <summary>继续教育形式 on offer.</summary>
    public IReadOnlyList<Choice> Forms { get; private set; } = [];

    public ForwardList? List { get; private set; }

    public IReadOnlySet<string> Ticked { get; private set; } = new HashSet<string>();

    public IReadOnlyList<RefusedRow> Refused { get; private set; } = [];

    public ForwardConfirmation? Confirmation { get; private set; }

    public ForwardRow? Returning { get; private set; }

    public IReadOnlyList<Choice> Targets => List?.Viewer.Organization.TargetsFor(IsGeneral) ?? [];

    public int DaysWaiting(ForwardRow row) => Holder.DaysSince(row.SubmittedAt, clock.GetUtcNow());

    public Task OnGetAsync() => ShowListAsync(TempData.TakeTicked());

    public Task<IActionResult> OnGetConfirmAsync(string[] id, string? target) => ConfirmAsync(id, target);

    public Task<IActionResult> OnPostConfirmAsync(string[] id, string? target) => ConfirmAsync(id, target);

    public async Task<IActionResult> OnPostForwardAsync(string[] id, string? target)
    {
        var done = (await graph.AskAsync<ForwardedAnswer>("Forward", new { ids = id, target = IsGeneral ? "SAME_LEVEL_BUREAU" : target })).ForwardDeclarations;
        if (done.UserErrors.Count > 0)
        {
            await ShowListAsync([.. id]);
            return this.Refused(done.UserErrors)!;
        }

        if (done.Succeeded > 0)
        {
            TempData["Told"] = $"申报成功，请耐心等待上级部门的审批。已申报 {done.Succeeded} 项。";
        }

        TempData.Refuse(done.Refused);
        TempData.Tick(done.Refused.Select(one => one.Id));
        return Redirect(Address());
    }

    public async Task<IActionResult> OnGetReturnAsync(string id)
    {
        Returning = (await ChosenAsync([id])).Rows.SingleOrDefault();
        return Returning is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostReturnAsync(string id, string? reason)
    {
        var errors = (await graph.AskAsync<ReturnedAnswer>("Return", new { id, reason = reason ?? "" })).ReturnDeclaration.UserErrors;
        Returning = errors.Count > 0 ? (await ChosenAsync([id])).Rows.SingleOrDefault() : null;
        TempData["Told"] = errors.Count > 0 ? null : "已退回，本人会看到原因，修改后可以重新提交。";
        return this.Refused(errors) ?? Redirect(Address());
    }

    public async Task<IActionResult> OnPostCategoryAsync(string one)
    {
        var category = IsGeneral ? "PROFESSIONAL" : "PUBLIC";
        var errors = (await graph.AskAsync<ChangedAnswer>("ChangeCategory", new { id = one, category })).ChangeDeclarationCategory.UserErrors;
        if (errors.Count > 0)
        {
            await ShowListAsync([]);
            return this.Refused(errors)!;
        }

        var other = IsGeneral ? "专业" : "公需";
        TempData["Told"] = $"已改为{other}科目，请在“其它继续教育形式申报（{other}）”中申报。";
        return Redirect(Address());
    }

    public async Task<IActionResult> OnPostExcelAsync()
    {
        Forms = await Kinds.LoadAsync(graph);
        return await exporter.RunAsync(this, IsGeneral ? DeclarationTables.General : DeclarationTables.Professional,
            new { filter = Filter(ForwardTabs.StatusesOf(View, Status)), order = Order });
    }

    /// <summary>Address of this list with its filters, of one of its handlers, or of its same page where <paramref name="stay"/> is set.</summary>
    public string Address(string? handler = null, bool stay = false, string? id = null)
    {
        string[] left = stay ? ["handler", "id", "target"] : ["handler", "id", "target", "after", "before"];
        var query = new QueryBuilder(Request.Query.Where(part => !left.Contains(part.Key, StringComparer.OrdinalIgnoreCase)));
        foreach (var (key, value) in new[] { ("handler", handler), ("id", id) })
        {
            if (value is not null)
            {
                query.Add(key, value);
            }
        }

        return $"{Request.PathBase}{Request.Path}{query.ToQueryString()}";
    }

    private string Order => View == ForwardTabs.Waiting ? "OLDEST_FIRST" : "NEWEST_FIRST";

    private async Task<IActionResult> ConfirmAsync(string[] ids, string? target)
    {
        var chosen = await ChosenAsync(ids);
        var targets = chosen.Viewer.Organization.TargetsFor(IsGeneral);
        var going = chosen.Rows.Where(row => row.CanForward).ToList();
        if (chosen.Rows.Count == 0 || targets.Count == 0)
        {
            await ShowListAsync([]);
            return this.Refused([NothingChosen])!;
        }

        var to = targets.FirstOrDefault(choice => choice.Value == target) ?? targets[0];
        TempData.Tick(ids);
        Confirmation = new(going, [.. chosen.Rows.Except(going)], to, [.. targets.Where(choice => choice != to)]);
        return Page();
    }

    private Task<ForwardChosen> ChosenAsync(IEnumerable<string> ids) => graph.AskAsync<ForwardChosen>("Chosen", new { ids = ids.Take(MostChosen) });

    private async Task ShowListAsync(HashSet<string> ticked)
    {
        Forms = await Kinds.LoadAsync(graph);
        List = await graph.AskAsync<ForwardList>("List", new
        {
            filter = Filter(ForwardTabs.StatusesOf(View, Status)),
            order = Order,
            Position.First,
            Position.After,
            Position.Last,
            Position.Before,
            todo = Filter(ForwardTabs.StatusesOf(ForwardTabs.Waiting)),
            review = Filter(ForwardTabs.StatusesOf("review")),
            passed = Filter(ForwardTabs.StatusesOf("passed")),
            failed = Filter(ForwardTabs.StatusesOf("failed")),
            returned = Filter(ForwardTabs.StatusesOf("returned")),
        });
        Ticked = ticked;
        Refused = await RefusedAsync(TempData.TakeRefused());
    }

    private async Task<IReadOnlyList<RefusedRow>> RefusedAsync(IReadOnlyList<RefusedAnswer> refused)
    {
        if (refused.Count == 0)
        {
            return [];
        }

        var rows = (await ChosenAsync(refused.Select(one => one.Id))).Rows.ToDictionary(row => row.Id);
        return [.. refused.Select(one => rows.TryGetValue(one.Id, out var row) ? new RefusedRow(row.Professional.Name, row.Title, one.Message) : new("", "", one.Message))];
    }

    private object Filter(IReadOnlyList<string> statuses) => new
    {
        statuses,
        category = IsGeneral ? "PUBLIC" : "PROFESSIONAL",
        creditYear = Year,
        name = Name,
        kind = DeclarationWords.Known(Forms, Kind),
        department = string.IsNullOrEmpty(Department) ? null : Department,
    };

    /// <summary>The conditions in use.</summary>
    public IReadOnlyList<Chip> Chips() =>
    [
        .. Chip("年度：", "year", Year?.ToString(CultureInfo.InvariantCulture)),
        .. Chip("姓名：", "name", Name),
        .. Chip("部门：", "department", List?.Viewer.Organization.Departments.FirstOrDefault(one => one.Id == Department)?.Name),
        .. Chip("形式：", "kind", DeclarationWords.TextOf(Forms, Kind)),
        .. Chip("", "status", DeclarationWords.TextOf(ForwardTabs.Choices(View), Status)),
    ];

    private static Chip[] Chip(string label, string parameter, string? value) => string.IsNullOrEmpty(value) ? [] : [new(label + value, parameter)];
}
