using System.Text.Json.Serialization;

namespace HnCe.Domain.Declarations;

/// <summary>One condition of a credit rule, as data (DEC-11). All parts that are given must hold; a blank answer meets none.</summary>
/// <param name="Field">The field whose answer is tested.</param>
/// <param name="In">The answer is one of these.</param>
/// <param name="LessThan">The answer is a smaller number.</param>
/// <param name="MoreThan">The answer is a greater number.</param>
/// <param name="MonthsUntil">From the date in <paramref name="Field"/> to the date in this field, both days included, …</param>
/// <param name="Months">… lie at least so many months, …</param>
/// <param name="WithinCreditYear">… counting only the days of the credit year.</param>
public sealed record CreditCondition(
    string Field,
    IReadOnlyList<string>? In = null,
    decimal? LessThan = null,
    decimal? MoreThan = null,
    string? MonthsUntil = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Months = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool WithinCreditYear = false);
