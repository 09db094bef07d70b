using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Training;

/// <summary>Which subjects are wanted; conditions combine with AND. Source: DEP-07, PRO-11, PLN-02.</summary>
public sealed record SubjectFilter
{
    /// <summary>Part of 科目名称.</summary>
    public string? Name { get; init; }

    /// <summary>培训年度.</summary>
    public int? TrainingYear { get; init; }

    /// <summary>所属专业, code of majors.</summary>
    public string? Major { get; init; }

    /// <summary>是否可用.</summary>
    public bool? Available { get; init; }

    /// <summary>科目类型.</summary>
    public SubjectCategory? Category { get; init; }

    /// <summary>Only the caller's own, or only those of others.</summary>
    public bool? Own { get; init; }
}

/// <summary>Reads training subjects. Source: SUB-01, DEP-08.</summary>
public sealed class SubjectReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<Subject, long> Newest = new("subjects", s => s.Id, s => s.Id);

    /// <summary>A page of subjects, newest first.</summary>
    public async Task<Page<TView>> ListAsync<TView>(SubjectFilter filter, PageRequest page, Expression<Func<Subject, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var (rows, owner) = (Reached(db), caller.OrganizationId);
        rows = filter.Own switch { true => rows.Where(s => s.OwnerId == owner), false => rows.Where(s => s.OwnerId != owner), null => rows };
        rows = filter.Category is { } category ? rows.Where(s => s.Category == category) : rows;
        rows = filter.Available is { } available ? rows.Where(s => s.Retired == !available) : rows;
        rows = filter.TrainingYear is { } year ? rows.Where(s => s.Data.TrainingYear == year) : rows;
        rows = string.IsNullOrEmpty(filter.Major) ? rows : rows.Where(s => s.Data.Major == filter.Major);
        rows = string.IsNullOrWhiteSpace(filter.Name) ? rows : rows.Where(s => s.Data.Name.Contains(filter.Name.Trim()));
        return await Newest.ReadAsync(rows, page, shape, cancel);
    }

    /// <summary>Subjects by key, in any order.</summary>
    public async Task<IReadOnlyList<TView>> FindAsync<TView>(IReadOnlyList<long> ids, Expression<Func<Subject, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        return await Reached(db).Among(s => s.Id, ids).Select(shape).ToListAsync(cancel);
    }

    private IQueryable<Subject> Reached(HnCeDbContext db) => db.Subjects.Within(caller.ReachFor(Permission.ViewSubjects));
}
