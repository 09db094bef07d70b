using System.Globalization;
using HnCe.Pages.Exports;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>继续教育信息管理: the records of all professionals of the unit. Source: EMP-17, S-EMP-09.</summary>
public sealed class UnitModel(GraphClient graph, Exporter exporter, TimeProvider clock) : PageModel
{
    [FromQuery]
    public int? Year { get; set; }

    [FromQuery]
    public string? Name { get; set; }

    [FromQuery]
    public string? Department { get; set; }

    [FromQuery]
    public string? Kind { get; set; }

    [FromQuery]
    public string? Category { get; set; }

    [FromQuery]
    public string? Status { get; set; }

    public IReadOnlyList<Choice> Years => DeclarationWords.Years(clock);

    public IReadOnlyList<Choice> Departments { get; private set; } = [];

    /// <summary>继续教育形式 on offer.</summary>
    public IReadOnlyList<Choice> Forms { get; private set; } = [];

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<RecordRow> Records { get; private set; } = null!;

    /// <summary>The conditions in use.</summary>
    public IReadOnlyList<Chip> Chips =>
    [
        .. Chip("年度：", "year", Year?.ToString(CultureInfo.InvariantCulture)),
        .. Chip("姓名：", "name", Name),
        .. Chip("部门：", "department", DeclarationWords.TextOf(Departments, Department)),
        .. Chip("形式：", "kind", DeclarationWords.TextOf(Forms, Kind)),
        .. Chip("", "category", DeclarationWords.TextOf(DeclarationWords.Categories, Category)),
        .. Chip("", "status", DeclarationWords.TextOf(DeclarationWords.Statuses, Status)),
    ];

    public async Task OnGetAsync()
    {
        Forms = await Kinds.LoadAsync(graph);
        var answer = await graph.AskAsync<RecordsAnswer>("Records", new { filter = Filter(), Position.First, Position.After, Position.Last, Position.Before });
        Departments = answer.Viewer.Organization.Choices;
        Records = answer.Declarations;
    }

    public async Task<IActionResult> OnPostExcelAsync()
    {
        Forms = await Kinds.LoadAsync(graph);
        return await exporter.RunAsync(this, DeclarationTables.Unit, new { filter = Filter() });
    }

    private object Filter() => new
    {
        creditYear = Year,
        name = Name,
        department = Given(Department),
        kind = DeclarationWords.Known(Forms, Kind),
        category = DeclarationWords.Known(DeclarationWords.Categories, Category),
        statuses = DeclarationWords.Known(DeclarationWords.Statuses, Status) is { } status ? new[] { status } : null,
    };

    private static string? Given(string? answer) => string.IsNullOrEmpty(answer) ? null : answer;

    private static Chip[] Chip(string label, string parameter, string? value) => string.IsNullOrEmpty(value) ? [] : [new(label + value, parameter)];

    private sealed record RecordsAnswer(UnitViewer Viewer, ListAnswer<RecordRow> Declarations);

    private sealed record UnitViewer(DepartmentsOwner Organization);
}

/// <summary>One record of the unit.</summary>
public sealed record RecordRow(
    string Id, string Title, string KindName, string Category, int CreditYear, decimal? ClaimedHours, decimal? RecognisedHours, string Status, bool OnBehalf, PersonAnswer Professional);
