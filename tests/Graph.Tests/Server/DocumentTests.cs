using HnCe.Domain.Access;
using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server.Sample;
using Xunit;

namespace HnCe.Graph.Tests.Server;

public sealed class DocumentTests
{
    private const string Page = """
        query Review($id: ID!) { paper(id: $id) { id title status } }
        mutation Send($input: SendPapersInput!) { sendPapers(input: $input) { succeeded userErrors { code message path } } }
        """;

    [Fact, Trait("Spec", "GRAPH-5")]
    public async Task Document_OfOurOwn_IsPreparedAndReadIntoARecord()
    {
        await using var graph = new SampleGraph();

        var mistakes = await graph.Server.PrepareAsync(Page);
        var answer = await graph.Server.RunAsync(GraphRequest.Trusted(Page, new { id = GlobalId.Encode("Paper", 2) }, "Review"), SampleGraph.Employer, CancellationToken.None);

        Assert.Empty(mistakes);
        Assert.Equal(new Review(new ReviewedPaper(GlobalId.Encode("Paper", 2), "论文2", PaperStatus.SentToBureau)), await answer.DataAsync<Review>(CancellationToken.None));
    }

    [Theory, Trait("Spec", "GRAPH-5")]
    [InlineData("{ nothing }")]
    [InlineData("{")]
    [InlineData("query($id: Int!) { paper(id: $id) { title } }")]
    public async Task Document_ThatDoesNotFit_IsTold(string document)
    {
        await using var graph = new SampleGraph();

        Assert.NotEmpty(await graph.Server.PrepareAsync(document));
    }

    [Fact, Trait("Spec", "GRAPH-4")]
    public async Task Document_SubscriptionWithoutSuchRoot_IsRefused()
    {
        await using var graph = new SampleGraph();

        var answer = await graph.RunAsync("subscription { echo }");

        Assert.False(answer.Executed);
        Assert.DoesNotContain(ErrorCodes.Internal, answer.ErrorCodes);
    }

    [Fact, Trait("Spec", "GRAPH-5")]
    public async Task Operation_EachRun_HasItsOwnCaller()
    {
        await using var graph = new SampleGraph();
        Caller[] callers = [SampleGraph.Employer, Caller.Visitor, SampleGraph.Institution];

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(at => Task.Run(() => graph.RunAsync("{ papers(first: 1) { nodes { title } } }", callers[at % 3]))));

        Assert.All(answers.Index(), answer => Assert.Equal((answer.Index % 3) switch { 0 => [], 1 => [ErrorCodes.Unauthenticated], _ => [ErrorCodes.Forbidden] }, answer.Item.ErrorCodes));
    }

    [Fact, Trait("Spec", "GRAPH-2")]
    public async Task Shape_MemberWithoutBinding_KeepsTheHostFromStarting()
    {
        await using var graph = new SampleGraph();

        var failure = Assert.Throws<InvalidOperationException>(() => ShapeRules.Check(typeof(Forgetful<int>), Forgetful<int>.Shape, null));

        Assert.Contains("Title is filled by no binding", failure.Message);
    }

    private sealed record Review(ReviewedPaper? Paper);

    private sealed record ReviewedPaper(string Id, string Title, PaperStatus Status);

    private sealed class Forgetful<T>
    {
        public long Key { get; init; }

        public string Title { get; init; } = "";

        public static readonly System.Linq.Expressions.Expression<Func<Paper, Forgetful<T>>> Shape = paper => new() { Key = paper.Id };
    }
}
