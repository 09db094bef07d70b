namespace HnCe.Domain.Training;

/// <summary>培训年度 that subjects and plans may be made for. Source: SUB-02, PLN-04.</summary>
public static class TrainingYears
{
    /// <summary>Next year, this year and the one before, newest first: plans of a year are made before it, and its last classes are still filed after it.</summary>
    public static IReadOnlyList<int> Open(DateOnly today) => [today.Year + 1, today.Year, today.Year - 1];
}
