using System.Text.Json.Serialization;

namespace HnCe.Domain.Declarations;

/// <summary>
/// One line of a credit rule's table (折算标准): on these conditions, so many hours. Exactly one of the four amounts is given.
/// </summary>
/// <param name="Say">Chinese words that name the line in the trace, e.g. 省级刊物.</param>
/// <param name="When">The conditions; none means always.</param>
/// <param name="Hours">Amount: fixed hours.</param>
/// <param name="HoursByRank">Amount: hours of the first, second … name, the rank being the answer to <paramref name="Field"/>; later names get none.</param>
/// <param name="PerUnit">Amount: hours for each unit of the answer to <paramref name="Field"/>.</param>
/// <param name="YearsProfessionalHours">Amount: the professional hours that the person's year requires (REQ).</param>
/// <param name="Field">The field that holds the rank or the number of units.</param>
/// <param name="Unit">The unit in Chinese, for the trace.</param>
/// <param name="AtMost">The most hours that this line gives.</param>
public sealed record CreditRate(
    string Say,
    IReadOnlyList<CreditCondition>? When = null,
    decimal? Hours = null,
    IReadOnlyList<decimal>? HoursByRank = null,
    decimal? PerUnit = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool YearsProfessionalHours = false,
    string? Field = null,
    string? Unit = null,
    decimal? AtMost = null);
