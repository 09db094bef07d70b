using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server.Sample;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class PagingTests
{
    [Fact, Trait("Spec", "GRAPH-1")]
    public async Task Connection_FirstPage_HasEdgesNodesAndPageInfo()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("{ papers(first: 2) { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }");

        var papers = json.GetProperty("data").GetProperty("papers");
        Assert.Equal("""{"hasNextPage":true,"hasPreviousPage":false,"startCursor":"1","endCursor":"2"}""", papers.GetProperty("pageInfo").GetRawText());
        Assert.Equal(GlobalId.Encode("Paper", 1), papers.GetProperty("edges")[0].GetProperty("node").GetProperty("id").GetString());
        Assert.Equal(250, papers.GetProperty("totalCount").GetInt32());
    }

    [Fact, Trait("Spec", "GRAPH-1")]
    public async Task Connection_TotalNotSelected_IsNotCounted()
    {
        await using var graph = new SampleGraph();

        await graph.AskAsync("{ papers(last: 3) { nodes { title } } }");

        Assert.Equal((3, true, false), (graph.Probe.Page!.Size, graph.Probe.Page.Backward, graph.Probe.Page.WithTotal));
    }

    [Theory, Trait("Spec", "GRAPH-1")]
    [InlineData("first: 0")]
    [InlineData("first: 101")]
    [InlineData("last: -1")]
    [InlineData("first: 1, last: 1")]
    [InlineData("first: 1, before: \"2\"")]
    [InlineData("after: \"1\", before: \"2\"")]
    public async Task Connection_ArgumentsThatDoNotFit_AreBadInput(string arguments)
    {
        await using var graph = new SampleGraph();

        var answer = await graph.RunAsync($"{{ papers({arguments}) {{ nodes {{ title }} }} }}");

        Assert.Equal([ErrorCodes.BadInput], answer.ErrorCodes);
    }

    [Fact, Trait("Spec", "SEC-A5")]
    public async Task Connection_GarbageCursor_IsBadCursor()
    {
        await using var graph = new SampleGraph();

        var answer = await graph.RunAsync("{ papers(after: \"x\") { nodes { title } } }");

        Assert.Equal([ErrorCodes.BadCursor], answer.ErrorCodes);
    }
}
