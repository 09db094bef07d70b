using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Declarations;

/// <summary>All versions of all declaration types (继续教育类型, DEC-01, DEC-10).</summary>
public sealed class DeclarationCatalogue(IReadOnlyList<DeclarationTypeDefinition> definitions)
{
    private static readonly Lazy<DeclarationCatalogue> Loaded =
        new(() => new(SeedFile.ReadJson<DeclarationTypeDefinition[]>("Declarations", "declaration_types.json")));

    /// <summary>The types delivered with the system; read once.</summary>
    public static DeclarationCatalogue Delivered => Loaded.Value;

    /// <summary>Every version of every type.</summary>
    public IReadOnlyList<DeclarationTypeDefinition> Definitions { get; } = definitions;

    /// <summary>The version that a declaration was made with, or none.</summary>
    public DeclarationTypeDefinition? Find(DeclarationKind kind, int version) =>
        Definitions.FirstOrDefault(definition => definition.Kind == kind && definition.Version == version);

    /// <summary>The version that decides about a credit year, whether it offers the type then or has retired it; none before the first.</summary>
    public DeclarationTypeDefinition? Latest(DeclarationKind kind, int year) =>
        Definitions.Where(definition => definition.Kind == kind && definition.ValidFromYear <= year)
            .OrderByDescending(definition => definition.ValidFromYear).ThenByDescending(definition => definition.Version).FirstOrDefault();

    /// <summary>The version offered in a credit year; none when the type is retired.</summary>
    public DeclarationTypeDefinition? Current(DeclarationKind kind, int year) => Latest(kind, year) is { } latest && latest.IsValidIn(year) ? latest : null;

    /// <summary>The types offered in a credit year, in the order of the manual.</summary>
    public IReadOnlyList<DeclarationTypeDefinition> All(int year) =>
        [.. Enum.GetValues<DeclarationKind>().Select(kind => Current(kind, year)).OfType<DeclarationTypeDefinition>()];
}
