namespace HnCe.Domain.Declarations;

/// <summary>What is added to or taken from a rate; all adjustments whose conditions hold apply, in order. One amount is given.</summary>
/// <param name="Say">Chinese words for the trace, e.g. 第二作者.</param>
/// <param name="When">The conditions; none means always.</param>
/// <param name="Times">A factor written as a fraction, e.g. <c>2/3</c>, so that thirds stay exact.</param>
/// <param name="Plus">Hours to add.</param>
/// <param name="MinusPerRank">Hours to take for each rank after the first, the rank being the answer to <paramref name="Field"/>.</param>
/// <param name="Field">The field that holds the rank.</param>
public sealed record CreditAdjustment(
    string Say,
    IReadOnlyList<CreditCondition>? When = null,
    string? Times = null,
    decimal? Plus = null,
    decimal? MinusPerRank = null,
    string? Field = null);
