using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace HnCe.Graph.Server;

/// <summary>Answers @skip and @include, and remembers whether a variable had a say.</summary>
internal sealed class Conditions(Variables variables)
{
    public bool WereAsked { get; private set; }

    public bool Allow(IHasDirectivesNode node) => node.Directives is not { Count: > 0 } directives || directives.Items.All(Allows);

    private bool Allows(GraphQLDirective directive) => directive.Name.StringValue switch
    {
        "skip" => !If(directive),
        "include" => If(directive),
        _ => true,
    };

    private bool If(GraphQLDirective directive)
    {
        switch (directive.Arguments?.Items.FirstOrDefault()?.Value)
        {
            case GraphQLBooleanValue literal:
                return literal.BoolValue;
            case GraphQLVariable variable:
                WereAsked = true;
                return variables.ValueFor(variable.Name.StringValue, out var value) && value.Value is true;
            default:
                return false;
        }
    }
}

/// <summary>What a document selects below one field: fragments, aliases and repeated fields merged, conditions applied.</summary>
internal sealed class Selection
{
    private const int WrapperDepth = 3;

    private readonly IReadOnlyList<GraphQLSelectionSet> parts;
    private readonly GraphQLDocument document;
    private readonly ISchema schema;
    private readonly Conditions conditions;

    private Selection(IReadOnlyList<GraphQLSelectionSet> parts, GraphQLDocument document, ISchema schema, Conditions conditions)
    {
        (this.parts, this.document, this.schema, this.conditions) = (parts, document, schema, conditions);
    }

    public static Selection Below(GraphQLField field, GraphQLDocument document, ISchema schema, Conditions conditions) =>
        new(field.SelectionSet is { } set ? [set] : [], document, schema, conditions);

    /// <summary>The selections of several fields as one.</summary>
    public Selection With(IEnumerable<Selection> others) =>
        new([.. parts, .. others.SelectMany(other => other.parts)], document, schema, conditions);

    /// <summary>The fields selected when the object is of a given type, by field name.</summary>
    public Dictionary<string, Selection> FieldsOn(IGraphType type)
    {
        var found = new Dictionary<string, List<GraphQLSelectionSet>>();
        foreach (var part in parts)
        {
            Collect(part, type, found, []);
        }

        return found.ToDictionary(pair => pair.Key, pair => new Selection(pair.Value, document, schema, conditions));
    }

    /// <summary>The selection on a view below a field that wraps it: a connection, its edges, a payload.</summary>
    public Selection DownTo(IGraphType type, string view) => DownTo(type, view, WrapperDepth);

    private Selection DownTo(IGraphType type, string view, int depth)
    {
        var named = type.GetNamedType();
        if (named.Name == view || named is IAbstractGraphType)
        {
            return this;
        }

        var nothing = new Selection([], document, schema, conditions);
        return depth == 0 || named is not IObjectGraphType wrapper || !IsWrapper(wrapper)
            ? nothing
            : nothing.With(FieldsOn(wrapper)
                .Where(pair => wrapper.GetField(pair.Key) is not null)
                .Select(pair => pair.Value.DownTo(wrapper.GetField(pair.Key)!.ResolvedType!, view, depth - 1)));
    }

    private static bool IsWrapper(IObjectGraphType type) => type is IPagingType || type.Name.EndsWith("Payload", StringComparison.Ordinal);

    private void Collect(GraphQLSelectionSet set, IGraphType type, Dictionary<string, List<GraphQLSelectionSet>> found, HashSet<string> visited)
    {
        foreach (var node in set.Selections.Where(node => conditions.Allow((IHasDirectivesNode)node)))
        {
            switch (node)
            {
                case GraphQLField field:
                    Add(field, found);
                    break;
                case GraphQLInlineFragment inline when Applies(inline.TypeCondition, type):
                    Collect(inline.SelectionSet, type, found, visited);
                    break;
                case GraphQLFragmentSpread spread when visited.Add(spread.FragmentName.Name.StringValue):
                    var fragment = document.FindFragmentDefinition(spread.FragmentName.Name.Value);
                    if (fragment is not null && Applies(fragment.TypeCondition, type))
                    {
                        Collect(fragment.SelectionSet, type, found, visited);
                    }

                    break;
            }
        }
    }

    private static void Add(GraphQLField field, Dictionary<string, List<GraphQLSelectionSet>> found)
    {
        var name = field.Name.StringValue;
        if (!found.TryGetValue(name, out var sets))
        {
            found[name] = sets = [];
        }

        if (field.SelectionSet is { } below)
        {
            sets.Add(below);
        }
    }

    private bool Applies(GraphQLTypeCondition? condition, IGraphType type) => condition is null
        || condition.Type.Name.Value == type.Name
        || (schema.AllTypes[condition.Type.Name.Value] is IAbstractGraphType wider && type is IObjectGraphType concrete && wider.IsPossibleType(concrete));
}
