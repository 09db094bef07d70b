using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>停用 of a bureau: no registration, sign-in or forwarding any more; refused while something waits for it. The province stays. Source: BAS-02, BAS-07.</summary>
public sealed class RetireBureau(UnitOfWork work, Caller caller)
{
    /// <summary>Retires it. Answers with the key.</summary>
    public Task<Outcome<long>> RunAsync(long id, CancellationToken cancel) =>
        Retirement.RunAsync<HrBureau>(work, caller, nameof(RetireBureau), id, BaseDataRefusals.BureauNotFound, async bureau =>
            bureau.Tier is BureauTier.Province ? BaseDataRefusals.ProvinceStays : (await PendingItems.CountAsync(work.Db, id, cancel)).Refusal,
            bureau => bureau.Retire(), cancel);
}

/// <summary>启用 of a retired bureau. Source: BAS-02, SPEC §18.</summary>
public sealed class ReactivateBureau(UnitOfWork work, Caller caller)
{
    /// <summary>Takes it back into use. Answers with the key.</summary>
    public Task<Outcome<long>> RunAsync(long id, CancellationToken cancel) =>
        Retirement.RunAsync<HrBureau>(work, caller, nameof(ReactivateBureau), id, BaseDataRefusals.BureauNotFound, async bureau =>
            await BureauPlan.IsTakenAsync(work.Db, id, bureau.RegionCode, cancel) ? BaseDataRefusals.RegionTaken with { Path = null } : Retirement.CheckSupervisor(bureau),
            bureau => bureau.Reactivate(), cancel);
}

/// <summary>停用 of an industry department; employers that chose it keep it in their history. Source: BAS-01, BAS-07.</summary>
public sealed class RetireIndustryDepartment(UnitOfWork work, Caller caller)
{
    /// <summary>Retires it. Answers with the key.</summary>
    public Task<Outcome<long>> RunAsync(long id, CancellationToken cancel) =>
        Retirement.RunAsync<IndustryDepartment>(work, caller, nameof(RetireIndustryDepartment), id, BaseDataRefusals.DepartmentNotFound, async _ =>
            (await PendingItems.CountAsync(work.Db, id, cancel)).Refusal, department => department.Retire(), cancel);
}

/// <summary>启用 of a retired industry department. Source: BAS-01, SPEC §18.</summary>
public sealed class ReactivateIndustryDepartment(UnitOfWork work, Caller caller)
{
    /// <summary>Takes it back into use. Answers with the key.</summary>
    public Task<Outcome<long>> RunAsync(long id, CancellationToken cancel) =>
        Retirement.RunAsync<IndustryDepartment>(work, caller, nameof(ReactivateIndustryDepartment), id, BaseDataRefusals.DepartmentNotFound,
            department => Task.FromResult(Retirement.CheckSupervisor(department)), department => department.Reactivate(), cancel);
}

/// <summary>What retiring and reactivating have in common.</summary>
internal static class Retirement
{
    public static Task<Outcome<long>> RunAsync<T>(
        UnitOfWork work, Caller caller, string action, long id, Refusal notFound, Func<T, Task<Refusal?>> check, Action<T> change, CancellationToken cancel)
        where T : Organization => work.RunAsync<long>(action, async write =>
        {
            var row = await work.Db.Organizations.Within(caller.ReachFor(Permission.KeepBaseData)).Kept().OfType<T>().Include(o => o.Supervisor).SingleOrDefaultAsync(o => o.Id == id, cancel);
            if ((row is null ? notFound : await check(row)) is { } refusal)
            {
                return refusal;
            }

            var before = BaseDataHistory.Of(row!);
            change(row!);
            write.Tell($"{typeof(T).Name}:{id}", before, BaseDataHistory.Of(row!));
            return id;
        }, cancel);

    /// <summary>What waits for a bureau's verdict, or was refused, is not yet base data.</summary>
    public static IQueryable<Organization> Kept(this IQueryable<Organization> rows) =>
        rows.Where(o => o.State == OrganizationState.Active || o.State == OrganizationState.Retired);

    public static Refusal? CheckSupervisor(Organization row) =>
        row.Supervisor is { State: not OrganizationState.Active } ? BaseDataRefusals.SupervisorRetired : null;
}
