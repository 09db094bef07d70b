using GraphQL.Types;
using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server.Sample;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class DescriptionTests
{
    [Fact, Trait("Spec", "GRAPH-1")]
    public async Task Schema_OfTheSample_DescribesEverything()
    {
        await using var graph = new SampleGraph();

        Assert.Empty(Undescribed.In(graph.Server.Schema));
    }

    [Fact, Trait("Spec", "GRAPH-1")]
    public async Task Schema_Printed_IsSortedAndComplete()
    {
        await using var graph = new SampleGraph();

        var printed = SchemaFile.Print(graph.Server.Schema);

        Assert.Contains("Who wrote it.", printed);
        Assert.Contains("type School implements Home & Node", printed);
        Assert.Contains("interface Home implements Node", printed);
        Assert.Contains("type PaperConnection", printed);
    }
}

/// <summary>Finds what a schema leaves without a description.</summary>
public static class Undescribed
{
    public static List<string> In(ISchema schema)
    {
        string[] builtIn = ["String", "Int", "Boolean", "Float"];
        return [.. schema.AllTypes
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && !builtIn.Contains(type.Name))
            .SelectMany(Names).Where(named => string.IsNullOrWhiteSpace(named.Description)).Select(named => named.Name).Order()];
    }

    private static IEnumerable<(string Name, string? Description)> Names(IGraphType type)
    {
        yield return (type.Name, type.Description);
        foreach (var field in (type as IComplexGraphType)?.Fields ?? Enumerable.Empty<FieldType>())
        {
            yield return ($"{type.Name}.{field.Name}", field.Description);
            foreach (var argument in field.Arguments ?? Enumerable.Empty<QueryArgument>())
            {
                yield return ($"{type.Name}.{field.Name}({argument.Name})", argument.Description);
            }
        }

        foreach (var value in (type as EnumerationGraphType)?.Values ?? Enumerable.Empty<EnumValueDefinition>())
        {
            yield return ($"{type.Name}.{value.Name}", value.Description);
        }
    }
}
