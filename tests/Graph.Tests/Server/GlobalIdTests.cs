using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server.Sample;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class GlobalIdTests
{
    [Fact, Trait("Spec", "GRAPH-1")]
    public async Task Node_OfARow_IsFoundAgain()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("query($id: ID!) { node(id: $id) { id ... on Paper { title } } }", variables: new { id = GlobalId.Encode("Paper", 7) });

        Assert.Equal("论文7", json.GetProperty("data").GetProperty("node").GetProperty("title").GetString());
    }

    [Theory, Trait("Spec", "SEC-A5")]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("UGFwZXI6LTE")]
    [InlineData("UGFwZXI6OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk")]
    [InlineData("QXV0aG9yOjE")]
    [InlineData("论文")]
    public async Task Paper_ForeignOrGarbageId_ReadsAsNotFound(string id)
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("query($id: ID!) { paper(id: $id) { title } node(id: $id) { id } }", variables: new { id });

        Assert.Equal("""{"paper":null,"node":null}""", json.GetProperty("data").GetRawText());
    }

    [Fact, Trait("Spec", "SEC-A2")]
    public async Task Node_PermissionMissing_ReadsAsNotFound()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("query($id: ID!) { node(id: $id) { id } }", SampleGraph.Institution, new { id = GlobalId.Encode("Paper", 7) });

        Assert.Equal("""{"node":null}""", json.GetProperty("data").GetRawText());
    }

    [Fact, Trait("Spec", "GRAPH-1")]
    public async Task Nodes_SomeUnknown_KeepTheirPlaces()
    {
        await using var graph = new SampleGraph();
        string[] ids = [GlobalId.Encode("Paper", 3), "x", GlobalId.Encode("Paper", 2), GlobalId.Encode("Paper", 999)];

        var json = await graph.AskAsync("query($ids: [ID!]!) { nodes(ids: $ids) { ... on Paper { title } } }", variables: new { ids });

        Assert.Equal("""[{"title":"论文3"},null,{"title":"论文2"},null]""", json.GetProperty("data").GetProperty("nodes").GetRawText());
    }

    [Fact, Trait("Spec", "SEC-C7")]
    public async Task Nodes_MoreThanAHundred_AreRefused()
    {
        await using var graph = new SampleGraph();

        var answer = await graph.RunAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", variables: new { ids = Enumerable.Repeat("x", 101) });

        Assert.Equal([ErrorCodes.BadInput], answer.ErrorCodes);
    }

    [Fact, Trait("Spec", "GRAPH-1")]
    public async Task Mutation_InputWithKeys_ReadsThemAndTellsRefusals()
    {
        await using var graph = new SampleGraph();
        const string document = "mutation($input: SendPapersInput!) { sendPapers(input: $input) { succeeded userErrors { code message path } } }";

        var sent = await graph.AskAsync(document, variables: new { input = new { papers = new[] { GlobalId.Encode("Paper", 1) } } });
        var refused = await graph.AskAsync(document, variables: new { input = new { papers = new[] { GlobalId.Encode("Author", 1) } } });

        Assert.Equal("""{"sendPapers":{"succeeded":1,"userErrors":[]}}""", sent.GetProperty("data").GetRawText());
        Assert.Equal("""{"sendPapers":{"succeeded":null,"userErrors":[{"code":"NOT_FOUND","message":"论文不存在。","path":"input.papers"}]}}""", refused.GetProperty("data").GetRawText());
    }

    [Fact, Trait("Spec", "GRAPH-1")]
    public async Task Filter_WithKey_Limits()
    {
        await using var graph = new SampleGraph();

        var json = await graph.AskAsync("query($a: ID) { papers(first: 2, filter: { author: $a, status: DRAFT, days: [\"2024-05-01\"] }) { nodes { day createdAt hours status author { name } } } }", variables: new { a = GlobalId.Encode("Author", 2) });

        Assert.Equal("""{"day":"2024-05-01","createdAt":"2024-05-01T00:00:00Z","hours":1.5,"status":"SENT_TO_BUREAU","author":{"name":"李四"}}""", json.GetProperty("data").GetProperty("papers").GetProperty("nodes")[0].GetRawText());
    }
}
