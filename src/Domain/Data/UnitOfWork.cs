using HnCe.Domain.Access;
using HnCe.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data;

/// <summary>One line for the audit log.</summary>
/// <param name="Subject">What was written, for example <c>Declaration:42</c>.</param>
/// <param name="Detail">What changed, as JSON without personal data.</param>
public sealed record AuditLine(string Subject, string Detail);

/// <summary>The write that is under way: who, what, when. Every changed row and every message of it carries its id.</summary>
public sealed class WriteContext(string action, Caller caller, DateTime at)
{
    /// <summary>Id of the write, stamped on what it changes so that set-based follow-up statements find exactly these rows.</summary>
    public Guid ChangeId { get; } = Guid.CreateVersion7(new DateTimeOffset(at));

    /// <summary>Moment of the write, UTC.</summary>
    public DateTime At { get; } = at;

    /// <summary>Who writes.</summary>
    public Caller Caller { get; } = caller;

    /// <summary>Audit lines of set-based statements, which the change tracker does not see.</summary>
    internal List<AuditLine> Lines { get; } = [];

    /// <summary>Tracked changes of the save that is under way.</summary>
    internal List<AuditChange> Changes { get; } = [];

    /// <summary>Adds an audit line for a set-based statement.</summary>
    public void Note(string subject, string detail) => Lines.Add(new(subject, detail));

    internal AuditEntry ToEntry(AuditLine line) => new()
    {
        At = At,
        ChangeId = ChangeId,
        Action = action,
        AccountId = Caller.AccountId,
        Actor = Caller.Name,
        Role = Caller.Role?.ToString(),
        OrganizationId = Caller.OrganizationId,
        Address = Caller.Address,
        Subject = line.Subject,
        Detail = line.Detail,
    };
}

/// <summary>
/// One write = one transaction. State, ledger, totals, history, messages and audit are saved together or not at all;
/// a refusal rolls everything back, a lost race becomes the refusal CONFLICT.
/// </summary>
public sealed class UnitOfWork(HnCeDbContext db, Caller caller, TimeProvider clock)
{
    private static readonly Refusal Conflict = new(RefusalCode.Conflict, "数据刚刚被别人修改，请刷新后重试");

    /// <summary>The context of this write.</summary>
    public HnCeDbContext Db => db;

    /// <summary>What must still hold when a write commits, asked in its transaction: a job's lease. Null outside of jobs.</summary>
    public Func<CancellationToken, Task<bool>>? Fence { get; set; }

    /// <summary>Runs the body of a use case in one transaction.</summary>
    /// <typeparam name="T">Result of the use case.</typeparam>
    /// <param name="action">Name of the use case, for the audit log.</param>
    /// <param name="body">Changes rows; its refusals undo everything.</param>
    /// <param name="cancel">Cancellation.</param>
    public Task<Outcome<T>> RunAsync<T>(string action, Func<WriteContext, Task<Outcome<T>>> body, CancellationToken cancel) =>
        RunAsync(action, body, value => value, cancel);

    /// <summary>Runs the body of a use case in one transaction; the result is read off after the save, when new keys are known.</summary>
    /// <typeparam name="TBody">What the body gives back.</typeparam>
    /// <typeparam name="T">Result of the use case.</typeparam>
    /// <param name="action">Name of the use case, for the audit log.</param>
    /// <param name="body">Changes rows; its refusals undo everything.</param>
    /// <param name="result">Reads the result off.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task<Outcome<T>> RunAsync<TBody, T>(
        string action, Func<WriteContext, Task<Outcome<TBody>>> body, Func<TBody, T> result, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var write = db.Write = new WriteContext(action, caller, clock.Now());
        try
        {
            var outcome = await body(write);
            if (outcome.IsRefused)
            {
                return outcome.Refusals.ToList();
            }

            if (Fence is not null && !await Fence(cancel))
            {
                return Conflict;
            }

            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return result(outcome.Value!);
        }
        catch (Exception lost) when (lost is DbUpdateConcurrencyException || UniqueViolation.Is(lost))
        {
            return Conflict;
        }
        finally
        {
            db.Write = null;
            db.ChangeTracker.Clear();
        }
    }
}
