using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>What an employer says of one of its departments. Source: EMP-13.</summary>
/// <param name="Name">部门名称.</param>
/// <param name="ParentId">Key of the department above; null at the top.</param>
/// <param name="Order">排序.</param>
public sealed record DepartmentInput(string Name, long? ParentId, int Order);

/// <summary>The departments of one employer, where a new place or name is checked: no circle, five levels, one name below one parent. Source: EMP-13.</summary>
public sealed class DepartmentTree(IReadOnlyCollection<Department> departments)
{
    /// <summary>The most levels.</summary>
    public const int MostLevels = 5;

    /// <summary>The most characters of a name.</summary>
    public const int MostName = 50;

    private const int MostOrder = 9999;

    /// <summary>The tree of an employer. The employer's row is locked first, so that two moves at once cannot make a circle.</summary>
    internal static async Task<DepartmentTree> LockAsync(HnCeDbContext db, long employerId, CancellationToken cancel)
    {
        await db.Employers.Where(e => e.Id == employerId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Name, e => e.Name), cancel);
        return new(await db.Departments.Where(d => d.EmployerId == employerId).ToListAsync(cancel));
    }

    /// <summary>A department by key.</summary>
    public Department? Find(long? id) => departments.SingleOrDefault(d => d.Id == id);

    /// <summary>How many departments that are in use lie directly below.</summary>
    public int Below(Department department) => departments.Count(d => d.ParentId == department.Id && !d.Retired);

    /// <summary>Whether the department above is in use, or there is none.</summary>
    public bool HasParentInUse(Department department) => department.ParentId is null || Find(department.ParentId) is { Retired: false };

    /// <summary>Everything that is wrong with a new department, or with new data of an old one.</summary>
    public IEnumerable<Refusal> Check(DepartmentInput input, Department? changed)
    {
        var name = input.Name.Trim();
        if (NameRefusal(name) is { } refusal)
        {
            yield return refusal;
        }
        else if (departments.Any(d => d != changed && d.ParentId == input.ParentId && d.Name == name))
        {
            yield return DepartmentRefusals.NameTaken;
        }

        if (input.Order is < 0 or > MostOrder)
        {
            yield return DepartmentRefusals.OrderOutOfRange;
        }

        if (input.ParentId is not { } parent)
        {
            yield break;
        }

        if (Find(parent) is not { } above || (above.Retired && changed?.ParentId != parent))
        {
            yield return DepartmentRefusals.NoParent;
        }
        else if (changed is not null && Above(above).Contains(changed))
        {
            yield return DepartmentRefusals.BelowItself;
        }
        else if (Above(above).Count() + (changed is null ? 1 : Height(changed)) > MostLevels)
        {
            yield return DepartmentRefusals.TooDeep;
        }
    }

    private static Refusal? NameRefusal(string name) =>
        name.Length == 0 ? DepartmentRefusals.NameRequired
        : !TypedText.Fits(name, MostName) || name.Length > MostName ? DepartmentRefusals.NameTooLong
        : !TypedText.IsStorable(name) || name.AsSpan().ContainsAny('\r', '\n', '\t') ? DepartmentRefusals.NameUnstorable : null;

    // Itself and all above it.
    private IEnumerable<Department> Above(Department department)
    {
        for (Department? step = department; step is not null; step = Find(step.ParentId))
        {
            yield return step;
        }
    }

    private int Height(Department department) =>
        1 + departments.Where(d => d.ParentId == department.Id).Select(Height).DefaultIfEmpty(0).Max();
}
