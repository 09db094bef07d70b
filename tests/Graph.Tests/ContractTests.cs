using HnCe.Graph.Server;
using HnCe.Graph.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HnCe.Graph.Tests;

/// <summary>The public contract and who may use it, as committed. HNCE_ACCEPT=1 accepts a wanted change.</summary>
public sealed class ContractTests
{
    private const string BaselineTitle = "# Schema version ";

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
    public void Schema_KeepsTheRules() => Assert.Empty(SchemaLint.Of(SchemaFile.Print(Schema), IsGuarded));

    [Fact, Trait("Spec", "GRAPH-12")]
    public void Schema_BreaksNothingOfTheRelease_ThatIsNotListed()
    {
        if (Environment.GetEnvironmentVariable("HNCE_RELEASE") == "1")
        {
            File.WriteAllText(Baseline, $"{BaselineTitle}{SchemaFile.Version}: what clients rely on; descriptions are in schema.graphql.\n{SchemaFile.Print(Schema, described: false)}");
        }

        var released = File.ReadAllText(Baseline);
        var breaking = SchemaDiff.Breaking(released, SchemaFile.Print(Schema));

        Assert.StartsWith(BaselineTitle, released);
        Assert.Empty(breaking.Select(change => change.ToString()).Except(ListedChanges()));
        Assert.True(breaking.Count == 0 || MajorOf(SchemaFile.Version) > MajorOf(released[BaselineTitle.Length..]), "a breaking change raises the first number of SchemaFile.Version");
    }

    [Fact, Trait("Spec", "GRAPH-12")]
    public void Version_OfTheSchema_IsTheNewestOfTheChangelog() =>
        Assert.Equal(SchemaFile.Version, ChangesTable("| version | date |").First()[0]);

    private static string Baseline => Path.Combine(Root, "docs", "schema-baseline.graphql");

    private static bool IsGuarded(string coordinate) =>
        coordinate.Split('.') is [var type, var field] && Schema.AllTypes[type] is GraphQL.Types.IComplexGraphType { } found && found.GetField(field) is { } known && FieldAccess.Of(known) is not null;

    // A line counts only when it says why and what clients do.
    private static IEnumerable<string> ListedChanges() =>
        ChangesTable("| version | change |").Where(cells => cells is [_, _, { Length: > 0 }, { Length: > 0 }]).Select(cells => cells[1]);

    private static IEnumerable<string[]> ChangesTable(string head) => File.ReadLines(Path.Combine(Root, "docs", "schema-changes.md"))
        .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static int MajorOf(string version) => int.Parse(version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);

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
