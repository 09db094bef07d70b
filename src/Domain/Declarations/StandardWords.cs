namespace HnCe.Domain.Declarations;

/// <summary>Credit rules in words, and what they make of sample answers: how the province sees what it changes. Source: DEC-10, DEC-11.</summary>
public static class StandardWords
{
    // Only so that "the year's hours" can be shown as a number.
    private static readonly decimal YearsHours = Credits.RequiredHours.Fallback.ProfessionalHours;

    /// <summary>One line for each rate, then one for each adjustment.</summary>
    public static IReadOnlyList<string> InWords(this CreditRule rule) => [.. rule.Rates.Select(InWords), .. (rule.Adjustments ?? []).Select(InWords)];

    /// <summary>What two versions make of the same answers: a sample for each line of the newer one.</summary>
    public static IReadOnlyList<StandardSample> Samples(DeclarationTypeDefinition type, CreditRule before, CreditRule after) =>
    [
        .. after.Rates.Select(rate => Sample(rate.Say, Answers(type, rate), before, after)),
        .. from adjustment in after.Adjustments ?? []
           from answers in after.Rates.Select(rate => With(Answers(type, rate), type, adjustment))
               .Where(answers => Propose(after, answers).Trace.Contains(adjustment.Say, StringComparison.Ordinal)).Take(1)
           select Sample(adjustment.Say, answers, before, after),
    ];

    private static StandardSample Sample(string say, Dictionary<string, string> answers, CreditRule before, CreditRule after) =>
        new(say, Propose(before, answers), Propose(after, answers));

    private static CreditProposal Propose(CreditRule rule, Dictionary<string, string> answers) =>
        new CreditRules([rule]).Propose(rule.Kind, answers, Math.Max(rule.ValidFromYear, SampleYear), YearsHours)!;

    private const int SampleYear = 2100;

    private static string InWords(CreditRate rate)
    {
        var most = rate.AtMost is { } atMost ? $"，最高 {CreditRules.Text(atMost)} 学时" : "";
        return rate switch
        {
            { YearsProfessionalHours: true } => $"{rate.Say}，按本年度专业科目应完成学时计",
            { HoursByRank: { } table } => $"{rate.Say}第 1 至 {table.Count} 名 {string.Join('、', table.Select(CreditRules.Text))} 学时{most}",
            { PerUnit: { } each } => $"{rate.Say}每{rate.Unit} {CreditRules.Text(each)} 学时{most}",
            { Hours: > 0 } => $"{rate.Say} {CreditRules.Text(rate.Hours.Value)} 学时{most}",
            _ => $"{rate.Say}不计学时",
        };
    }

    private static string InWords(CreditAdjustment adjustment) => adjustment switch
    {
        { Times: { } times } => $"{adjustment.Say}乘以 {times}",
        { Plus: { } plus } => $"{adjustment.Say}加 {CreditRules.Text(plus)} 学时",
        _ => $"每后一名减 {CreditRules.Text(adjustment.MinusPerRank ?? 0)} 学时",
    };

    // Answers that just meet the line: first names, single units, the first choice of each condition.
    private static Dictionary<string, string> Answers(DeclarationTypeDefinition type, CreditRate rate)
    {
        var answers = type.Fields.Where(field => field.Kind is FieldKind.Number && field.Name == "rank").ToDictionary(field => field.Name, _ => "1");
        if (rate.Field is { } field)
        {
            answers[field] = "1";
        }

        return Meet(answers, rate.When);
    }

    private static Dictionary<string, string> With(Dictionary<string, string> answers, DeclarationTypeDefinition type, CreditAdjustment adjustment)
    {
        if (adjustment.Field is { } field && type.Field(field) is not null)
        {
            answers[field] = "2";
        }

        return Meet(answers, adjustment.When);
    }

    private static Dictionary<string, string> Meet(Dictionary<string, string> answers, IReadOnlyList<CreditCondition>? conditions)
    {
        foreach (var condition in conditions ?? [])
        {
            answers[condition.Field] = condition switch
            {
                { In: [var first, ..] } => first,
                { MoreThan: { } more } => CreditRules.Text(more + 1),
                { LessThan: { } less } => CreditRules.Text(Math.Max(1, less - 1)),
                _ => $"{SampleYear}-01-01",
            };
            if (condition.MonthsUntil is { } until)
            {
                answers[until] = $"{SampleYear}-12-31";
            }
        }

        return answers;
    }
}

/// <summary>What the standard before and the new one make of the same answers.</summary>
/// <param name="Say">The line that the sample is for.</param>
/// <param name="Before">By the standard before.</param>
/// <param name="After">By the new one.</param>
public sealed record StandardSample(string Say, CreditProposal Before, CreditProposal After);
