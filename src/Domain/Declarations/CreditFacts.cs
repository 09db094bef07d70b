using System.Globalization;

namespace HnCe.Domain.Declarations;

/// <summary>What a credit rule may look at: canonical answers, the credit year, and that year's required professional hours.</summary>
internal sealed record CreditFacts(IReadOnlyDictionary<string, string> Answers, int CreditYear, decimal ProfessionalHours)
{
    /// <summary>Whether all conditions hold.</summary>
    public bool Meet(IReadOnlyList<CreditCondition>? conditions) => conditions?.All(Meet) ?? true;

    /// <summary>The answer as a number; none when it is blank or no number.</summary>
    public decimal? Number(string? field) =>
        decimal.TryParse(Answers.GetValueOrDefault(field ?? ""), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool Meet(CreditCondition condition) =>
        Answers.GetValueOrDefault(condition.Field) is { Length: > 0 } answer
        && (condition.In?.Contains(answer) ?? true)
        && (condition.LessThan is null || Number(condition.Field) < condition.LessThan)
        && (condition.MoreThan is null || Number(condition.Field) > condition.MoreThan)
        && (condition.MonthsUntil is null || Spans(condition));

    private bool Spans(CreditCondition condition)
    {
        if (Date(condition.Field) is not { } first || Date(condition.MonthsUntil!) is not { } last)
        {
            return false;
        }

        if (condition.WithinCreditYear)
        {
            var year = Math.Clamp(CreditYear, DateOnly.MinValue.Year, DateOnly.MaxValue.Year);
            var (newYear, newYearsEve) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            first = first < newYear ? newYear : first;
            last = last > newYearsEve ? newYearsEve : last;
        }

        return first.AddMonths(condition.Months) <= last.AddDays(1);
    }

    private DateOnly? Date(string field) =>
        DateOnly.TryParseExact(Answers.GetValueOrDefault(field), "yyyy-MM-dd", out var date) ? date : null;
}
