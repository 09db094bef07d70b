using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Home;

/// <summary>The home page of bureaus, departments and the province: what waits, by age, and how far the area is this year.</summary>
public sealed class Reviewer(GraphClient graph, IFrameData frame, KnownPages pages, TimeProvider clock) : ViewComponent
{
    private const string Document = "Home/Reviewer.graphql";

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var today = ChineseTime.Day(clock.GetUtcNow());
        var home = await graph.AskAsync<ReviewerHome>(Document, "Home", new { year = today.Year });
        var menu = pages.Existing((await frame.ReadAsync(HttpContext.RequestAborted))?.Menu ?? []);
        return View("/Home/_Reviewer.cshtml", home with
        {
            Today = today,
            OldestDays = home.Longest is null ? 0 : clock.DaysSince(home.Longest.ForwardedAt),
            Tiles = [.. menu.SelectMany(group => group.Items).Where(item => item.Count is not null).Select(item => new TodoTile(item.Title, Url.Page(item.Page, new { item.Category })!, item.Count ?? 0))],
        });
    }
}

/// <summary>What that page shows.</summary>
public sealed record ReviewerHome(
    ReviewerViewer Viewer, int All, int UpTo3, int UpTo7, int UpTo15, int Above15, WaitingItems Oldest, WaitingUnits ReviewQueue, AreaCompletion Completion)
{
    public DateOnly Today { get; internal init; }

    public int OldestDays { get; internal init; }

    /// <summary>Everything that waits for this desk, as the menu counts it.</summary>
    public IReadOnlyList<TodoTile> Tiles { get; internal init; } = [];

    public WaitingItem? Longest => Oldest.Nodes.FirstOrDefault();

    /// <summary>What the parts of the area are called.</summary>
    public string PartName => Completion.Parts.FirstOrDefault()?.RegionCode is null ? "单位" : Viewer.UserType == "PROVINCIAL_DEPARTMENT" ? "市" : "区县";

    public static string Share(int completed, int people) => people == 0 ? "—" : $"{completed * 100m / people:0.0}%";
}

public sealed record ReviewerViewer(string Name, string UserType);

public sealed record WaitingItems(IReadOnlyList<WaitingItem> Nodes);

public sealed record WaitingItem(string Id, DateTime ForwardedAt, WaitingKey Employer);

public sealed record WaitingKey(string Id);

public sealed record WaitingUnits(int TotalCount, IReadOnlyList<WaitingUnit> Nodes);

public sealed record WaitingUnit(int People, int Waiting, DateTime OldestAt, WaitingName Employer);

public sealed record WaitingName(string Id, string Name);

public sealed record AreaCompletion(int People, int Completed, IReadOnlyList<AreaPart> Parts);

public sealed record AreaPart(string Name, string? RegionCode, bool Directly, string? EmployerId, int People, int Completed);
