using HnCe.Domain.Access;
using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server.Sample;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class ErrorTests
{
    [Fact, Trait("Spec", "SEC-C6")]
    public async Task Fault_OfAResolver_IsMasked()
    {
        await using var graph = new SampleGraph();

        var json = (await graph.AskAsync("{ break }")).ToString();

        Assert.Contains("\"code\":\"INTERNAL\"", json);
        Assert.Contains("traceId", json);
        Assert.DoesNotContain("secret", json);
        Assert.DoesNotContain("InvalidOperation", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("INVALID_OPERATION", json);
    }

    [Theory, Trait("Spec", "SEC-C5")]
    [InlineData("{ ecko }")]
    [InlineData("{ echo(texd: \"a\") }")]
    [InlineData("query($a: PaperFilte) { echo }")]
    [InlineData("{ papers(filter: { titel: \"\" }) { nodes { title } } }")]
    [InlineData("{ papers(filter: { status: DRAFD }) { nodes { title } } }")]
    public async Task Mistake_OutsideDevelopment_GetsNoSuggestion(string document)
    {
        await using var graph = new SampleGraph();

        var json = (await graph.AskAsync(document)).ToString();

        Assert.Contains(ErrorCodes.ValidationFailed, json);
        Assert.DoesNotContain("Did you mean", json, StringComparison.OrdinalIgnoreCase);
    }

    [Fact, Trait("Spec", "SEC-C9")]
    public async Task Operation_TooSlow_IsEnded()
    {
        await using var graph = new SampleGraph(options => options.Timeout = TimeSpan.FromMilliseconds(200));

        var answer = await graph.RunAsync("{ slow }").WaitAsync(TimeSpan.FromSeconds(5));

        Assert.Equal([ErrorCodes.Timeout], answer.ErrorCodes);
    }

    [Fact, Trait("Spec", "SEC-C9")]
    public async Task Operation_ClientGone_IsCancelled()
    {
        await using var graph = new SampleGraph();
        using var gone = new CancellationTokenSource(100);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => graph.Server.RunAsync(new GraphRequest("{ slow }"), SampleGraph.Employer, gone.Token));
    }

    [Theory, Trait("Spec", "SEC-C6")]
    [InlineData("'\"; DROP TABLE x; --")]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("9007199254740993")]
    [InlineData("-1")]
    [InlineData("2024-13-45")]
    public async Task Scalar_AnyText_AnswersWithAKnownCode(string text)
    {
        await using var graph = new SampleGraph();
        const string document = "query($t: String, $d: Date, $s: PaperStatus, $i: Int, $k: ID) { echo(text: $t, day: $d) papers(first: $i, filter: { status: $s, author: $k }) { nodes { title } } }";

        foreach (var variables in new object[] { new { t = text }, new { d = text }, new { s = text }, new { i = text }, new { k = text }, new { i = long.MaxValue }, new { i = 1.5 }, new { t = new string('x', 1_000_000) } })
        {
            var answer = await graph.RunAsync(document, variables: variables);
            await answer.ToJsonAsync(CancellationToken.None);

            Assert.DoesNotContain(ErrorCodes.Internal, answer.ErrorCodes);
        }
    }

    [Fact, Trait("Spec", "GRAPH-5")]
    public async Task InProcess_DataOfAFailure_Throws()
    {
        await using var graph = new SampleGraph();

        var answer = await graph.RunAsync("{ papers { nodes { title } } }", Caller.Visitor);

        Assert.Equal([ErrorCodes.Unauthenticated], (await Assert.ThrowsAsync<GraphFailedException>(() => answer.DataAsync<object>(CancellationToken.None))).Codes);
    }
}
