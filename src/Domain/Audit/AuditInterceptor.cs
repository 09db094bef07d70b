using System.Text.Encodings.Web;
using System.Text.Json;
using HnCe.Domain.Data;
using HnCe.Domain.Data.Tokens;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HnCe.Domain.Audit;

/// <summary>
/// Writes the audit lines of a save in the same transaction and chains them. A save without a named write is refused:
/// there is no anonymous change. Source: GEN-10.
/// </summary>
public sealed class AuditInterceptor : SaveChangesInterceptor
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (HnCeDbContext)eventData.Context!;
        if (db.Write is null && IsOfTokensOnly(db.ChangeTracker))
        {
            return new(result);
        }

        var write = db.Write ?? throw new InvalidOperationException("Every save belongs to a UnitOfWork: there is no anonymous change.");
        write.Changes.AddRange(db.ChangeTracker.Entries<IAudited>().Select(Describe).OfType<AuditChange>());
        return new(result);
    }

    /// <inheritdoc/>
    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Only now the keys of new rows are known; the transaction of the write is still open.
        var db = (HnCeDbContext)eventData.Context!;
        if (db.Write is not { } write)
        {
            return result;
        }

        List<AuditLine> lines = [.. write.Lines, .. write.Changes.Select(change => new AuditLine(change.Entity.AuditSubject, change.Detail))];
        write.Lines.Clear();
        write.Changes.Clear();
        if (lines.Count > 0)
        {
            await AppendAsync(db, write, lines, cancellationToken);
        }

        return result;
    }

    /// <summary>Only the framework's own key ring saves synchronously; it is no business of the record.</summary>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        eventData.Context!.ChangeTracker.Entries().All(entry => entry.Entity is DataProtectionKey)
            ? result
            : throw new InvalidOperationException("Save asynchronously, in a UnitOfWork.");

    // The token server's own books, outside of a write of ours.
    private static bool IsOfTokensOnly(ChangeTracker changes) =>
        changes.Entries().Where(entry => entry.State is not EntityState.Unchanged).All(entry => TokenStore.IsToken(entry.Entity));

    private static async Task AppendAsync(HnCeDbContext db, WriteContext write, List<AuditLine> lines, CancellationToken cancel)
    {
        // The update takes the row lock that orders concurrent writers; the read after it then sees the true end of the chain.
        await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(head => head.Sequence, head => head.Sequence + lines.Count), cancel);
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancel);
        var (sequence, hash) = (head.Sequence - lines.Count, head.Hash);
        foreach (var line in lines)
        {
            var entry = write.ToEntry(line);
            (entry.Sequence, entry.PreviousHash) = (++sequence, hash);
            entry.Hash = hash = entry.ComputeHash();
            db.AuditEntries.Add(entry);
        }

        await db.SaveChangesAsync(cancel);
        await db.AuditHeads.ExecuteUpdateAsync(set => set.SetProperty(h => h.Hash, hash), cancel);
    }

    private static AuditChange? Describe(EntityEntry<IAudited> entry) => entry.State switch
    {
        EntityState.Added => new(entry.Entity, JsonSerializer.Serialize(After(entry.Properties), Json)),
        EntityState.Modified => new(entry.Entity, JsonSerializer.Serialize(Changed(entry.Properties), Json)),
        EntityState.Deleted => new(entry.Entity, "\"deleted\""),
        _ => null,
    };

    private static Dictionary<string, object?> After(IEnumerable<PropertyEntry> properties) =>
        properties.Where(IsPublic).ToDictionary(p => p.Metadata.Name, p => Told(p.CurrentValue));

    private static Dictionary<string, object?[]> Changed(IEnumerable<PropertyEntry> properties) =>
        properties.Where(p => p.IsModified && IsPublic(p)).ToDictionary(p => p.Metadata.Name, p => new[] { Told(p.OriginalValue), Told(p.CurrentValue) });

    // States, numbers and dates tell what happened; texts may hold anything, and whoever reads the log need not see business data (SYS-06).
    private static object? Told(object? value) => value is string ? "…" : value;

    // Sealed bytes, hashes and stamps say nothing to a reader of the log and must not spread; keys of new rows are not known yet.
    private static bool IsPublic(PropertyEntry property) =>
        property.CurrentValue is not null and not byte[] && !property.IsTemporary
        && !property.Metadata.Name.EndsWith("Hash", StringComparison.Ordinal) && !property.Metadata.Name.EndsWith("Stamp", StringComparison.Ordinal)
        && !property.Metadata.Name.EndsWith("UserName", StringComparison.Ordinal);
}

/// <summary>A tracked change waiting for its audit line.</summary>
internal sealed record AuditChange(IAudited Entity, string Detail);
