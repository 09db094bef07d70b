using HnCe.Pages.Pieces;

namespace HnCe.Pages.Declarations;

/// <summary>Name of an organization or a person that a declaration refers to.</summary>
public sealed record Named(string Name);

/// <summary>Who has a declaration now, in words: the question that everybody asks first.</summary>
public static class Holder
{
    /// <summary>States in which somebody still has to do something.</summary>
    public static readonly string[] UnderWay = ["DRAFT", "RETURNED", "PENDING_EMPLOYER", "TO_FORWARD", "UNDER_REVIEW"];

    /// <summary>The one who has it and, for the owner himself, what he is asked to do; null once it has ended.</summary>
    /// <param name="status">认定结果.</param>
    /// <param name="employer">Declaring employer.</param>
    /// <param name="target">Reviewing organization.</param>
    /// <param name="own">Whether the reader is the owner.</param>
    public static string? Of(string status, string employer, string? target, bool own) => status switch
    {
        "DRAFT" => own ? "您：还没有提交" : "本人",
        "RETURNED" => own ? "您：按退回原因修改" : "本人：等待修改",
        "PENDING_EMPLOYER" => $"{employer}：审核中",
        "TO_FORWARD" => $"{employer}：待申报",
        "UNDER_REVIEW" => target is null ? "审核部门：审核中" : $"{target}：审核中",
        _ => null,
    };

    /// <summary>Whole days since a moment, by the calendar in China.</summary>
    public static int DaysSince(DateTime at, DateTimeOffset now) => ChineseTime.Day(now).DayNumber - ChineseTime.Day(at).DayNumber;

    /// <summary>今天 or the days, for a column of waiting.</summary>
    public static string Waited(DateTime at, DateTimeOffset now) => DaysSince(at, now) is > 0 and var days ? $"{days} 天" : "今天";
}
