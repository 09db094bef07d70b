using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>What happens to declarations: each step of their history. Source: GRAPH-8.</summary>
public sealed class DeclarationFeed(IDbContextFactory<HnCeDbContext> factory, TimeProvider clock)
    : LogFeed<Declaration>("declarations", Permission.ViewDeclarations, factory, clock)
{
    /// <inheritdoc/>
    protected override IQueryable<long> Keys(HnCeDbContext db) => db.TimelineEntries.Select(e => e.Id);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Entry>> ReadAsync(HnCeDbContext db, long after, long before, CancellationToken cancel)
    {
        var steps = await db.TimelineEntries.Where(e => e.Id > after && e.Id < before).OrderBy(e => e.Id).Take(Most)
            .Select(e => new { e.Id, e.DeclarationId }).ToListAsync(cancel);
        var rows = steps.Count == 0 ? [] : await db.Declarations.Among(d => d.Id, [.. steps.Select(step => step.DeclarationId).Distinct()])
            .Select(Declaration.ReachOnly).ToDictionaryAsync(d => d.Id, cancel);
        return steps.ConvertAll(step => new Entry(step.Id, step.DeclarationId, rows.GetValueOrDefault(step.DeclarationId)));
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Entry>> ReadWithinAsync(HnCeDbContext db, long after, Jurisdiction reach, int most, CancellationToken cancel)
    {
        var reached = db.Declarations.Within(reach);
        return await db.TimelineEntries.Where(e => e.Id > after && reached.Any(d => d.Id == e.DeclarationId)).OrderBy(e => e.Id).Take(most)
            .Select(e => new Entry(e.Id, e.DeclarationId, null)).ToListAsync(cancel);
    }
}
