using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;

namespace HnCe.Domain.Organizations;

/// <summary>管理人社局信息, 新增: a city or county bureau; its administrators register themselves. Source: BAS-02, BUR-02.</summary>
public sealed class AddBureau(UnitOfWork work)
{
    /// <summary>Adds it. Answers with the key.</summary>
    public Task<Outcome<long>> RunAsync(BureauInput input, CancellationToken cancel) =>
        work.RunAsync<HrBureau, long>(nameof(AddBureau), async write =>
        {
            var outcome = await BureauPlan.ReadAsync(work.Db, null, input, cancel);
            if (outcome.Value is not { } plan)
            {
                return outcome.Refusals.ToList();
            }

            var bureau = new HrBureau(plan.Draft.Name, plan.Draft.Code, plan.Draft.Region!.Code, plan.Tier, plan.Parent);
            plan.Fill(bureau);
            work.Db.Add(bureau);
            await work.Db.SaveChangesAsync(cancel);
            await BaseDataHistory.IndexNameAsync(work.Db, bureau, cancel);
            write.Tell($"{nameof(HrBureau)}:{bureau.Id}", null, BaseDataHistory.Of(bureau));
            return bureau;
        }, bureau => bureau.Id, cancel);
}
