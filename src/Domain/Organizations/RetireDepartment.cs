using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>停用 and 启用 of a department; it is never deleted. Source: EMP-13, S-EMP-06.</summary>
public sealed class RetireDepartment(UnitOfWork work, Caller caller)
{
    /// <summary>Retires a department that nobody is in any more, or takes it into use again. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long id, bool retired, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(RetireDepartment), async _ =>
        {
            if (caller.ReachFor(Permission.ManageDepartments) is not Jurisdiction.Employer { Id: var employerId })
            {
                return DepartmentRefusals.NotFound;
            }

            var tree = await DepartmentTree.LockAsync(work.Db, employerId, cancel);
            if (tree.Find(id) is not { } department)
            {
                return DepartmentRefusals.NotFound;
            }

            if ((retired ? await InUseAsync(tree, department, cancel) : tree.HasParentInUse(department) ? null : DepartmentRefusals.NoParent) is { } refusal)
            {
                return refusal;
            }

            department.SetRetired(retired);
            return department.Id;
        }, cancel);

    private async Task<Refusal?> InUseAsync(DepartmentTree tree, Department department, CancellationToken cancel)
    {
        var people = await work.Db.Professionals.Where(DepartmentReader.IsMember).CountAsync(p => p.DepartmentId == department.Id, cancel);
        return (people, tree.Below(department)) is (0, 0) ? null : DepartmentRefusals.InUse(people, tree.Below(department));
    }
}
