using HnCe.Pages.Certificates;
using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;

namespace HnCe.Pages.Home;

/// <summary>The home page of an employer's administrator: what waits, oldest first, what became of the rest, and who will miss the year. Source: EMP-26.</summary>
public sealed class Employer(GraphClient graph, TimeProvider clock) : ViewComponent
{
    private const string Document = "Home/Employer.graphql";

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var today = ChineseTime.Day(clock.GetUtcNow());
        var home = await graph.AskAsync<EmployerHome>(Document, "Home", new { year = today.Year });
        return View("/Home/_Employer.cshtml", home with { Today = today });
    }
}

/// <summary>What that page shows.</summary>
public sealed record EmployerHome(
    EmployerViewer Viewer, WaitingAnswer Registrations, WaitingAnswer General, WaitingAnswer Professional,
    int GeneralReview, int GeneralPassed, int GeneralFailed, int GeneralReturned,
    int ProfessionalReview, int ProfessionalPassed, int ProfessionalFailed, int ProfessionalReturned, int Completed, MissingAnswer Missing)
{
    public DateOnly Today { get; internal init; }

    public int DaysLeft => new DateOnly(Today.Year, 12, 31).DayNumber - Today.DayNumber;

    public int People => Completed + Missing.TotalCount;

    /// <summary>What became of the year's declarations, a line for each list.</summary>
    public IReadOnlyList<HomeLine> Lines =>
    [
        new("公需", "general", [("review", GeneralReview), ("passed", GeneralPassed), ("failed", GeneralFailed), ("returned", GeneralReturned)]),
        new("专业", "professional", [("review", ProfessionalReview), ("passed", ProfessionalPassed), ("failed", ProfessionalFailed), ("returned", ProfessionalReturned)]),
    ];

    /// <summary>What waits, the oldest first; what does not wait comes last.</summary>
    public IReadOnlyList<TodoTile> Tiles(string registrations, string general, string professional) =>
    [
        .. new (string Text, string Href, WaitingAnswer Waiting)[]
        {
            ("审核注册账号", registrations, Registrations), ("其它形式申报（公需）", general, General), ("其它形式申报（专业）", professional, Professional),
        }.OrderBy(tile => tile.Waiting.Oldest ?? DateTime.MaxValue)
            .Select(tile => new TodoTile(tile.Text, tile.Href, tile.Waiting.TotalCount, tile.Waiting.Oldest is { } at ? Today.DayNumber - ChineseTime.Day(at).DayNumber : null)),
    ];
}

public sealed record EmployerViewer(string Name, NamedAnswer? Organization);

/// <summary>How many wait, and since when.</summary>
public sealed record WaitingAnswer(int TotalCount, IReadOnlyList<SubmittedAnswer> Nodes)
{
    public DateTime? Oldest => Nodes.Count > 0 ? Nodes[0].SubmittedAt : null;
}

public sealed record SubmittedAnswer(DateTime SubmittedAt);

/// <summary>公需 or 专业 with the numbers of its tabs.</summary>
public sealed record HomeLine(string Name, string Category, IReadOnlyList<(string Tab, int Count)> Counts);

/// <summary>People whose year is not complete.</summary>
public sealed record MissingAnswer(int TotalCount, IReadOnlyList<MissingPerson> Nodes);

public sealed record MissingPerson(
    decimal PublicHours, decimal RequiredPublic, decimal ProfessionalHours, decimal RequiredProfessional, OnTheWay Pending, PersonAnswer Professional)
{
    /// <summary>What is missing, in words.</summary>
    public string Missing => HoursByCategory.Words(RequiredPublic - PublicHours, RequiredProfessional - ProfessionalHours)!;

    /// <summary>What of it is claimed and waits for a verdict; null when nothing is.</summary>
    public string? Waiting => HoursByCategory.Words(Pending.Public, Pending.Professional);
}
