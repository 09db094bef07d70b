using HnCe.Pages.Exports;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;
using HnCe.Pages.Training;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Declarations;

/// <summary>查看继续教育信息: one's own declarations. Source: IND-17, IND-18, S-IND-04.</summary>
public sealed class MineModel(GraphClient graph, Exporter exporter, TimeProvider clock) : PageModel
{
    private static readonly int[] Sizes = [10, 20, 50];

    private static readonly Choice[] Categories = [new("PUBLIC", "公需科目"), new("PROFESSIONAL", "专业科目")];

    private static readonly Choice[] States =
    [
        new("DRAFT", "草稿"), new("PENDING_EMPLOYER", "待单位审核"), new("RETURNED", "退回"), new("TO_FORWARD", "待申报"),
        new("UNDER_REVIEW", "待审核"), new("PASSED", "通过"), new("FAILED", "不通过"), new("REVOKED", "已撤销"), new("WITHDRAWN", "已撤回"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Category { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Size { get; set; } = Sizes[0];

    public IReadOnlyList<Condition> Conditions { get; private set; } = [];

    public IReadOnlyList<Chip> Chips { get; private set; } = [];

    public ListAnswer List { get; private set; } = null!;

    /// <summary>Results of training of the chosen year. Source: SCO-11.</summary>
    public IReadOnlyList<ResultRow> Trainings { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(string? after, string? before)
    {
        Size = Sizes.Contains(Size) ? Size : Sizes[0];
        var kinds = await CheckAsync();
        var answer = await graph.AskAsync<Answer>("Mine", new
        {
            filter = Filter(),
            first = before is null ? Size : (int?)null,
            after,
            last = before is null ? null : (int?)Size,
            before,
        });
        List = answer.Declarations;
        Trainings = (await graph.AskAsync<ResultsAnswer>("Training/Results.graphql", "Results", new { filter = new { creditYear = int.TryParse(Year, out var chosen) ? chosen : (int?)null } })).TraineeScores.Nodes;
        Choice[] years = [.. answer.OpenCreditYears.Concat(answer.YearCompletions.Nodes.Select(one => one.Year)).Distinct().OrderDescending().Select(one => new Choice($"{one}", $"{one}"))];
        Conditions =
        [
            new("year", "计入年度", "全部年度", years, Year), new("kind", "继续教育形式", "全部形式", kinds, Kind),
            new("category", "科目类型", "全部科目", Categories, Category), new("status", "认定结果", "全部结果", States, Status),
        ];
        Chips = [.. Conditions.Where(one => one.Text is not null).Select(one => new Chip($"{one.Label}：{one.Text}", one.Name))];
    }

    public async Task<IActionResult> OnPostExcelAsync()
    {
        await CheckAsync();
        return await exporter.RunAsync(this, DeclarationTables.Own, new { filter = Filter() });
    }

    private async Task<Choice[]> CheckAsync()
    {
        var types = (await graph.AskAsync<TypesAnswer>("Types")).DeclarationTypes;
        Choice[] kinds = [.. types.Select(type => new Choice(type.Kind, type.Name))];
        (Kind, Category, Status) = (Known(Kind, kinds), Known(Category, Categories), Known(Status, States));
        return kinds;
    }

    private object Filter() => new
    {
        creditYear = int.TryParse(Year, out var year) ? year : (int?)null,
        kind = Kind,
        category = Category,
        statuses = Status is null ? null : new[] { Status },
    };

    // A filter value that nobody offers is a mangled address, not an error.
    private static string? Known(string? value, IEnumerable<Choice> choices) => choices.Any(choice => choice.Value == value) ? value : null;

    /// <summary>One condition of the filter bar.</summary>
    public sealed record Condition(string Name, string Label, string All, IReadOnlyList<Choice> Choices, string? Value)
    {
        public string? Text => Choices.FirstOrDefault(choice => choice.Value == Value)?.Text;
    }

    /// <summary>One declaration of the list.</summary>
    public sealed record Row(
        string Id, string Title, string KindName, string Category, int CreditYear, decimal? ClaimedHours, decimal? RecognisedHours, string Status,
        DateTime SubmittedAt, bool CanEdit, bool CanWithdraw, Named Employer, Named? Target);

    /// <summary>Where the page lies in the list.</summary>
    public sealed record Place(string? StartCursor, string? EndCursor, bool HasPreviousPage, bool HasNextPage);

    /// <summary>A page of the list.</summary>
    public sealed record ListAnswer(int TotalCount, Place PageInfo, IReadOnlyList<Row> Nodes);

    private sealed record Answer(ListAnswer Declarations, IReadOnlyList<int> OpenCreditYears, YearsAnswer YearCompletions);

    private sealed record YearsAnswer(IReadOnlyList<YearAnswer> Nodes);

    private sealed record YearAnswer(int Year);

    private sealed record TypesAnswer(IReadOnlyList<TypeAnswer> DeclarationTypes);

    private sealed record TypeAnswer(string Kind, string Name);
}
