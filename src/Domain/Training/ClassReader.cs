using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>Which classes are wanted; conditions combine with AND. Source: SCO-06, CLS-01, REV-07.</summary>
public sealed record ClassFilter
{
    /// <summary>Part of the name. 培训班名称.</summary>
    public string? Name { get; init; }

    /// <summary>培训年度.</summary>
    public int? TrainingYear { get; init; }

    /// <summary>继续教育年度.</summary>
    public int? CreditYear { get; init; }

    /// <summary>科目类型.</summary>
    public SubjectCategory? Category { get; init; }

    /// <summary>States; null means all.</summary>
    public IReadOnlyList<ClassStatus>? Statuses { get; init; }

    /// <summary>Key of the plan.</summary>
    public long? PlanId { get; init; }

    /// <summary>Part of the institution's name. 申报机构.</summary>
    public string? InstitutionName { get; init; }
}

/// <summary>Which scores are wanted. Source: SCO-01, REV-09.</summary>
public sealed record ScoreFilter
{
    /// <summary>Key of the class.</summary>
    public long? ClassId { get; init; }

    /// <summary>Part of the trainee's name. 姓名.</summary>
    public string? Name { get; init; }

    /// <summary>是否合格.</summary>
    public bool? Qualified { get; init; }

    /// <summary>Key of one person.</summary>
    public long? ProfessionalId { get; init; }

    /// <summary>继续教育年度.</summary>
    public int? CreditYear { get; init; }
}

/// <summary>Reads classes and scores within the caller's reach. Source: CLS-01, SCO-01, REV-07 to REV-09.</summary>
public sealed class ClassReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<TrainingClass, long> Newest = new("classes", c => c.Id, c => c.Id);
    private static readonly Keyset<TrainingClass, DateTime> ByWaiting = new("submitted classes", c => c.SubmittedAt!.Value, c => c.Id, Descending: false);
    private static readonly Keyset<TraineeScore, long> NewestScores = new("scores", s => s.Id, s => s.Id);

    /// <summary>A page of the caller's own classes, newest first.</summary>
    public async Task<Page<TView>> OwnAsync<TView>(ClassFilter filter, PageRequest page, Expression<Func<TrainingClass, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Newest.ReadAsync(Apply(db.TrainingClasses.Within(caller.ReachFor(Permission.ConductTraining)), filter), page, shape, cancel);
    }

    /// <summary>A page of submissions that were sent to the caller's organization, longest waiting first.</summary>
    public async Task<Page<TView>> SubmittedAsync<TView>(ClassFilter filter, PageRequest page, Expression<Func<TrainingClass, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await ByWaiting.ReadAsync(Apply(db.TrainingClasses.Within(caller.ReachFor(Permission.ReviewTraining)).Where(c => c.SubmittedAt != null), filter), page, shape, cancel);
    }

    /// <summary>How many submissions wait for the caller's organization, counted up to the cap.</summary>
    public async Task<int> CountWaitingAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await db.TrainingClasses.Within(caller.ReachFor(Permission.ReviewTraining)).Where(c => c.Status == ClassStatus.Submitted)
            .Take(Page<TrainingClass>.CountCap + 1).CountAsync(cancel);
    }

    /// <summary>Classes by key that the caller conducts, reviews or may revoke; others are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<TrainingClass, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var permission = caller.Can(Permission.ConductTraining) ? Permission.ConductTraining : Permission.RevokeTraining;
        return await db.TrainingClasses.Within(caller.ReachFor(permission)).Among(c => c.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>
    /// A page of scores, newest first: of the institution's own classes, of submissions that the caller reviews, or, once submitted, of the
    /// people whom the caller looks after.
    /// </summary>
    public async Task<Page<TView>> ScoresAsync<TView>(ScoreFilter filter, PageRequest page, Expression<Func<TraineeScore, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = Scores(db);
        rows = filter.ClassId is { } @class ? rows.Where(s => s.ClassId == @class) : rows;
        rows = filter.ProfessionalId is { } person ? rows.Where(s => s.ProfessionalId == person) : rows;
        rows = filter.Qualified is { } qualified ? rows.Where(s => s.Qualified == qualified) : rows;
        rows = filter.CreditYear is { } year ? rows.Where(s => s.Class.CreditYear == year) : rows;
        rows = string.IsNullOrWhiteSpace(filter.Name) ? rows : rows.Where(s => s.Professional.Name.Contains(filter.Name.Trim()));
        return await NewestScores.ReadAsync(rows, page, shape, cancel);
    }

    /// <summary>Scores by key within reach; others are missing.</summary>
    public async Task<IReadOnlyList<TView>> FindScoresAsync<TView>(IReadOnlyList<long> ids, Expression<Func<TraineeScore, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Scores(db).Among(s => s.Id, ids).Select(shape).ToListAsync(cancel);
    }

    /// <summary>How many trainees some classes have, and how many of them qualify.</summary>
    public async Task<IReadOnlyDictionary<long, TraineeCounts>> CountsAsync(IReadOnlyList<long> classIds, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var counts = await db.TraineeScores.Among(s => s.ClassId, classIds).GroupBy(s => s.ClassId)
            .Select(g => new { g.Key, All = g.Count(), Qualified = g.Sum(s => s.Qualified ? 1 : 0) }).ToListAsync(cancel);
        return counts.ToDictionary(c => c.Key, c => new TraineeCounts(c.All, c.Qualified));
    }

    // Whoever reviews also sees results of his own area; the submissions sent to him may hold people from elsewhere.
    private IQueryable<TraineeScore> Scores(HnCeDbContext db)
    {
        var viewed = TraineeScore.Reached(caller.ReachFor(Permission.ViewTrainingResults));
        if (!caller.Can(Permission.ReviewTraining))
        {
            return db.TraineeScores.Where(viewed);
        }

        var sent = TraineeScore.Reached(caller.ReachFor(Permission.ReviewTraining));
        var same = new Renamed(sent.Parameters[0], viewed.Parameters[0]).Visit(sent.Body);
        return db.TraineeScores.Where(Expression.Lambda<Func<TraineeScore, bool>>(Expression.OrElse(viewed.Body, same), viewed.Parameters));
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }

    private static IQueryable<TrainingClass> Apply(IQueryable<TrainingClass> rows, ClassFilter filter)
    {
        rows = string.IsNullOrWhiteSpace(filter.Name) ? rows : rows.Where(c => c.Data.Name.Contains(filter.Name.Trim()));
        rows = filter.TrainingYear is { } training ? rows.Where(c => c.TrainingYear == training) : rows;
        rows = filter.CreditYear is { } credit ? rows.Where(c => c.CreditYear == credit) : rows;
        rows = filter.Category is { } category ? rows.Where(c => c.Category == category) : rows;
        rows = filter.Statuses is { } statuses ? rows.Where(c => statuses.Contains(c.Status)) : rows;
        rows = filter.PlanId is { } plan ? rows.Where(c => c.PlanId == plan) : rows;
        if (string.IsNullOrWhiteSpace(filter.InstitutionName))
        {
            return rows;
        }

        var wanted = NameGram.Normalize(filter.InstitutionName);
        return rows.Where(c => c.Institution.SearchName.Contains(wanted));
    }
}

/// <summary>Trainees of a class.</summary>
/// <param name="All">学员人数.</param>
/// <param name="Qualified">合格人数.</param>
public sealed record TraineeCounts(int All, int Qualified);
