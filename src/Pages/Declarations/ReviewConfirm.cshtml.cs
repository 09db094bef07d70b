using HnCe.Pages.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>
/// 批量通过, 批量不通过, 全部通过, 全部不通过: says how many before it happens. Source: REV-02, REV-04, REV-05, REV-14.
/// Ticked items go by their ids; organizations, and everything under a filter, go by filter and number.
/// </summary>
public sealed class ReviewConfirmModel(GraphClient graph) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ReviewFilter Filter { get; set; } = new();

    /// <summary>PASS or FAIL.</summary>
    [BindProperty(SupportsGet = true)]
    public string Decision { get; set; } = "";

    /// <summary>Ticked organizations of level 1.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Employers { get; set; } = [];

    /// <summary>The organization of level 2.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Employer { get; set; }

    /// <summary>Ticked items of level 2.</summary>
    [BindProperty(SupportsGet = true)]
    public List<string> Ids { get; set; } = [];

    /// <summary>Everything that waits of the organization of level 2.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    /// <summary>The number that the reviewer saw.</summary>
    [BindProperty]
    public int Expected { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public bool Passes => Decision == "PASS";

    public string Verb => Passes ? "通过" : "不通过";

    /// <summary>How many are decided.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<Line> Units { get; private set; } = [];

    public IReadOnlyList<Item> Items { get; private set; } = [];

    /// <summary>Set once it has happened and some were left as they were.</summary>
    public Reviewed? Result { get; private set; }

    public string Back => Employer is null
        ? Url.Page("/Declarations/Review", Filter.Route())!
        : Url.Page("/Declarations/ReviewEmployer", Filter.Route(("employer", Employer)))!;

    private IReadOnlyList<string> Chosen => Employer is null ? Employers : [Employer];

    private bool ByIds => Employer is not null && !All;

    public async Task<IActionResult> OnGetAsync()
    {
        await Filter.CheckAsync(graph);
        if (Decision is not ("PASS" or "FAIL") || (Employer is null ? Employers.Count == 0 : !All && Ids.Count == 0))
        {
            return Redirect(Back);
        }

        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Filter.CheckAsync(graph);
        var answer = (await graph.AskAsync<ReviewAnswer>("Review", new { input = Input() })).ReviewDeclarations;
        if (answer.UserErrors.Count > 0)
        {
            await ShowAsync();
            return this.Refused(answer.UserErrors)!;
        }

        if (answer.Job is { } job)
        {
            TempData["Told"] = $"{job.Title}已转为后台任务，完成后会有消息通知您。";
            return RedirectToPage("/Jobs/Index");
        }

        if (answer.Refused.Count > 0)
        {
            Result = answer;
            await ShowAsync();
            return Page();
        }

        TempData["Told"] = $"{Verb} {answer.Succeeded} 项，结果已通知本人。";
        return Redirect(Back);
    }

    public string Why(Item item) => Result?.Refused.FirstOrDefault(refused => refused.Id == item.Id)?.Message ?? "";

    private object Input() => ByIds
        ? new { ids = Ids, decision = Decision, reason = Reason }
        : new { allWaiting = new { filter = Filter.Waiting(Chosen), expected = Expected }, decision = Decision, reason = Reason };

    private async Task ShowAsync()
    {
        if (ByIds)
        {
            Items = [.. (await graph.AskAsync<ItemsAnswer>("Items", new { ids = Ids.Take(100) })).Nodes.OfType<Item>()];
            Count = Items.Count;
        }
        else if (Employer is null)
        {
            var units = await graph.AskAsync<UnitsAnswer>("Units", new { filter = Filter.Waiting(Chosen) });
            (Units, Count) = (units.ReviewQueue.Nodes, units.WaitingCount);
        }
        else
        {
            Count = (await graph.AskAsync<WaitingAnswer>("Waiting", new { filter = Filter.Waiting(Chosen) })).WaitingCount;
        }
    }

    public sealed record Item(string Id, string Title, string KindName, decimal? ClaimedHours, string Status, Person Professional);

    public sealed record Person(string Name);

    public sealed record Line(int People, int Waiting, DateTime OldestAt, Unit Employer);

    public sealed record Unit(string Name);

    public sealed record Reviewed(int? Succeeded, IReadOnlyList<Refused> Refused, IReadOnlyList<UserError> UserErrors, Started? Job);

    public sealed record Started(string Title);

    public sealed record Refused(string Id, string Code, string Message);

    private sealed record ReviewAnswer(Reviewed ReviewDeclarations);

    private sealed record ItemsAnswer(IReadOnlyList<Item?> Nodes);

    private sealed record WaitingAnswer(int WaitingCount);

    private sealed record UnitsAnswer(int WaitingCount, Queue ReviewQueue);

    private sealed record Queue(IReadOnlyList<Line> Nodes);
}
