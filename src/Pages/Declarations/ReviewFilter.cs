using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Declarations;

/// <summary>What a reviewer looks at, as the address says it; carried through the three levels of the review. Source: S-RVW-01, S-RVW-02.</summary>
public sealed class ReviewFilter
{
    public static readonly Choice[] Categories = [new("PUBLIC", "公需科目"), new("PROFESSIONAL", "专业科目")];

    public static readonly Choice[] Ages = [new("0-3", "3 天内"), new("4-7", "4—7 天"), new("8-15", "8—15 天"), new("16-", "15 天以上"), new("8-", "超过 7 天")];

    private static readonly Dictionary<string, (int Least, int? Most)> Days = new()
    {
        ["0-3"] = (0, 3),
        ["4-7"] = (4, 7),
        ["8-15"] = (8, 15),
        ["16-"] = (16, null),
        ["8-"] = (8, null),
    };

    /// <summary>Part of the declaring organization's name.</summary>
    public string? Unit { get; set; }

    public int? Year { get; set; }

    public string? Category { get; set; }

    public string? Kind { get; set; }

    /// <summary>Part of the person's name.</summary>
    public string? Name { get; set; }

    /// <summary>One of <see cref="Ages"/>.</summary>
    public string? Waited { get; set; }

    /// <summary>The forms of continuing education, once <see cref="CheckAsync"/> has asked for them.</summary>
    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    /// <summary>Drops what an address says but the graph does not know, so that a mistyped address is no fault.</summary>
    public async Task CheckAsync(GraphClient graph)
    {
        var types = await graph.AskAsync<KindsAnswer>("Declarations/ReviewFilter.graphql", "Kinds", null);
        Kinds = [.. types.DeclarationTypes.Select(type => new Choice(type.Kind, type.Name))];
        Kind = Kinds.Any(kind => kind.Value == Kind) ? Kind : null;
        Category = Categories.Any(category => category.Value == Category) ? Category : null;
        Waited = Waited is not null && Days.ContainsKey(Waited) ? Waited : null;
    }

    /// <summary>The filter of what waits, over some organizations or, without any, over all.</summary>
    public object Waiting(IReadOnlyList<string>? employers = null)
    {
        var days = Waited is null ? default : Days[Waited];
        return new
        {
            employers,
            employerName = Unit,
            minDays = Waited is null ? (int?)null : days.Least,
            maxDays = days.Most,
            category = Category,
            creditYear = Year,
            kind = Kind,
            name = Name,
        };
    }

    /// <summary>The same filter over the items of one organization in some states.</summary>
    public object Of(string employer, params string[] statuses) =>
        new { employer, sentToUs = true, statuses, category = Category, creditYear = Year, kind = Kind, name = Name };

    /// <summary>The conditions in use as parameters of an address.</summary>
    public Dictionary<string, string> Route(params (string Key, string Value)[] more) =>
        new(Used.Select(one => KeyValuePair.Create(one.Parameter, one.Value)).Concat(more.Select(one => KeyValuePair.Create(one.Key, one.Value))));

    /// <summary>The conditions in use, in words.</summary>
    public IReadOnlyList<Chip> Chips => [.. Used.Select(one => new Chip(one.Words, one.Parameter))];

    private IEnumerable<(string Parameter, string Value, string Words)> Used =>
        from one in new (string Parameter, string? Value, string Words)[]
        {
            ("unit", Unit, $"申报机构：{Unit}"),
            ("year", Year?.ToString(System.Globalization.CultureInfo.InvariantCulture), $"年度：{Year}"),
            ("category", Category, TextOf(Categories, Category)),
            ("kind", Kind, TextOf(Kinds, Kind)),
            ("name", Name, $"姓名：{Name}"),
            ("waited", Waited, $"等待：{TextOf(Ages, Waited)}"),
        }
        where !string.IsNullOrEmpty(one.Value)
        select (one.Parameter, one.Value, one.Words);

    /// <summary>公需科目 or 专业科目.</summary>
    public static string CategoryName(string category) => TextOf(Categories, category);

    private static string TextOf(IEnumerable<Choice> choices, string? value) => choices.FirstOrDefault(choice => choice.Value == value)?.Text ?? "";

    private sealed record KindsAnswer(IReadOnlyList<KindAnswer> DeclarationTypes);

    private sealed record KindAnswer(string Kind, string Name);
}
