using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>Which plans are wanted; conditions combine with AND. Source: PLN-01, PLN-06, DEP-09.</summary>
public sealed record PlanFilter
{
    /// <summary>Part of 计划名称.</summary>
    public string? Name { get; init; }

    /// <summary>Part of the name of 申报机构.</summary>
    public string? InstitutionName { get; init; }

    /// <summary>继续教育年度.</summary>
    public int? CreditYear { get; init; }

    /// <summary>科目类型.</summary>
    public SubjectCategory? Category { get; init; }

    /// <summary>审核状态.</summary>
    public PlanStatus? Status { get; init; }

    internal IQueryable<TrainingPlan> Apply(IQueryable<TrainingPlan> rows)
    {
        rows = Status is { } status ? rows.Where(p => p.Status == status) : rows;
        rows = CreditYear is { } year ? rows.Where(p => p.Data.CreditYear == year) : rows;
        rows = Category is { } category ? rows.Where(p => p.Category == category) : rows;
        rows = string.IsNullOrWhiteSpace(Name) ? rows : rows.Where(p => p.Data.Name.Contains(Name.Trim()));
        if (string.IsNullOrWhiteSpace(InstitutionName))
        {
            return rows;
        }

        var wanted = NameGram.Normalize(InstitutionName);
        return rows.Where(p => p.Institution.SearchName.Contains(wanted));
    }
}

/// <summary>A body that may review what an institution sends. Source: PLN-03.</summary>
/// <param name="Target">How it is chosen.</param>
/// <param name="Name">Its name.</param>
public sealed record TrainingTarget(ForwardTarget Target, string Name);

/// <summary>Reads plans: an institution its own, a reviewing body what was sent to it. Source: PLN-01, PLN-06.</summary>
public sealed class PlanReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<TrainingPlan, long> Own = new("plans", p => p.Id, p => p.Id);
    private static readonly Keyset<TrainingPlan, DateTime> Sent = new("sent-plans", p => p.SubmittedAt!.Value, p => p.Id);
    private static readonly Keyset<TrainingPlan, DateTime> Waiting = Sent with { Name = "waiting-plans", Descending = false };

    private bool IsInstitution => caller.Can(Permission.ConductTraining);

    /// <summary>A page of plans: an institution's newest first; for reviewers the longest waiting first, or the newest where they do not wait.</summary>
    public async Task<Page<TView>> ListAsync<TView>(PlanFilter filter, PageRequest page, Expression<Func<TrainingPlan, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = filter.Apply(Reached(db));
        return IsInstitution ? await Own.ReadAsync(rows, page, shape, cancel)
            : await (filter.Status is PlanStatus.Pending ? Waiting : Sent).ReadAsync(rows, page, shape, cancel);
    }

    /// <summary>Plans by key, in any order; keys out of reach are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<TrainingPlan, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Among(p => p.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>How many plans a filter has, counted up to the cap; for menus, tabs and the home page.</summary>
    public async Task<int> CountAsync(PlanFilter filter, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await filter.Apply(Reached(db)).Take(Page<TrainingPlan>.CountCap + 1).CountAsync(cancel);
    }

    /// <summary>送审部门 that the caller's institution may choose for a category; active ones only. Source: PLN-03.</summary>
    public async Task<IReadOnlyList<TrainingTarget>> TargetsAsync(SubjectCategory category, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var institution = await db.Organizations.Within(caller.ReachFor(Permission.ConductTraining)).OfType<TrainingInstitution>()
            .Include(o => o.Supervisor).Include(o => o.IndustryDepartment).SingleAsync(cancel);
        return
        [
            .. from target in Enum.GetValues<ForwardTarget>()
               let found = target.Of(institution)
               where !PlanCheck.Target(category, target, found).Any()
               select new TrainingTarget(target, found.Name),
        ];
    }

    private IQueryable<TrainingPlan> Reached(HnCeDbContext db) =>
        db.TrainingPlans.Within(caller.ReachFor(IsInstitution ? Permission.ConductTraining : Permission.ReviewTraining));
}
