using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Graph.Organizations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Credits;

/// <summary>How far the caller's area is in one year. 完成情况. BUR-13.</summary>
/// <param name="People">Recorded professionals. 应完成.</param>
/// <param name="Completed">Those who reached both minima. 已完成.</param>
/// <param name="Parts">Cities, counties or employers of the area, the most missing people first; at most 30.</param>
[Name("Completion")]
public sealed record CompletionView(int People, int Completed, IReadOnlyList<CompletionPartView> Parts);

/// <summary>How far a part of an area is: a city, a county, what the area supervises itself, or an employer.</summary>
/// <param name="Name">Name of region or employer.</param>
/// <param name="RegionCode">Six-digit region code; null where the part is an employer.</param>
/// <param name="Directly">Whether it is what the region supervises itself. 直属单位.</param>
/// <param name="EmployerId">Opaque id of the employer; null where the part is a region.</param>
/// <param name="People">Recorded professionals. 应完成.</param>
/// <param name="Completed">Those who reached both minima. 已完成.</param>
[Name("CompletionPart")]
public sealed record CompletionPartView(string Name, string? RegionCode, bool Directly, Key<EmployerView>? EmployerId, int People, int Completed);

[QueryType]
internal static class CompletionQueries
{
    /// <summary>Completion of one year over the caller's area: the province by cities, a city by counties, a county or an industry by employers. BUR-13.</summary>
    /// <param name="year">继续教育年度.</param>
    /// <param name="reader">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewYearCompletions)]
    [Cost(50)]
    public static async Task<CompletionView> Completion(int year, [FromServices] CompletionReader reader, CancellationToken cancel)
    {
        var found = await reader.ReadAsync(year, cancel);
        return new(found.People, found.Completed,
            [.. found.Parts.Select(part => new CompletionPartView(part.Name, part.RegionCode, part.Directly, part.EmployerId is { } id ? new(id) : null, part.People, part.Completed))]);
    }
}
