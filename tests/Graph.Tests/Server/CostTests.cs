using System.Text.Json;
using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server.Sample;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class CostTests
{
    private const string Document = "query($n: Int) { papers(first: $n) { nodes { title author { papers { author { name } } } } } }";

    [Fact, Trait("Spec", "SEC-C1")]
    public async Task Cost_OfAnAnswer_IsReported()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("{ papers(first: 100) { nodes { title author { name } } pageInfo { hasNextPage } } }");

        var cost = json.GetProperty("extensions").GetProperty("cost");
        Assert.Equal((131, 5000), (cost.GetProperty("spent").GetInt32(), cost.GetProperty("limit").GetInt32()));
    }

    [Fact, Trait("Spec", "SEC-C1")]
    public async Task Cost_VariableOnACachedDocument_IsReckonedAnew()
    {
        await using var graph = new SampleGraph(options => options.MaxCost = 1000);

        var cheap = await graph.RunAsync(Document, variables: new { n = 2 });
        var dear = await graph.RunAsync(Document, variables: new { n = 100 });
        var absurd = await graph.RunAsync(Document, variables: new { n = 2_000_000_000 });
        var standard = await CostOfAsync(graph, Document);

        Assert.Empty(cheap.ErrorCodes);
        Assert.Equal([ErrorCodes.TooExpensive], dear.ErrorCodes);
        Assert.Equal([ErrorCodes.TooExpensive], absurd.ErrorCodes);
        Assert.Equal(await CostOfAsync(graph, Document.Replace("$n: Int", "$n: Int = 20")), standard);
    }

    [Fact, Trait("Spec", "SEC-C1")]
    public async Task Cache_EverNewDocuments_StaysBounded()
    {
        await using var graph = new SampleGraph(options => options.CachedDocuments = 10);
        var cache = (DocumentCache)graph.Services.GetService(typeof(DocumentCache))!;

        for (var at = 0; at < 50; at++)
        {
            await graph.RunAsync($"{{ a{at}: echo }}");
        }

        Assert.Equal(10, cache.ForeignCount);
    }

    private static async Task<int> CostOfAsync(SampleGraph graph, string document)
    {
        JsonElement json = await graph.AskAsync(document);
        return json.GetProperty("extensions").GetProperty("cost").GetProperty("spent").GetInt32();
    }
}
