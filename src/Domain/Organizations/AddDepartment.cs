using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>添加下属部门. Source: EMP-13, S-EMP-06.</summary>
public sealed class AddDepartment(UnitOfWork work, Caller caller)
{
    /// <summary>Adds a department to the caller's employer; gathers every refusal. Answers with its key.</summary>
    public Task<Outcome<long>> RunAsync(DepartmentInput input, CancellationToken cancel) =>
        work.RunAsync<Department, long>(nameof(AddDepartment), async _ =>
        {
            if (caller.ReachFor(Permission.ManageDepartments) is not Jurisdiction.Employer { Id: var employerId })
            {
                return DepartmentRefusals.NotFound;
            }

            var tree = await DepartmentTree.LockAsync(work.Db, employerId, cancel);
            if (tree.Check(input, null).ToList() is { Count: > 0 } refusals)
            {
                return refusals;
            }

            var employer = await work.Db.Employers.SingleAsync(e => e.Id == employerId, cancel);
            var department = new Department(employer, input.Name.Trim(), tree.Find(input.ParentId), input.Order);
            work.Db.Add(department);
            return department;
        }, department => department.Id, cancel);
}
