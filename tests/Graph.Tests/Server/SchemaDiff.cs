namespace HnCe.Graph.Tests.Server;

/// <summary>Finds what a newer schema takes from those who wrote documents for an older one.</summary>
/// <param name="before">The schema that clients know.</param>
/// <param name="after">The schema to be.</param>
public sealed class SchemaDiff(SchemaText before, SchemaText after)
{
    /// <summary>Every breaking change, by coordinate; what is only added breaks nobody.</summary>
    public static IReadOnlyList<BreakingChange> Breaking(string before, string after) =>
        [.. new SchemaDiff(SchemaText.Of(before), SchemaText.Of(after)).All().OrderBy(change => change.Coordinate, StringComparer.Ordinal)];

    private IEnumerable<BreakingChange> All() => before.Types.Values.SelectMany(old =>
        !after.Types.TryGetValue(old.Name, out var now) ? [new(old.Name, "removed")]
            : old.Kind != now.Kind ? [new(old.Name, $"{old.Kind} became {now.Kind}")]
            : OfType(old, now));

    private static IEnumerable<BreakingChange> OfType(TypeText old, TypeText now) =>
    [
        .. old.Related.Except(now.Related).Select(lost => new BreakingChange(old.Name, old.Kind is TypeKind.Union ? $"lost member {lost}" : $"lost interface {lost}")),
        .. old.Kind is TypeKind.Input or TypeKind.Directive ? OfInputs(old.Members, now.Members, name => Coordinate(old, name)) : OfFields(old, now),
    ];

    private static IEnumerable<BreakingChange> OfFields(TypeText old, TypeText now) => old.Members.Values.SelectMany(was =>
        !now.Members.TryGetValue(was.Name, out var field) ? [new($"{old.Name}.{was.Name}", "removed")]
            : OfOutput($"{old.Name}.{was.Name}", was, field).Concat(OfInputs(was.Arguments, field.Arguments, name => $"{old.Name}.{was.Name}({name}:)")));

    private static IEnumerable<BreakingChange> OfOutput(string coordinate, MemberText was, MemberText now) =>
        Promises(now.Type, was.Type) ? [] : [new(coordinate, $"{was.Type} became {now.Type}")];

    // What clients send is the mirror image: whatever was taken has to be taken still.
    private static IEnumerable<BreakingChange> OfInputs(
        Dictionary<string, MemberText> old, Dictionary<string, MemberText> now, Func<string, string> coordinate) =>
    [
        .. old.Values.SelectMany(was => !now.TryGetValue(was.Name, out var value) ? [new(coordinate(was.Name), "removed")]
            : OfInput(coordinate(was.Name), was, value)),
        .. now.Values.Where(value => !old.ContainsKey(value.Name) && value is { IsRequired: true, Default: null }).Select(value => new BreakingChange(coordinate(value.Name), "added as required")),
    ];

    private static IEnumerable<BreakingChange> OfInput(string coordinate, MemberText was, MemberText now) =>
        !Promises(was.Type, now.Type) ? [new(coordinate, $"{was.Type} became {now.Type}")]
            : was.Default != now.Default ? [new(coordinate, $"default {was.Default ?? "none"} became {now.Default ?? "none"}")]
            : [];

    /// <summary>Whether a type excludes null at least wherever another one does, and is the same apart from that.</summary>
    private static bool Promises(string type, string wanted) => type == wanted
        || (type.EndsWith('!') && Promises(type[..^1], wanted.EndsWith('!') ? wanted[..^1] : wanted))
        || (IsList(type) && IsList(wanted) && Promises(type[1..^1], wanted[1..^1]));

    private static bool IsList(string type) => type.StartsWith('[') && type.EndsWith(']');

    private static string Coordinate(TypeText type, string member) => type.Kind is TypeKind.Directive ? $"{type.Name}({member}:)" : $"{type.Name}.{member}";
}

/// <summary>A breaking change.</summary>
/// <param name="Coordinate">What changed: <c>Type.field(argument:)</c>.</param>
/// <param name="What">How.</param>
public sealed record BreakingChange(string Coordinate, string What)
{
    /// <summary>As it has to be listed.</summary>
    public override string ToString() => $"`{Coordinate}` {What}";
}
