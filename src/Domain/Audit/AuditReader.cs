using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Audit;

/// <summary>Reads the audit log (审计日志), for those who hold <see cref="Permission.ViewAudit"/>. Source: GEN-10.</summary>
public sealed class AuditReader(IDbContextFactory<HnCeDbContext> factory, Caller caller)
{
    private static readonly Keyset<AuditEntry, long> Newest = new("audit", e => e.Sequence, e => e.Sequence);

    /// <summary>A page of lines, newest first.</summary>
    public async Task<Page<TView>> ListAsync<TView>(string? subject, string? action, PageRequest page, Expression<Func<AuditEntry, TView>> shape, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var rows = caller.Can(Permission.ViewAudit) ? db.AuditEntries : db.AuditEntries.Where(_ => false);
        rows = string.IsNullOrEmpty(subject) ? rows : rows.Where(e => e.Subject == subject);
        rows = string.IsNullOrEmpty(action) ? rows : rows.Where(e => e.Action == action);
        return await Newest.ReadAsync(rows, page, shape, cancel);
    }
}
