using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>
/// 管理人社局信息, 修改: renames a bureau, or moves it in the tree; what lies below follows in the same transaction, and registrations of its
/// administrators go to the new bureau above. A new code is the new sign-in code. Source: BAS-02, Q4.
/// </summary>
public sealed class ChangeBureau(UnitOfWork work, Caller caller)
{
    /// <summary>Changes it. Answers with the key.</summary>
    public Task<Outcome<long>> RunAsync(long id, BureauInput input, CancellationToken cancel) =>
        work.RunAsync<long>(nameof(ChangeBureau), async write =>
        {
            var db = work.Db;
            var bureau = await db.Organizations.Within(caller.ReachFor(Permission.KeepBaseData)).OfType<HrBureau>().Include(b => b.Supervisor).SingleOrDefaultAsync(b => b.Id == id, cancel);
            if (bureau is null)
            {
                return BaseDataRefusals.BureauNotFound;
            }

            var outcome = await BureauPlan.ReadAsync(db, bureau, input, cancel);
            if (outcome.Value is not { } plan)
            {
                return outcome.Refusals.ToList();
            }

            var (before, area, parent, name) = (BaseDataHistory.Of(bureau), bureau.Area, bureau.SupervisorId, bureau.SearchName);
            plan.Fill(bureau);
            await db.SaveChangesAsync(cancel);
            if (bureau.SearchName != name)
            {
                await BaseDataHistory.IndexNameAsync(db, bureau, cancel);
            }

            var (organizations, professionals) = bureau.Area == area ? default : await MovedBureau.FollowAsync(db, bureau, cancel);
            var registrations = bureau.SupervisorId == parent ? 0
                : await MovedBureau.Waiting(db, id).ExecuteUpdateAsync(set => set.SetProperty(r => r.ReviewerId, plan.Parent!.Id), cancel);
            write.Tell($"{nameof(HrBureau)}:{id}", before, BaseDataHistory.Of(bureau),
                ("Organizations", organizations), ("Professionals", professionals), ("Registrations", registrations));
            return id;
        }, cancel);
}
