using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Audit;

namespace HnCe.Domain.Jobs;

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>等待执行.</summary>
    Waiting,

    /// <summary>执行中.</summary>
    Running,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>未完成: refused, broken off too often, or its owner's account has ended.</summary>
    Failed,
}

/// <summary>
/// 任务: work too long for a request. It belongs to one account, runs with what that account may do when it runs, and is held by
/// one instance at a time through a lease. Source: CER-01, REV-04, GEN-05.
/// </summary>
public sealed class Job : IScoped<Job>, IAudited
{
    /// <summary>Name under which the parameters are sealed; they may hold a search by ID number.</summary>
    public const string ParametersColumn = "job";

    private Job()
    {
    }

    /// <summary>A job that waits for an instance.</summary>
    public Job(string kind, string title, long ownerId, byte[] parameters, int total, DateTime at)
    {
        Kind = kind;
        Title = title;
        OwnerId = ownerId;
        Parameters = parameters;
        Total = total;
        CreatedAt = at;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Which <see cref="IJobKind"/> does it.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What it is, in words; no personal data.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Key of the account that started it.</summary>
    public long OwnerId { get; private set; }

    /// <summary>What is to be done, as JSON, sealed; empty once the job has ended.</summary>
    public byte[] Parameters { get; private set; } = [];

    /// <summary>How far it is.</summary>
    public JobState State { get; private set; }

    /// <summary>Items that are through.</summary>
    public int Done { get; private set; }

    /// <summary>All items; 0 where nobody knows before the end.</summary>
    public int Total { get; private set; }

    /// <summary>How far the work is saved: a resumed job goes on here.</summary>
    public int Position { get; private set; }

    /// <summary>While it runs, what is being done, such as 已编号; then what came of it.</summary>
    public string? Message { get; private set; }

    /// <summary>Name of the result for the download; null where there is none, or no longer.</summary>
    public string? FileName { get; private set; }

    /// <summary>When it was started, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Until when the instance that runs it holds it, UTC; then another one takes it over.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <summary>Who holds it, or held it last: one value for each attempt.</summary>
    public Guid Lease { get; private set; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; private set; }

    /// <inheritdoc/>
    public string AuditSubject => $"Job:{Id}";

    /// <inheritdoc/>
    public static Expression<Func<Job, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Own { AccountId: var id } => j => j.OwnerId == id,
        _ => _ => false,
    };

    /// <summary>Whose it is and how it gets on, without what is to be done.</summary>
    internal static readonly Expression<Func<Job, Job>> ProgressOnly = j => new()
    {
        Id = j.Id,
        OwnerId = j.OwnerId,
        State = j.State,
        Done = j.Done,
        Total = j.Total,
        Message = j.Message,
    };
}
