namespace HnCe.Pages.Organizations;

/// <summary>A department as the graph answers it.</summary>
public sealed record DepartmentRow(string Id, string Name, string? ParentId);

/// <summary>Names departments with those above them, such as 教务处 / 数学教研组, because short names repeat.</summary>
public static class DepartmentNames
{
    private const int Deepest = 6;

    public static IReadOnlyList<DepartmentRow> InFull(IReadOnlyList<DepartmentRow> departments)
    {
        var byId = departments.ToDictionary(one => one.Id);
        return [.. departments.Select(one => one with { Name = FullName(one, byId, Deepest) })];
    }

    private static string FullName(DepartmentRow department, Dictionary<string, DepartmentRow> byId, int depth) =>
        depth > 0 && department.ParentId is { } id && byId.TryGetValue(id, out var above)
            ? $"{FullName(above, byId, depth - 1)} / {department.Name}"
            : department.Name;
}
