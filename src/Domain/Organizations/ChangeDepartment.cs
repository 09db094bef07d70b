using HnCe.Domain.Access;
using HnCe.Domain.Data;

namespace HnCe.Domain.Organizations;

/// <summary>修改部门: name, place in the tree and order. Source: EMP-13, S-EMP-06.</summary>
public sealed class ChangeDepartment(UnitOfWork work, Caller caller)
{
    /// <summary>Changes a department of the caller's employer; gathers every refusal. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(long id, DepartmentInput input, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(ChangeDepartment), async _ =>
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

            if (tree.Check(input, department).ToList() is { Count: > 0 } refusals)
            {
                return refusals;
            }

            department.Change(input.Name.Trim(), tree.Find(input.ParentId), input.Order);
            return department.Id;
        }, cancel);
}
