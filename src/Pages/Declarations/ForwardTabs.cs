using HnCe.Pages.Pieces;

namespace HnCe.Pages.Declarations;

/// <summary>The tabs over what an employer forwards, each a set of states (认定结果).</summary>
public static class ForwardTabs
{
    public const string Waiting = "todo";

    public const string All = "all";

    private static readonly Dictionary<string, string[]> Tabs = new(StringComparer.Ordinal)
    {
        [Waiting] = ["PENDING_EMPLOYER", "TO_FORWARD"],
        ["review"] = ["UNDER_REVIEW"],
        ["passed"] = ["PASSED"],
        ["failed"] = ["FAILED"],
        ["returned"] = ["RETURNED"],
        [All] = [],
    };

    /// <summary>The tab of an address; the waiting ones where it names none.</summary>
    public static string Known(string? tab) => tab is not null && Tabs.ContainsKey(tab) ? tab : Waiting;

    /// <summary>States of a tab, narrowed to one of them when that is asked for; none means any.</summary>
    public static IReadOnlyList<string> StatusesOf(string tab, string? only = null) =>
        Choices(tab).Any(choice => choice.Value == only) ? [only!] : Tabs[tab];

    /// <summary>What the filter 认定结果 offers on a tab; a tab of one state offers nothing.</summary>
    public static IReadOnlyList<Choice> Choices(string tab) => Tabs[tab] switch
    {
        [] => DeclarationWords.Statuses,
        [_] => [],
        var states => [.. DeclarationWords.Statuses.Where(choice => states.Contains(choice.Value))],
    };
}
