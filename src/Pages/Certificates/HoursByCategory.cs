using HnCe.Pages.Pieces;

namespace HnCe.Pages.Certificates;

/// <summary>Hours of both categories in one phrase.</summary>
public static class HoursByCategory
{
    /// <summary>公需 12、专业 4.5; leaves out a category without hours, null when both have none.</summary>
    public static string? Words(decimal general, decimal professional) => (general > 0, professional > 0) switch
    {
        (true, true) => $"公需 {Number.Hours(general)}、专业 {Number.Hours(professional)}",
        (true, false) => $"公需 {Number.Hours(general)}",
        (false, true) => $"专业 {Number.Hours(professional)}",
        _ => null,
    };
}
