using System.Globalization;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Declarations;

/// <summary>Proposes the hours of a declaration from rules that are data (学时折算, DEC-04, DEC-11). It knows no type by name.</summary>
public sealed class CreditRules(IReadOnlyList<CreditRule> rules)
{
    private static readonly Lazy<CreditRules> Loaded =
        new(() => new(SeedFile.ReadJson<CreditRule[]>("Declarations", "credit_rules.json")));

    /// <summary>The rules delivered with the system; read once.</summary>
    public static CreditRules Delivered => Loaded.Value;

    /// <summary>Every version of every rule.</summary>
    public IReadOnlyList<CreditRule> Rules { get; } = rules;

    /// <summary>The rule in force for a type in a credit year, or none.</summary>
    public CreditRule? Find(DeclarationKind kind, int creditYear) =>
        Rules.Where(rule => rule.Kind == kind && rule.ValidFromYear <= creditYear)
            .OrderByDescending(rule => rule.ValidFromYear).ThenByDescending(rule => rule.Version).FirstOrDefault();

    /// <summary>
    /// Proposes hours from canonical answers (<see cref="DeclarationAnswers.Values"/>); none when no rule is in force.
    /// <paramref name="professionalHours"/> are those required of the person in that year (专业科目应完成学时, REQ).
    /// </summary>
    public CreditProposal? Propose(
        DeclarationKind kind, IReadOnlyDictionary<string, string> answers, int creditYear, decimal professionalHours)
    {
        if (Find(kind, creditYear) is not { } rule)
        {
            return null;
        }

        var facts = new CreditFacts(answers, creditYear, professionalHours);
        var rate = rule.Rates.FirstOrDefault(rate => facts.Meet(rate.When));
        return rate is null
            ? new(0, rule.Id, rule.Version, "没有对应的折算标准，请按实际填写，由审核部门认定")
            : Calculate(rule, rate, facts);
    }

    private static CreditProposal Calculate(CreditRule rule, CreditRate rate, CreditFacts facts)
    {
        var (hours, trace) = Price(rate, facts);
        var isPlain = rate.PerUnit is null;
        foreach (var adjustment in (rule.Adjustments ?? []).Where(adjustment => hours > 0 && facts.Meet(adjustment.When)))
        {
            (hours, var words) = Adjust(adjustment, hours, facts);
            trace += words;
            isPlain &= words.Length == 0;
        }

        var rounded = decimal.Clamp(decimal.Round(hours * 2, MidpointRounding.AwayFromZero) / 2, 0, ClaimedHours.Most);
        if (hours != 0 && (!isPlain || rounded != hours))
        {
            trace += $" = {Text(rounded)} 学时";
        }

        return new(rounded, rule.Id, rule.Version, trace);
    }

    private static (decimal Hours, string Trace) Price(CreditRate rate, CreditFacts facts)
    {
        var (hours, trace) = rate switch
        {
            { YearsProfessionalHours: true } => Fixed($"{rate.Say}，按本年度专业科目应完成学时计", facts.ProfessionalHours),
            { HoursByRank: { } table } => ByRank(rate.Say, table, facts.Number(rate.Field)),
            { PerUnit: { } each } => PerUnit(rate, each, facts.Number(rate.Field)),
            _ => Fixed(rate.Say, rate.Hours ?? 0),
        };
        return hours > rate.AtMost ? (rate.AtMost.Value, $"{trace}，最高 {Text(rate.AtMost.Value)} 学时") : (hours, trace);
    }

    private static (decimal Hours, string Trace) Fixed(string say, decimal hours) =>
        (hours, hours == 0 ? $"{say}不计学时" : $"{say} {Text(hours)} 学时");

    private static (decimal Hours, string Trace) ByRank(string say, IReadOnlyList<decimal> table, decimal? rank) =>
        Fixed($"{say}第 {Text(rank ?? 0)} 名", rank >= 1 && rank <= table.Count ? table[(int)rank.Value - 1] : 0);

    private static (decimal Hours, string Trace) PerUnit(CreditRate rate, decimal each, decimal? units) =>
        ((units ?? 0) * each, $"{rate.Say} {Text(units ?? 0)} {rate.Unit} × {Text(each)} 学时");

    private static (decimal Hours, string Words) Adjust(CreditAdjustment adjustment, decimal hours, CreditFacts facts)
    {
        if (adjustment.Times is { } factor)
        {
            var parts = factor.Split('/').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            return (hours * parts[0] / (parts.Length == 2 ? parts[1] : 1), $" × {adjustment.Say} {factor}");
        }

        if (adjustment.Plus is { } plus)
        {
            return (hours + plus, $" + {adjustment.Say} {Text(plus)} 学时");
        }

        var less = (adjustment.MinusPerRank ?? 0) * ((facts.Number(adjustment.Field) ?? 1) - 1);
        return (decimal.Max(0, hours - less), less == 0 ? "" : $" − {adjustment.Say} {Text(less)} 学时");
    }

    internal static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
