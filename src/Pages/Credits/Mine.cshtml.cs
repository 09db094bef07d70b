using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Credits;

/// <summary>查看学时完成情况: one row for each recorded year, and the records that make up one year's sum. Source: IND-26, IND-27, CRD-03, S-IND-06.</summary>
public sealed class MineModel(GraphClient graph, TimeProvider clock) : PageModel
{
    public IReadOnlyList<YearRow> Years { get; private set; } = [];

    /// <summary>The year whose records are shown below the table; null for none.</summary>
    public YearRow? Chosen { get; private set; }

    public IReadOnlyList<RecordRow> Records { get; private set; } = [];

    /// <summary>The running year can still be completed; a past one cannot.</summary>
    public int ThisYear => ChineseTime.Day(clock.GetUtcNow()).Year;

    public async Task<IActionResult> OnGetAsync(int? year)
    {
        Years = [.. (await graph.AskAsync<Answer>("Mine")).YearCompletions.Nodes.OrderByDescending(one => one.Year)];
        Chosen = Years.FirstOrDefault(one => one.Year == year);
        if (year is not null && Chosen is null)
        {
            return NotFound();
        }

        if (Chosen is not null)
        {
            Records = (await graph.AskAsync<RecordsAnswer>("Records", new { year })).Declarations.Nodes;
        }

        return Page();
    }

    /// <summary>Sum of the records of one category.</summary>
    public decimal SumOf(string category) => Records.Where(record => record.Category == category).Sum(record => record.RecognisedHours ?? 0);

    /// <summary>One record that counts.</summary>
    public sealed record RecordRow(string Id, string Title, string KindName, string Category, decimal? RecognisedHours, DateTime? DecidedAt, Named? Target);

    private sealed record Answer(YearsAnswer YearCompletions);

    private sealed record YearsAnswer(IReadOnlyList<YearRow> Nodes);

    private sealed record RecordsAnswer(RecordNodes Declarations);

    private sealed record RecordNodes(IReadOnlyList<RecordRow> Nodes);
}
