using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;

namespace HnCe.Domain.Organizations;

/// <summary>管理行业主管部门, 新增. Source: BAS-01.</summary>
public sealed class AddIndustryDepartment(UnitOfWork work)
{
    /// <summary>Adds it. Answers with the key.</summary>
    public Task<Outcome<long>> RunAsync(IndustryDepartmentInput input, CancellationToken cancel) =>
        work.RunAsync<IndustryDepartment, long>(nameof(AddIndustryDepartment), async write =>
        {
            var outcome = await IndustryDepartmentPlan.ReadAsync(work.Db, null, input, cancel);
            if (outcome.Value is not { } plan)
            {
                return outcome.Refusals.ToList();
            }

            var department = new IndustryDepartment(plan.Draft.Name, plan.Draft.Code, plan.Supervisor);
            plan.Fill(department);
            work.Db.Add(department);
            await work.Db.SaveChangesAsync(cancel);
            await BaseDataHistory.IndexNameAsync(work.Db, department, cancel);
            write.Tell($"{nameof(IndustryDepartment)}:{department.Id}", null, BaseDataHistory.Of(department));
            return department;
        }, department => department.Id, cancel);
}
