using Xunit;

namespace HnCe.Graph.Tests.Server;

/// <summary>The rules of the schema, each broken once.</summary>
[Trait("Spec", "GRAPH-1")]
public sealed class SchemaLintTests
{
    private const string Good = """
        "It." schema { query: Query mutation: Mutation }
        "Reads." type Query {
          "One." node("Which." id: ID!): Node
          "Some." nodes("Which." ids: [ID!]!): [Node]!
          "All." papers("From." after: String, "To." before: String, "Many." first: Int, "Many." last: Int): PaperConnection!
        }
        "Does." type Mutation { "Writes." write("What." input: WriteInput!): WritePayload! }
        "A node." interface Node { "Id." id: ID! }
        "A paper." type Paper implements Node { "Id." id: ID! "Kind." kind: Kind! "Old." title: String @deprecated(reason: "Use kind. Removed after 2030-01-01.") }
        "Kinds." enum Kind { "One." ONE_OF_TWO }
        "A page." type PaperConnection { "Rows." edges: [PaperEdge!]! "Rows." nodes: [Paper!]! "Where." pageInfo: PageInfo! "How many." totalCount: Int! }
        "A row." type PaperEdge { "Where." cursor: String! "Row." node: Paper! }
        "Where." type PageInfo { "End." endCursor: String "More." hasNextPage: Boolean! "Less." hasPreviousPage: Boolean! "Start." startCursor: String }
        "What." input WriteInput { "Ids." ids: [ID!] }
        "What came of it." type WritePayload { "It." paper: Paper "Refusals." userErrors: [UserError!]! }
        "A refusal." type UserError { "Why." message: String! }
        """;

    [Fact]
    public void Schema_ThatKeepsAllRules_Passes() => Assert.Empty(SchemaLint.Of(Good));

    [Theory]
    [InlineData("\"A paper.\" type", "type", "Paper: no description, or one without a full stop")]
    [InlineData("\"Which.\" id: ID!): Node", "id: ID!): Node", "Query.node(id:): no description, or one without a full stop")]
    [InlineData("\"One.\" ONE", "\"One\" ONE", "Kind.ONE_OF_TWO: no description, or one without a full stop")]
    [InlineData("ONE_OF_TWO", "OneOfTwo", "Kind.OneOfTwo: not CONSTANT_CASE")]
    [InlineData("title: String", "Title: String", "Paper.Title: not camelCase")]
    [InlineData("Removed after 2030-01-01.", "", "Paper.title: the reason of a deprecation names what to use and the date of removal")]
    [InlineData("implements Node { \"Id.\" id: ID!", "implements Node { \"Id.\" id: ID", "Paper: a node has id: ID!")]
    [InlineData("nodes: [Paper!]!", "papers: [Paper!]!", "PaperConnection: not the shape of a connection")]
    [InlineData("cursor: String!", "cursor: String", "PaperConnection: not the shape of a connection")]
    [InlineData(", \"Many.\" last: Int", "", "Query.papers: a connection is never null and takes first, after, last and before")]
    [InlineData("input: WriteInput!", "data: WriteInput!", "Mutation.write: takes one input: …Input!, or nothing")]
    [InlineData("): WritePayload!", "): WritePayload", "Mutation.write: answers a …Payload!")]
    [InlineData("userErrors: [UserError!]!", "userErrors: [UserError!]", "WritePayload: has no userErrors: [UserError!]!")]
    [InlineData("\"It.\" paper: Paper", "\"It.\" paper: Paper!", "WritePayload.paper: a result is null when the request was refused")]
    [InlineData("\"Ids.\" ids: [ID!]", "\"Ids.\" ids: [ID]", "WriteInput.ids: a list holds no nulls")]
    [InlineData("title: String", "title: [String!]", "Paper.title: a list is empty rather than null")]
    public void Rule_Broken_IsNamed(string from, string to, string finding)
    {
        var broken = Good.Replace(from, to, StringComparison.Ordinal);

        Assert.NotEqual(Good, broken);
        Assert.Contains(finding, SchemaLint.Of(broken));
    }

    [Fact]
    public void GuardedList_MayBeNull() => Assert.Empty(SchemaLint.Of(Good.Replace("title: String", "title: [String!]", StringComparison.Ordinal), coordinate => coordinate == "Paper.title"));
}
