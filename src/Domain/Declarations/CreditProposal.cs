namespace HnCe.Domain.Declarations;

/// <summary>The hours that the rules propose (建议学时, DEC-04); kept with the declaration, so that later rules do not alter the past (DEC-11).</summary>
/// <param name="Hours">Hours (学时), a multiple of 0.5; zero when nothing counts.</param>
/// <param name="RuleId">The rule that was used.</param>
/// <param name="RuleVersion">Its version.</param>
/// <param name="Trace">How the hours came about, in Chinese, e.g. 省级刊物 20 学时 × 第一作者 1 = 20 学时.</param>
public sealed record CreditProposal(decimal Hours, string RuleId, int RuleVersion, string Trace);
