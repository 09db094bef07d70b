using HnCe.Pages.Pieces;

namespace HnCe.Pages.Declarations;

/// <summary>Words of the manual for what the graph names by code.</summary>
public static class DeclarationWords
{
    /// <summary>认定结果, as an employer may meet them.</summary>
    public static readonly IReadOnlyList<Choice> Statuses =
    [
        new("PENDING_EMPLOYER", "待单位审核"), new("TO_FORWARD", "待申报"), new("UNDER_REVIEW", "待审核"), new("PASSED", "通过"),
        new("FAILED", "不通过"), new("RETURNED", "退回"), new("REVOKED", "已撤销"), new("WITHDRAWN", "已撤回"),
    ];

    /// <summary>科目类型.</summary>
    public static readonly IReadOnlyList<Choice> Categories = [new("PUBLIC", "公需科目"), new("PROFESSIONAL", "专业科目")];

    private const int YearsOffered = 8;

    /// <summary>The words for a code; null for one that is not offered.</summary>
    public static string? TextOf(IEnumerable<Choice> choices, string? code) => choices.FirstOrDefault(choice => choice.Value == code)?.Text;

    /// <summary>The code, if it is offered: an address may name one that does not exist, and is then not filtered by it.</summary>
    public static string? Known(IEnumerable<Choice> choices, string? code) => choices.FirstOrDefault(choice => choice.Value == code)?.Value;

    /// <summary>Years that a filter offers, newest first.</summary>
    public static IReadOnlyList<Choice> Years(TimeProvider clock)
    {
        var year = ChineseTime.Day(clock.GetUtcNow()).Year;
        return [.. Enumerable.Range(0, YearsOffered).Select(back => $"{year - back}").Select(text => new Choice(text, text))];
    }
}
