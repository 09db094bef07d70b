using HnCe.Pages.Declarations;

namespace HnCe.Pages.Training;

/// <summary>A person's result in one class, as he and those who look after him see it. Source: SCO-11, SCO-12.</summary>
public sealed record ResultRow(string Id, decimal? Score, bool Qualified, string? ExclusionReason, decimal? CreditedHours, ResultClass Class);

/// <summary>The class of that result.</summary>
public sealed record ResultClass(string Name, Named Institution, string SubjectName, string Category, int CreditYear, string Status);

/// <summary>Results of one person.</summary>
public sealed record ResultsAnswer(Results TraineeScores);

/// <summary>Results of one person.</summary>
public sealed record Results(IReadOnlyList<ResultRow> Nodes);
