using System.Text.RegularExpressions;

namespace HnCe.Graph.Tests.Server;

/// <summary>The rules that every schema of ours keeps; what breaks one is named with its coordinate.</summary>
/// <param name="schema">The schema.</param>
/// <param name="isGuarded">Whether a field, by its coordinate, is guarded and may be null because of that.</param>
public sealed partial class SchemaLint(SchemaText schema, Func<string, bool> isGuarded)
{
    private static readonly string[] PageArguments = ["after: String", "before: String", "first: Int", "last: Int"];
    private static readonly string[] PageInfo = ["endCursor: String", "hasNextPage: Boolean!", "hasPreviousPage: Boolean!", "startCursor: String"];

    private IEnumerable<TypeText> Outputs => schema.Types.Values.Where(type => type.Kind is TypeKind.Object or TypeKind.Interface);

    /// <summary>Everything that breaks a rule.</summary>
    public static IReadOnlyList<string> Of(string text, Func<string, bool>? isGuarded = null)
    {
        var lint = new SchemaLint(SchemaText.Of(text), isGuarded ?? (_ => false));
        return [.. new[] { lint.Descriptions(), lint.Names(), lint.Deprecations(), lint.Nodes(), lint.Connections(), lint.Payloads(), lint.Nulls() }.SelectMany(found => found)];
    }

    private IEnumerable<string> Descriptions() => Everything()
        .Where(one => one.Description is not { } text || !Sentence().IsMatch(text))
        .Select(one => $"{one.Coordinate}: no description, or one without a full stop");

    private IEnumerable<string> Names() =>
    [
        .. schema.Types.Values.Where(type => type.Kind is not (TypeKind.Schema or TypeKind.Directive) && !Pascal().IsMatch(type.Name)).Select(type => $"{type.Name}: not PascalCase"),
        .. schema.Types.Values.Where(type => type.Kind is TypeKind.Input != type.Name.EndsWith("Input", StringComparison.Ordinal)).Select(type => $"{type.Name}: inputs, and only they, end with Input"),
        .. from type in schema.Types.Values
           from member in type.Members.Values
           where !(type.Kind is TypeKind.Enum ? Constant() : Camel()).IsMatch(member.Name)
           select $"{type.Name}.{member.Name}: not {(type.Kind is TypeKind.Enum ? "CONSTANT_CASE" : "camelCase")}",
        .. Arguments().Where(one => !Camel().IsMatch(one.Argument.Name)).Select(one => $"{one.Coordinate}: not camelCase"),
    ];

    private IEnumerable<string> Deprecations() =>
        from type in schema.Types.Values
        from member in type.Members.Values.SelectMany(member => member.Arguments.Values.Prepend(member))
        where member.Deprecation is { } reason && !Date().IsMatch(reason)
        select $"{type.Name}.{member.Name}: the reason of a deprecation names what to use and the date of removal";

    private IEnumerable<string> Nodes() =>
    [
        .. Outputs.Where(type => (type.Name == "Node" || type.Related.Contains("Node")) && type.Members.GetValueOrDefault("id")?.Type != "ID!").Select(type => $"{type.Name}: a node has id: ID!"),
        .. from type in Outputs
           from field in type.Members.Values
           where field.Name == "id" && field.Named != "ID"
           select $"{type.Name}.id: an id is an ID",
        .. from type in Outputs
           from promised in type.Related.SelectMany(name => schema.Types[name].Members.Keys)
           where !type.Members.ContainsKey(promised)
           select $"{type.Name}: lacks {promised}, which an interface promises",
    ];

    private IEnumerable<string> Connections()
    {
        foreach (var connection in Outputs.Where(type => type.Name.EndsWith("Connection", StringComparison.Ordinal)))
        {
            var (row, edge) = (connection.Name[..^"Connection".Length], connection.Name[..^"Connection".Length] + "Edge");
            if (!Has(connection, $"edges: [{edge}!]!", $"nodes: [{row}!]!", "pageInfo: PageInfo!", "totalCount: Int!")
                || !schema.Types.TryGetValue(edge, out var type) || !Has(type, "cursor: String!", $"node: {row}!")
                || !schema.Types.TryGetValue("PageInfo", out var info) || !Has(info, PageInfo))
            {
                yield return $"{connection.Name}: not the shape of a connection";
            }
        }

        foreach (var (coordinate, field) in Fields().Where(one => one.Field.Named.EndsWith("Connection", StringComparison.Ordinal)))
        {
            if (!field.IsRequired || PageArguments.Any(wanted => !field.Arguments.Values.Select(Shown).Contains(wanted)))
            {
                yield return $"{coordinate}: a connection is never null and takes first, after, last and before";
            }
        }
    }

    private IEnumerable<string> Payloads()
    {
        foreach (var mutation in schema.Types.TryGetValue("Mutation", out var root) ? root.Members.Values.AsEnumerable() : [])
        {
            if (mutation.Arguments.Values.Any(argument => argument.Name != "input" || !argument.Type.EndsWith("Input!", StringComparison.Ordinal)))
            {
                yield return $"Mutation.{mutation.Name}: takes one input: …Input!, or nothing";
            }

            if (mutation.Type != mutation.Named + "!" || !mutation.Named.EndsWith("Payload", StringComparison.Ordinal))
            {
                yield return $"Mutation.{mutation.Name}: answers a …Payload!";
                continue;
            }

            var payload = schema.Types[mutation.Named];
            if (payload.Members.GetValueOrDefault("userErrors")?.Type != "[UserError!]!")
            {
                yield return $"{payload.Name}: has no userErrors: [UserError!]!";
            }

            foreach (var result in payload.Members.Values.Where(field => field is { IsRequired: true, IsList: false }))
            {
                yield return $"{payload.Name}.{result.Name}: a result is null when the request was refused";
            }
        }
    }

    private IEnumerable<string> Nulls()
    {
        foreach (var (coordinate, type) in Fields().Select(one => (one.Coordinate, one.Field.Type)).Concat(Arguments().Select(one => (one.Coordinate, one.Argument.Type)))
            .Concat(schema.Those(TypeKind.Input).SelectMany(input => input.Members.Values.Select(field => ($"{input.Name}.{field.Name}", field.Type)))))
        {
            // The one list with holes: nodes answers in the order of the ids.
            if (NullItem().IsMatch(type) && coordinate != "Query.nodes")
            {
                yield return $"{coordinate}: a list holds no nulls";
            }
        }

        foreach (var (coordinate, field) in Fields().Where(one => one.Field is { IsList: true, IsRequired: false }))
        {
            if (!isGuarded(coordinate) && !coordinate.Contains("Payload.", StringComparison.Ordinal))
            {
                yield return $"{coordinate}: a list is empty rather than null";
            }
        }
    }

    private IEnumerable<(string Coordinate, string? Description)> Everything() => schema.Types.Values.SelectMany(type => type.Members.Values
        .SelectMany(member => member.Arguments.Values.Select(argument => ($"{type.Name}.{member.Name}({argument.Name}:)", argument.Description)).Prepend(($"{type.Name}.{member.Name}", member.Description)))
        .Prepend((type.Name, type.Description)));

    private IEnumerable<(string Coordinate, MemberText Field)> Fields() => Outputs.SelectMany(type => type.Members.Values.Select(field => ($"{type.Name}.{field.Name}", field)));

    private IEnumerable<(string Coordinate, MemberText Argument)> Arguments() =>
        Fields().SelectMany(one => one.Field.Arguments.Values.Select(argument => ($"{one.Coordinate}({argument.Name}:)", argument)));

    private static bool Has(TypeText type, params string[] fields) => type.Members.Values.Select(Shown).Order(StringComparer.Ordinal).SequenceEqual(fields.Order(StringComparer.Ordinal));

    private static string Shown(MemberText member) => $"{member.Name}: {member.Type}";

    [GeneratedRegex(@"^\S.*[.!?。]$", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$")]
    private static partial Regex Pascal();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex Camel();

    [GeneratedRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$")]
    private static partial Regex Constant();

    [GeneratedRegex(@"20\d\d-\d\d-\d\d")]
    private static partial Regex Date();

    [GeneratedRegex(@"[A-Za-z0-9\]]\]")]
    private static partial Regex NullItem();
}
