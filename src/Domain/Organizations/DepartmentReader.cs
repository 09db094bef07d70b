using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>A department as its employer keeps it.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">部门名称.</param>
/// <param name="ParentId">Key of the department above.</param>
/// <param name="Order">排序.</param>
/// <param name="Retired">停用.</param>
/// <param name="People">Professionals in it, without those of departments below.</param>
public sealed record KeptDepartment(long Id, string Name, long? ParentId, int Order, bool Retired, int People);

/// <summary>Reads the departments that the caller keeps. Source: EMP-13.</summary>
public sealed class DepartmentReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    /// <summary>Who counts as being in a department: everybody who works there or waits to be approved.</summary>
    internal static readonly Expression<Func<Professional, bool>> IsMember =
        p => p.Account.State == AccountState.Active || p.Account.State == AccountState.Pending || p.Account.State == AccountState.Disabled;

    /// <summary>All departments of the caller's employer, retired ones too, each after the one above it in its order.</summary>
    public async Task<IReadOnlyList<KeptDepartment>> OwnAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var members = db.Professionals.Where(IsMember);
        var kept = await db.Departments.Within(caller.ReachFor(Permission.ManageDepartments)).OrderBy(d => d.Order).ThenBy(d => d.Id)
            .Select(d => new KeptDepartment(d.Id, d.Name, d.ParentId, d.Order, d.Retired, members.Count(p => p.DepartmentId == d.Id))).ToListAsync(cancel);
        var below = kept.ToLookup(d => d.ParentId);
        return [.. Branch(null)];

        IEnumerable<KeptDepartment> Branch(long? above) => below[above].SelectMany(d => Branch(d.Id).Prepend(d));
    }
}
