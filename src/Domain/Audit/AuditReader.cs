using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Audit;

/// <summary>Which lines of the log are wanted; conditions combine with AND. Source: S-SYS-08.</summary>
public sealed record AuditFilter
{
    /// <summary>What was written, for example <c>Declaration:42</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>Name of the use case.</summary>
    public string? Action { get; init; }

    /// <summary>Part of the name of the person at that time.</summary>
    public string? Actor { get; init; }

    /// <summary>First day, in China.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, in China.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>Reads the audit log (审计日志), for those who hold <see cref="Permission.ViewAudit"/>. Source: GEN-10.</summary>
public sealed class AuditReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<AuditEntry, long> Newest = new("audit", e => e.Sequence, e => e.Sequence);

    /// <summary>A page of lines, newest first.</summary>
    public async Task<Page<TView>> ListAsync<TView>(AuditFilter filter, PageRequest page, Expression<Func<AuditEntry, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = caller.Can(Permission.ViewAudit) ? db.AuditEntries : db.AuditEntries.Where(_ => false);
        rows = string.IsNullOrEmpty(filter.Subject) ? rows : rows.Where(e => e.Subject == filter.Subject);
        rows = string.IsNullOrEmpty(filter.Action) ? rows : rows.Where(e => e.Action == filter.Action);
        rows = string.IsNullOrWhiteSpace(filter.Actor) ? rows : rows.Where(e => e.Actor.Contains(filter.Actor.Trim()));
        if (filter.From is { } from)
        {
            var start = ChinaTime.StartOf(from);
            rows = rows.Where(e => e.At >= start);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = ChinaTime.StartOf(to.AddDays(1));
            rows = rows.Where(e => e.At < end);
        }

        return await Newest.ReadAsync(rows, page, shape, cancel);
    }
}
