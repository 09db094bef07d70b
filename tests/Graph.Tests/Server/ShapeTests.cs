using HnCe.Graph.Tests.Server.Sample;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class ShapeTests
{
    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Shape_FieldsFragmentsAliases_KeepsWhatIsSelected()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("""
            query($yes: Boolean = true, $no: Boolean = false) {
              papers(first: 2) { nodes { ...Part t: title day @skip(if: $yes) hours @include(if: $no) } edges { node { ... on Paper { author { name } } } } }
            }
            fragment Part on Paper { canSend author { phone } }
            """);

        Assert.False(json.TryGetProperty("errors", out _), json.ToString());
        var shape = graph.Probe.Shape!.ToString();
        Assert.All(["Key", "AuthorKey", "Title", "CanSend", "Name", "Phone"], member => Assert.Contains($"{member} =", shape));
        Assert.All(["Day", "Hours", "Secret", "Reviewer", "Home", "Status"], member => Assert.DoesNotContain($"{member} =", shape));
        Assert.Equal("论文1", json.GetProperty("data").GetProperty("papers").GetProperty("nodes")[0].GetProperty("t").GetString());
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Shape_ComputedField_KeepsWhatItNeeds()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("{ papers(first: 1) { nodes { line } } }");

        Assert.Equal("论文1 1.5", json.GetProperty("data").GetProperty("papers").GetProperty("nodes")[0].GetProperty("line").GetString());
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Shape_OptionalRelation_IsNullWhereMissing()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("{ papers(first: 3) { nodes { reviewer { name } } } }");

        var nodes = json.GetProperty("data").GetProperty("papers").GetProperty("nodes");
        Assert.Equal(["null", "null", """{"name":"张三"}"""], nodes.EnumerateArray().Select(node => node.GetProperty("reviewer").GetRawText()));
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Shape_Interface_CutsEachKindByItsOwnFragment()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("{ papers(first: 2) { nodes { author { home { __typename id greeting ... on School { pupils } ... on Hospital { name } } } } } }");

        Assert.False(json.TryGetProperty("errors", out _), json.ToString());
        var shape = graph.Probe.Shape!.ToString();
        Assert.Contains("Pupils =", shape);
        Assert.DoesNotContain("Beds =", shape);
        var homes = json.GetProperty("data").GetProperty("papers").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("author").GetProperty("home")).ToList();
        Assert.Equal(["School", "Hospital"], homes.Select(home => home.GetProperty("__typename").GetString()));
        Assert.Equal("HospitalView 2", homes[1].GetProperty("greeting").GetString());
        Assert.Equal(900, homes[0].GetProperty("pupils").GetInt32());
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Shape_SameDocumentAgain_IsTheSameExpression()
    {
        await using var graph = new SampleGraph();
        await graph.AskAsync("{ papers(first: 2) { nodes { title } } }");
        await graph.AskAsync("{ papers(first: 2) { nodes { title } } }");
        var first = graph.Probe.Shape;

        await graph.AskAsync("{ papers(first: 2) { nodes { title } } }");

        Assert.Same(first, graph.Probe.Shape);
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Loader_SiblingObjects_AskOnce()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("{ papers(first: 10) { nodes { author { papers { title } } } } }");

        Assert.False(json.TryGetProperty("errors", out _), json.ToString());
        Assert.Equal([1L, 2L], Assert.Single(graph.Probe.Batches).Order());
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Loader_SelectionThatDependsOnVariables_StillAsksOnce()
    {
        await using var graph = new SampleGraph();

        await graph.AskAsync("query($w: Boolean!) { papers(first: 10) { nodes { author { papers { title hours @include(if: $w) } papers { day } } } } }", variables: new { w = true });

        Assert.Single(graph.Probe.Batches);
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task SiblingRootFields_OfAQuery_RunInParallel()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("{ a: meet b: meet }").WaitAsync(TimeSpan.FromSeconds(8));

        Assert.True(json.GetProperty("data").GetProperty("a").GetBoolean());
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Shape_InAPayload_IsPrunedToItsSelection()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("mutation { sendPapers(input: { papers: [] }) { first { title } userErrors { code } } }");

        Assert.Equal("论文1", json.GetProperty("data").GetProperty("sendPapers").GetProperty("first").GetProperty("title").GetString());
        Assert.DoesNotContain("Hours =", graph.Probe.Shape!.ToString());
    }
}
