using HnCe.Pages.Pieces;

namespace HnCe.Pages.Training;

/// <summary>Words of the manual for what the graph names by code.</summary>
public static class PlanWords
{
    /// <summary>审核状态 of a plan.</summary>
    public static readonly IReadOnlyList<Choice> Statuses = [new("PENDING", "待审核"), new("PASSED", "通过"), new("FAILED", "不通过"), new("DRAFT", "草稿")];

    /// <summary>考核方式.</summary>
    public static readonly IReadOnlyList<Choice> Assessments = [new("SCORE", "按分数（0 至 100）"), new("PASS_FAIL", "合格 / 不合格")];

    /// <summary>A chip for a condition in use; none for one that is not.</summary>
    public static Chip[] Chip(string label, string parameter, string? value) => string.IsNullOrEmpty(value) ? [] : [new(label + value, parameter)];

    /// <summary>What was typed; null where nothing was.</summary>
    public static string? Given(string? answer) => string.IsNullOrWhiteSpace(answer) ? null : answer.Trim();

    /// <summary>A number of rows as a sentence has it: the server counts no further than 1000.</summary>
    public static string Count(int total) => total > 1000 ? "1000 多" : $"{total}";

    /// <summary>继续教育年度 for a filter, newest first: from the one after the last year of training.</summary>
    public static IReadOnlyList<Choice> CreditYears(IReadOnlyList<int> trainingYears) =>
        [.. Enumerable.Range(0, 8).Select(back => $"{trainingYears[0] + 1 - back}").Select(year => new Choice(year, year))];
}
