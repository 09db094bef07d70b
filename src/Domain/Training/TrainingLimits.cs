namespace HnCe.Domain.Training;

/// <summary>What the province allows institutions. The section <c>Training</c>.</summary>
public sealed class TrainingLimits
{
    /// <summary>The most that the limits of a plan's classes may come to together, in percent of the planned trainees. Source: CLS-04.</summary>
    public int MostCapacityPercent { get; set; } = 120;
}
