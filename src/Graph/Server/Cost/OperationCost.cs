using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using HnCe.Domain.Data;

namespace HnCe.Graph.Server;

/// <summary>Sets what a field costs by itself, in place of 1 for an object and 10 for a mutation.</summary>
/// <param name="weight">Its cost; a plain read of one object costs 1.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class CostAttribute(int weight) : GraphQLAttribute
{
    internal const string MetadataKey = "HnCe.Cost";

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.Metadata[MetadataKey] = (double)weight * 10;
}

/// <summary>
/// What an operation may cost at most, reckoned from the document, its variables and the schema before anything runs:
/// an object 1, a scalar a tenth, everything below a list as often as the list may have rows. The schema's own fields are free.
/// </summary>
internal sealed class OperationCost(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, JsonElement? variables)
{
    private const int Tenths = 10;
    private const int MutationWeight = 10;
    private const int RowsOfUnpagedList = 10;
    private const double Ceiling = 1e12;

    private readonly Dictionary<(string Fragment, string Type), double> fragments = [];

    public long Total()
    {
        var root = schema.RootOf(operation.Operation);
        return root is null ? 0 : (long)Math.Ceiling(OfSelection(operation.SelectionSet, root) / Tenths);
    }

    private double OfSelection(GraphQLSelectionSet? set, IGraphType type)
    {
        var sum = 0d;
        foreach (var node in set?.Selections ?? [])
        {
            sum += node switch
            {
                GraphQLField field => OfField(field, type),
                GraphQLInlineFragment inline => OfSelection(inline.SelectionSet, TypeOf(inline.TypeCondition) ?? type),
                GraphQLFragmentSpread spread => OfFragment(spread.FragmentName.Name.StringValue, type),
                _ => 0,
            };
        }

        return Math.Min(sum, Ceiling);
    }

    private double OfFragment(string name, IGraphType type)
    {
        if (!fragments.TryGetValue((name, type.Name), out var cost))
        {
            fragments[(name, type.Name)] = 0;
            var fragment = document.FindFragmentDefinition(name);
            cost = fragment is null ? 0 : OfSelection(fragment.SelectionSet, TypeOf(fragment.TypeCondition) ?? type);
            fragments[(name, type.Name)] = cost;
        }

        return cost;
    }

    private double OfField(GraphQLField field, IGraphType parent)
    {
        if (field.Name.Value.Span.StartsWith("__") || (parent as IComplexGraphType)?.GetField(field.Name.Value) is not { } definition)
        {
            return 0;
        }

        var type = definition.ResolvedType!.GetNamedType();
        var own = definition.GetMetadata(CostAttribute.MetadataKey, DefaultWeight(parent, type));
        return own + (RowsOf(field, definition, parent) * OfSelection(field.SelectionSet, type));
    }

    private double DefaultWeight(IGraphType parent, IGraphType type) => parent == schema.Mutation
        ? MutationWeight * Tenths
        : type is ScalarGraphType ? 1 : parent is IPagingType ? 0 : Tenths;

    private double RowsOf(GraphQLField field, FieldType definition, IGraphType parent)
    {
        if (definition.HasMetadata(PageArguments.PagedKey))
        {
            return NumberIn(field, "first") ?? NumberIn(field, "last") ?? PageRequest.DefaultSize;
        }

        // The rows of a connection were counted where it was asked for.
        return parent is IPagingType || !IsList(definition.ResolvedType!) ? 1 : LengthOf(field, "ids") ?? RowsOfUnpagedList;
    }

    private static bool IsList(IGraphType type) => type is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType };

    private double? NumberIn(GraphQLField field, string argument) => ValueOf(field, argument) switch
    {
        GraphQLIntValue literal => Rows(double.Parse(literal.Value)),
        GraphQLVariable variable => Given(variable) is { ValueKind: JsonValueKind.Number } number ? Rows(number.GetDouble())
            : DefaultOf(variable) is GraphQLIntValue literal ? Rows(double.Parse(literal.Value)) : null,
        _ => null,
    };

    private double? LengthOf(GraphQLField field, string argument) => ValueOf(field, argument) switch
    {
        GraphQLListValue list => list.Values?.Count ?? 0,
        GraphQLVariable variable when Given(variable) is { ValueKind: JsonValueKind.Array } list => list.GetArrayLength(),
        null => null,
        _ => 1,
    };

    private static double Rows(double number) => Math.Clamp(number, 0, Ceiling);

    private static GraphQLValue? ValueOf(GraphQLField field, string argument) =>
        field.Arguments?.Items.FirstOrDefault(given => given.Name.Value == argument)?.Value;

    private JsonElement? Given(GraphQLVariable variable) =>
        variables is { ValueKind: JsonValueKind.Object } values && values.TryGetProperty(variable.Name.StringValue, out var value) ? value : null;

    private GraphQLValue? DefaultOf(GraphQLVariable variable) =>
        operation.Variables?.Items.FirstOrDefault(defined => defined.Variable.Name.Value == variable.Name.Value)?.DefaultValue;

    private IGraphType? TypeOf(GraphQLTypeCondition? condition) => condition is null ? null : schema.AllTypes[condition.Type.Name.Value];
}
