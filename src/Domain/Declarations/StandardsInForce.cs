using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>What declarations go by at a moment: types, credit rules and closing dates. Source: DEC-05, DEC-10, DEC-11.</summary>
/// <param name="Catalogue">Every version of every type: delivered, and made by the province.</param>
/// <param name="Rules">Every version of every credit rule.</param>
/// <param name="Closings">The closing dates that the province set.</param>
public sealed record DeclarationStandards(DeclarationCatalogue Catalogue, CreditRules Rules, IReadOnlyList<CreditYearClosing> Closings)
{
    /// <summary>What comes with the system, before the province changes anything.</summary>
    public static DeclarationStandards Delivered { get; } = new(DeclarationCatalogue.Delivered, CreditRules.Delivered, []);

    /// <summary>The credit years that are open on a day. Source: DEC-05.</summary>
    public CreditYearWindow Window(DateOnly today) =>
        Closings.FirstOrDefault(closing => closing.CreditYear == today.Year - 1)?.Window ?? new();

    /// <summary>The types that can be declared on a day, in the manual's order, each in its version for the newest year that is open to it.</summary>
    public IReadOnlyList<DeclarationTypeDefinition> Offered(DateOnly today) =>
        [.. Enum.GetValues<DeclarationKind>().Select(kind => Offered(kind, today)).OfType<DeclarationTypeDefinition>()];

    /// <summary>One of <see cref="Offered(DateOnly)"/>; none when the type is retired.</summary>
    public DeclarationTypeDefinition? Offered(DeclarationKind kind, DateOnly today) =>
        Window(today).Open(today).Select(year => Catalogue.Current(kind, year)).FirstOrDefault(definition => definition is not null);
}

/// <summary>
/// The <see cref="DeclarationStandards"/> of this moment, kept in memory and compared with the database at most every five seconds, so that
/// all instances agree soon: revisions hold from a coming year, long before anybody declares by them.
/// </summary>
public sealed class StandardsInForce(IDbContextFactory<HnCeDbContext> factory, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private volatile Snapshot? _last;

    /// <summary>Reads; mostly from memory.</summary>
    public ValueTask<DeclarationStandards> ReadAsync(CancellationToken cancel) =>
        _last is { } last && clock.GetElapsedTime(last.At) < Fresh ? new(last.Standards) : new(LoadAsync(cancel));

    /// <summary>The version that a declaration was made with, even one that another instance has only just learnt of.</summary>
    public async ValueTask<DeclarationTypeDefinition> FindAsync(DeclarationKind kind, int version, CancellationToken cancel) =>
        (await ReadAsync(cancel)).Catalogue.Find(kind, version)
        ?? (await LoadAsync(cancel)).Catalogue.Find(kind, version)
        ?? throw new InvalidOperationException($"There is no version {version} of {kind}.");

    /// <summary>Looks into the database next time; called after a change.</summary>
    internal void Forget() => _last = null;

    private async Task<DeclarationStandards> LoadAsync(CancellationToken cancel)
    {
        var (last, at) = (_last, clock.GetTimestamp());
        await using var db = await factory.CreateDbContextAsync(cancel);
        var stamp = await db.DeclarationRevisions.GroupBy(_ => 1)
            .Select(all => new Stamp(all.Count(), all.Count(r => r.WithdrawnAt != null))).SingleOrDefaultAsync(cancel) ?? new(0, 0);
        var closings = await db.CreditYearClosings.AsNoTracking().ToListAsync(cancel);
        var standards = last?.Stamp == stamp ? last.Standards with { Closings = closings } : await AllAsync(db, closings, cancel);
        _last = new(stamp, at, standards);
        return standards;
    }

    private static async Task<DeclarationStandards> AllAsync(HnCeDbContext db, IReadOnlyList<CreditYearClosing> closings, CancellationToken cancel)
    {
        var revisions = await db.DeclarationRevisions.AsNoTracking().Where(r => r.WithdrawnAt == null).OrderBy(r => r.Id).ToListAsync(cancel);
        return new(
            new([.. DeclarationCatalogue.Delivered.Definitions, .. revisions.Select(r => StandardText.ReadDefinition(r.Definition))]),
            new([.. CreditRules.Delivered.Rules, .. revisions.Select(r => StandardText.ReadRule(r.Rule))]),
            closings);
    }

    // Rows are added and withdrawn, never changed back: two numbers tell whether anything happened.
    private sealed record Stamp(int Made, int Withdrawn);

    private sealed record Snapshot(Stamp Stamp, long At, DeclarationStandards Standards);
}
