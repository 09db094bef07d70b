using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Credits;

/// <summary>管理年度完成继续教育学时: what each title level must reach in each year. Source: REQ-01, S-SYS-07.</summary>
public sealed class RequiredHoursModel(GraphClient graph, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    public ListPosition Position => ListPosition.Of(Request);

    public ListAnswer<Row> Found { get; private set; } = null!;

    public IReadOnlyList<Choice> Years => RequiredHoursEditModel.YearsOf(clock);

    public IReadOnlyList<Choice> Levels { get; private set; } = [];

    public IReadOnlyList<Chip> Chips =>
    [
        .. Year is null ? [] : new[] { new Chip($"年度：{Year}", "year") },
        .. string.IsNullOrEmpty(Level) ? [] : new[] { new Chip($"等级：{Levels.FirstOrDefault(one => one.Value == Level)?.Text}", "level") },
    ];

    public async Task OnGetAsync()
    {
        var answer = await graph.AskAsync<HoursAnswer>("Hours", new { Year, Level, Position.First, Position.After, Position.Last, Position.Before });
        (Found, Levels) = (answer.RequiredHours, [.. answer.Codes.Select(code => new Choice(code.Code, code.Name))]);
    }

    /// <summary>The hours of one year and title level.</summary>
    public sealed record Row(int Year, string LevelCode, string TitleLevel, decimal PublicHours, decimal ProfessionalHours);

    private sealed record HoursAnswer(ListAnswer<Row> RequiredHours, IReadOnlyList<LevelAnswer> Codes);

    private sealed record LevelAnswer(string Code, string Name);
}
