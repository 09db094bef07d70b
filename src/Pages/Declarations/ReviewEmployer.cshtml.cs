using HnCe.Pages.Exports;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>审核, level 2: what one organization sent, with batch verbs and 全部. Source: REV-02, REV-04, S-RVW-02.</summary>
public sealed class ReviewEmployerModel(GraphClient graph, Exporter exporter, TimeProvider clock) : PageModel
{
    private static readonly string[] Waiting = ["UNDER_REVIEW"];
    private static readonly string[] Passed = ["PASSED"];
    private static readonly string[] Failed = ["FAILED"];
    private static readonly string[] Revoked = ["REVOKED"];
    private static readonly string[] Any = [.. Waiting, .. Passed, .. Failed, .. Revoked];

    [BindProperty(SupportsGet = true, Name = "")]
    public ReviewFilter Filter { get; set; } = new();

    public ListPosition Position => ListPosition.Of(Request);

    /// <summary>Opaque id of the organization.</summary>
    [BindProperty(SupportsGet = true)]
    public string Employer { get; set; } = "";

    /// <summary>Chosen tab.</summary>
    [BindProperty(SupportsGet = true)]
    public string? View { get; set; }

    public string UnitName { get; private set; } = "";

    /// <summary>The longest waiting item of the organization, whatever the filter.</summary>
    public Longest? Oldest { get; private set; }

    public int OldestDays => Oldest is null ? 0 : clock.DaysSince(Oldest.ForwardedAt);

    public IReadOnlyList<Choice> Years => clock.Years(5);

    public Answer Items { get; private set; } = null!;

    public IReadOnlyList<ViewTab> Tabs =>
    [
        new("waiting", "待审核", Items.Waiting), new("passed", "通过", Items.Passed), new("failed", "不通过", Items.Failed),
        new("revoked", "已撤销", Items.Revoked), new("all", "全部", Items.All),
    ];

    public async Task<IActionResult> OnGetAsync()
    {
        var unit = await graph.AskAsync<UnitAnswer>("Employer", new { Employer });
        if (unit.Declarations.Nodes is not [var first, ..])
        {
            return NotFound();
        }

        (UnitName, Oldest) = (first.Employer.Name, unit.Longest.Nodes.FirstOrDefault());

        await CheckAsync();
        Items = await graph.AskAsync<Answer>("Items", new
        {
            waiting = Filter.Waiting([Employer]),
            passed = Filter.Of(Employer, Passed),
            failed = Filter.Of(Employer, Failed),
            revoked = Filter.Of(Employer, Revoked),
            all = Filter.Of(Employer, Any),
            chosen = Chosen,
            order = Order,
            Position.First,
            Position.After,
            Position.Last,
            Position.Before,
        });
        return Page();
    }

    public async Task<IActionResult> OnPostExcelAsync()
    {
        await CheckAsync();
        return await exporter.RunAsync(this, DeclarationTables.Review, new { filter = Chosen, order = Order });
    }

    private object Chosen => Filter.Of(Employer, View switch { "passed" => Passed, "failed" => Failed, "revoked" => Revoked, "all" => Any, _ => Waiting });

    private string Order => View is null or "waiting" ? "OLDEST_FORWARDED_FIRST" : "NEWEST_FORWARDED_FIRST";

    private Task CheckAsync()
    {
        // These two belong to the list of organizations; here one is chosen.
        (Filter.Unit, Filter.Waited) = (null, null);
        return Filter.CheckAsync(graph);
    }

    public sealed record Answer(int Waiting, int Passed, int Failed, int Revoked, int All, ListAnswer<Item> Declarations);

    public sealed record Item(
        string Id, string KindName, string Title, int CreditYear, decimal? ClaimedHours, decimal? RecognisedHours, string Status, bool CanReview,
        DateTime ForwardedAt, Person Professional, IReadOnlyList<Other> Similar);

    public sealed record Person(string Name, string IdNumber);

    public sealed record Other(string Id);

    public sealed record Longest(string Id, DateTime ForwardedAt);

    private sealed record UnitAnswer(UnitList Declarations, LongestList Longest);

    private sealed record UnitList(IReadOnlyList<OfUnit> Nodes);

    private sealed record LongestList(IReadOnlyList<Longest> Nodes);

    private sealed record OfUnit(Unit Employer);

    private sealed record Unit(string Name);
}
