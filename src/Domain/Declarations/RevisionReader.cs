using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Declarations;

/// <summary>One version of a declaration type with its credit rule, and where it came from.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Rule">The rule that goes with it.</param>
/// <param name="Revision">The province's revision; null for what came with the system.</param>
public sealed record DeclarationStandard(DeclarationTypeDefinition Definition, CreditRule Rule, DeclarationRevision? Revision);

/// <summary>A revision seen before it is made: what it would change, or all that is wrong with it.</summary>
/// <param name="Refusals">All that would be refused.</param>
/// <param name="Samples">What both standards make of the same answers.</param>
public sealed record RevisionPreview(IReadOnlyList<Refusal> Refusals, IReadOnlyList<StandardSample> Samples);

/// <summary>Reads the versions of declaration types for those who keep them. Source: DEC-10, DEC-11.</summary>
public sealed class RevisionReader(IDbContextFactory<HnCeDbContext> factory, StandardsInForce standards, TimeProvider clock)
{
    /// <summary>All versions of a type, or of all types, newest first year first; withdrawn ones are left out.</summary>
    public async Task<IReadOnlyList<DeclarationStandard>> ListAsync(DeclarationKind? kind, CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var revisions = await db.DeclarationRevisions.AsNoTracking()
            .Where(r => r.WithdrawnAt == null && (kind == null || r.Kind == kind)).ToDictionaryAsync(r => (r.Kind, r.Version), cancel);
        var delivered = DeclarationStandards.Delivered;
        return
        [
            .. from standard in delivered.Catalogue.Definitions.Select(one => new DeclarationStandard(one, delivered.Rules.Rules.Single(rule => rule.Kind == one.Kind && rule.Version == one.Version), null))
                   .Concat(revisions.Values.Select(one => new DeclarationStandard(StandardText.ReadDefinition(one.Definition), StandardText.ReadRule(one.Rule), one)))
               where kind is null || standard.Definition.Kind == kind
               orderby standard.Definition.Kind, standard.Definition.ValidFromYear descending, standard.Definition.Version descending
               select standard,
        ];
    }

    /// <summary>What a revision would change against the standard of the current year.</summary>
    public async Task<RevisionPreview> PreviewAsync(RevisionInput input, CancellationToken cancel)
    {
        var inForce = await standards.ReadAsync(cancel);
        var year = clock.Today().Year;
        var (draft, refusals) = StandardDraft.Read(input, int.MaxValue, year);
        return draft is null
            ? new(refusals, [])
            : new([], StandardWords.Samples(draft.Definition, inForce.Rules.Find(input.Kind, year)!, draft.Rule));
    }

    /// <summary>The last day on which a credit year can be declared, as the province set it or by default. Source: DEC-05.</summary>
    public async Task<DateOnly> ClosesOnAsync(int creditYear, CancellationToken cancel) =>
        ((await standards.ReadAsync(cancel)).Closings.FirstOrDefault(closing => closing.CreditYear == creditYear)?.Window ?? new()).LastDay(creditYear + 1);
}
