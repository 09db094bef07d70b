namespace HnCe.Domain.Declarations;

/// <summary>
/// How one declaration type earns hours (学时折算规则, DEC-11): a table of rates of which the first that fits counts, and adjustments to it.
/// </summary>
/// <param name="Id">Names the rule in the record of a declaration.</param>
/// <param name="Version">Counts from 1 within the id.</param>
/// <param name="ValidFromYear">The first credit year for which this version is used.</param>
/// <param name="Kind">The declaration type.</param>
/// <param name="Rates">The table, special lines first.</param>
/// <param name="Adjustments">Factors, additions and deductions.</param>
public sealed record CreditRule(
    string Id,
    int Version,
    int ValidFromYear,
    DeclarationKind Kind,
    IReadOnlyList<CreditRate> Rates,
    IReadOnlyList<CreditAdjustment>? Adjustments = null);
