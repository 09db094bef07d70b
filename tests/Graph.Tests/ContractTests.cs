using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests;

/// <summary>The public contract and who may use it, as committed. HNCE_ACCEPT=1 accepts a wanted change.</summary>
public sealed class ContractTests
{
    private static readonly ServiceProvider Graph = new ServiceCollection().AddLogging().AddHnCeGraph().BuildServiceProvider();

    private static readonly string Root = FindRoot();

    [Fact, Trait("Spec", "GRAPH-1")]
    public void SchemaFile_OfTheRepository_IsTheRunningSchema() =>
        Assert.True(SchemaFile.Matches(Schema, Path.Combine(Root, "schema.graphql")), "schema.graphql differs; run with HNCE_ACCEPT=1 to accept.");

    [Fact, Trait("Spec", "SEC-A1")]
    public void MatrixFile_OfTheRepository_IsTheRunningMatrix() => Assert.True(
        AuthorizationMatrix.Matches(AuthorizationMatrix.Of(Schema, Graph.GetRequiredService<NodeTypes>()), Path.Combine(Root, "tests", "Graph.Tests", "authorization-matrix.tsv")),
        "authorization-matrix.tsv differs; run with HNCE_ACCEPT=1 to accept.");

    [Fact, Trait("Spec", "GRAPH-1")]
    public void Schema_EveryTypeFieldArgumentAndValue_IsDescribed() => Assert.Empty(Undescribed.In(Schema));

    private static GraphQL.Types.ISchema Schema => Graph.GetRequiredService<GraphServer>().Schema;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HnCe.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
