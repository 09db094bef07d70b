using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>
/// 管理行业主管部门, 修改; registrations of its administrators go to the new same-level bureau. Employers keep their own bureau. A new code is
/// the new sign-in code. Source: BAS-01.
/// </summary>
public sealed class ChangeIndustryDepartment(UnitOfWork work, Caller caller)
{
    /// <summary>Changes it. Answers with the key.</summary>
    public Task<Outcome<long>> RunAsync(long id, IndustryDepartmentInput input, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(ChangeIndustryDepartment), async write =>
        {
            var db = work.Db;
            var department = await db.Organizations.Within(caller.ReachFor(Permission.KeepBaseData)).Kept().OfType<IndustryDepartment>()
                .Include(d => d.Supervisor).SingleOrDefaultAsync(d => d.Id == id, cancel);
            if (department is null)
            {
                return BaseDataRefusals.DepartmentNotFound;
            }

            var outcome = await IndustryDepartmentPlan.ReadAsync(db, department, input, cancel);
            if (outcome.Value is not { } plan)
            {
                return outcome.Refusals.ToList();
            }

            var (before, bureau, name) = (BaseDataHistory.Of(department), department.SupervisorId, department.SearchName);
            plan.Fill(department);
            await db.SaveChangesAsync(cancel);
            if (department.SearchName != name)
            {
                await BaseDataHistory.IndexNameAsync(db, department, cancel);
            }

            var registrations = department.SupervisorId == bureau ? 0
                : await IndustryDepartmentPlan.Waiting(db, id).ExecuteUpdateAsync(set => set.SetProperty(r => r.ReviewerId, plan.Supervisor.Id), cancel);
            write.Tell($"{nameof(IndustryDepartment)}:{id}", before, BaseDataHistory.Of(department), ("Registrations", registrations));
            return id;
        }, cancel);
}
