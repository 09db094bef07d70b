using HnCe.Pages.Credits;
using HnCe.Pages.Declarations;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Home;

/// <summary>The professional's home: the year as two rings, what is missing, what is under way and who has it, all years. Source: IND-13, S-IND-01.</summary>
public sealed class IndividualHome
{
    private IndividualHome(Answer answer, DateTimeOffset now)
    {
        Now = now;
        Years = [.. answer.YearCompletions.Nodes.OrderByDescending(year => year.Year)];
        UnderWay = [.. answer.Declarations.Nodes.OrderBy(item => item.Since)];
        Total = answer.Declarations.TotalCount;
    }

    public DateTimeOffset Now { get; }

    public IReadOnlyList<YearRow> Years { get; }

    /// <summary>What is under way, longest waiting first.</summary>
    public IReadOnlyList<Item> UnderWay { get; }

    /// <summary>How many are under way in all.</summary>
    public int Total { get; }

    public DateOnly Today => ChineseTime.Day(Now);

    /// <summary>The running year; null before the employer has approved the registration.</summary>
    public YearRow? Current => Years.FirstOrDefault(year => year.Year == Today.Year);

    public int DaysLeft => new DateOnly(Today.Year, 12, 31).DayNumber - Today.DayNumber;

    /// <summary>Asks the graph.</summary>
    public static async Task<IndividualHome> ReadAsync(GraphClient graph, TimeProvider clock) =>
        new(await graph.AskAsync<Answer>("Home/Individual.graphql", "Home", new { statuses = Holder.UnderWay }), clock.GetUtcNow());

    /// <summary>Something under way.</summary>
    public sealed record Item(
        string Id, string Title, string KindName, string Category, int CreditYear, decimal? ClaimedHours, string Status, DateTime SubmittedAt,
        DateTime? ForwardedAt, bool CanEdit, string? Reason, Named Employer, Named? Target, IReadOnlyList<Moment> Timeline)
    {
        /// <summary>Since when the one who has it now has it.</summary>
        public DateTime Since => Timeline.Count == 0 ? SubmittedAt : Timeline[^1].At;

        public string Verb => Status switch { "DRAFT" => "继续填写", "RETURNED" => "修改", _ => "详细" };
    }

    /// <summary>When a step happened.</summary>
    public sealed record Moment(DateTime At);

    internal sealed record Answer(YearsAnswer YearCompletions, ItemsAnswer Declarations);

    internal sealed record YearsAnswer(IReadOnlyList<YearRow> Nodes);

    internal sealed record ItemsAnswer(int TotalCount, IReadOnlyList<Item> Nodes);
}
