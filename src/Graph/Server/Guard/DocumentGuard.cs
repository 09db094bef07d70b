using GraphQLParser.AST;

namespace HnCe.Graph.Server;

/// <summary>
/// Measures a parsed document in linear time: each fragment once, its measure added wherever it is spread. Counting stops
/// at the first limit that is passed, so a document that doubles with every fragment ends after a few steps.
/// </summary>
internal sealed class DocumentGuard(GraphQLDocument document, DocumentLimits limits)
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments = [];
    private readonly Dictionary<string, Measure> measured = [];
    private readonly HashSet<string> open = [];
    private int directives;

    public void Check()
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        Limit(operations.Count, limits.Operations, "操作数");
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
        {
            fragments[fragment.FragmentName.Name.StringValue] = fragment;
            Limit(fragments.Count, limits.Fragments, "片段数");
        }

        foreach (var name in fragments.Keys)
        {
            OfFragment(name);
        }

        foreach (var operation in operations)
        {
            Count(operation.Directives);
            Limit(operation.Variables?.Count ?? 0, limits.Variables, "变量数");
            foreach (var variable in operation.Variables?.Items ?? [])
            {
                Count(variable.Directives);
                CheckValue(variable.DefaultValue);
            }

            OfSelection(operation.SelectionSet);
        }
    }

    private Measure OfFragment(string name)
    {
        if (measured.TryGetValue(name, out var known))
        {
            return known;
        }

        // An unknown fragment, or one that leads back to itself, is told by validation; here it counts once.
        if (!fragments.TryGetValue(name, out var fragment) || !open.Add(name))
        {
            return new Measure();
        }

        Count(fragment.Directives);
        var measure = OfSelection(fragment.SelectionSet);
        open.Remove(name);
        return measured[name] = measure;
    }

    private Measure OfSelection(GraphQLSelectionSet? set)
    {
        var sum = new Measure();
        foreach (var node in set?.Selections ?? [])
        {
            Count((node as IHasDirectivesNode)?.Directives);
            switch (node)
            {
                case GraphQLField field:
                    AddField(sum, field);
                    break;
                case GraphQLInlineFragment inline:
                    sum.Add(OfSelection(inline.SelectionSet));
                    break;
                case GraphQLFragmentSpread spread:
                    sum.Add(OfFragment(spread.FragmentName.Name.StringValue));
                    sum.Fields++;
                    break;
            }

            Check(sum);
        }

        return sum;
    }

    private void AddField(Measure sum, GraphQLField field)
    {
        foreach (var argument in field.Arguments?.Items ?? [])
        {
            CheckValue(argument.Value);
        }

        var below = OfSelection(field.SelectionSet);
        sum.Fields += below.Fields + 1;
        sum.Aliases += below.Aliases + (field.Alias is null ? 0 : 1);
        sum.Depth = Math.Max(sum.Depth, below.Depth + 1);
        sum.AddKey((field.Alias?.Name ?? field.Name).StringValue, 1);
    }

    private void Check(Measure measure)
    {
        Limit(measure.Fields, limits.Fields, "字段数");
        Limit(measure.Aliases, limits.Aliases, "别名数");
        Limit(measure.Depth, limits.Depth, "深度");
        Limit(measure.MostOfOneKey, limits.SameKey, "同名字段数");
    }

    private void Count(GraphQLDirectives? list)
    {
        directives += list?.Count ?? 0;
        Limit(directives, limits.Directives, "指令数");
        foreach (var argument in list?.Items.SelectMany(directive => directive.Arguments?.Items ?? []) ?? [])
        {
            CheckValue(argument.Value);
        }
    }

    private void CheckValue(GraphQLValue? value)
    {
        var items = value switch
        {
            GraphQLListValue list => list.Values ?? [],
            GraphQLObjectValue fields => fields.Fields?.ConvertAll(field => field.Value) ?? [],
            _ => [],
        };
        Limit(items.Count, limits.Items, "列表项数");
        items.ForEach(CheckValue);
    }

    private static void Limit(long value, long limit, string what)
    {
        if (value > limit)
        {
            throw GraphError.TooComplex(what, limit);
        }
    }

    private sealed class Measure
    {
        private readonly Dictionary<string, int> keys = [];

        public long Fields { get; set; }

        public long Aliases { get; set; }

        public int Depth { get; set; }

        public int MostOfOneKey { get; private set; }

        public void AddKey(string key, int times)
        {
            var sum = keys[key] = keys.GetValueOrDefault(key) + times;
            MostOfOneKey = Math.Max(MostOfOneKey, sum);
        }

        public void Add(Measure other)
        {
            Fields += other.Fields;
            Aliases += other.Aliases;
            Depth = Math.Max(Depth, other.Depth);
            foreach (var (key, times) in other.keys)
            {
                AddKey(key, times);
            }
        }
    }
}
