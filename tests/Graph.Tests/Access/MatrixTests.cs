using GraphQL.Types;
using HnCe.Domain.Access;
using HnCe.Domain.Data.Providers;
using HnCe.Testing;
using Xunit;

namespace HnCe.Graph.Tests.Access;

/// <summary>Executes every cell of authorization-matrix.tsv that is about a root field.</summary>
public sealed class MatrixTests(Worlds worlds) : IClassFixture<Worlds>
{
    [Theory, OnBothDatabases, Trait("Spec", "SEC-A1")]
    public async Task EveryRootField_ForEveryRole_AnswersAsTheMatrixSays(DatabaseProvider provider)
    {
        var world = await worlds.On(provider);
        var teacher = await world.ProfessionalAsync(world.School);
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Graph.Tests", "authorization-matrix.tsv")).Select(line => line.Split('\t')).ToList();
        var cells = 0;

        foreach (var line in lines.Skip(1).Where(line => !line[0].Contains('(')))
        {
            foreach (var (column, allowed) in lines[0].Skip(1).Zip(line.Skip(1)))
            {
                var actor = column switch { "visitor" => world.Visitor, nameof(UserType.Individual) => teacher, _ => world.As(Enum.Parse<UserType>(column)) };
                if (DocumentFor(world.Graph.Schema, line[0]) is { } document)
                {
                    var reply = await actor.AskAsync(document);
                    var denied = reply.Errors.Intersect(["UNAUTHENTICATED", "FORBIDDEN"]).ToList();
                    cells++;

                    Assert.True(allowed == "yes" ? reply.Errors.Count == 0 : denied is [var code] && (code == "UNAUTHENTICATED") == (column == "visitor"),
                        $"{line[0]} for {column} says {allowed} and answered {reply.Text}");
                }
            }
        }

        Assert.Equal(8 * lines.Count(line => line[0].StartsWith("Query.", StringComparison.Ordinal) || line[0].StartsWith("Mutation.", StringComparison.Ordinal)), cells + (8 * lines.Count(line => line[0].Contains('('))));
    }

    // The smallest document that resolves a root field: required arguments with values of the right shape that name nothing.
    private static string? DocumentFor(ISchema schema, string field)
    {
        var (type, name) = (field.Split('.')[0], field.Split('.')[1]);
        var root = type == "Query" ? schema.Query : type == "Mutation" ? schema.Mutation! : null;
        if (root?.GetField(name) is not { } found)
        {
            return null;
        }

        var arguments = (found.Arguments ?? []).Where(argument => argument.ResolvedType is NonNullGraphType).Select(argument => $"{argument.Name}: {ValueOf(argument.ResolvedType!)}").ToList();
        var call = arguments.Count == 0 ? name : $"{name}({string.Join(", ", arguments)})";
        return $"{type.ToLowerInvariant()} {{ {call}{(Unwrap(found.ResolvedType!) is IObjectGraphType or IInterfaceGraphType ? " { __typename }" : "")} }}";
    }

    private static string ValueOf(IGraphType type) => type switch
    {
        NonNullGraphType required => ValueOf(required.ResolvedType!),
        ListGraphType list => $"[{ValueOf(list.ResolvedType!)}]",
        EnumerationGraphType values => values.Values.First().Name,
        IInputObjectGraphType input => $"{{ {string.Join(", ", input.Fields.Where(field => field.ResolvedType is NonNullGraphType).Select(field => $"{field.Name}: {ValueOf(field.ResolvedType!)}"))} }}",
        { Name: "Int" or "Decimal" } => "1",
        { Name: "Boolean" } => "true",
        { Name: "Date" } => "\"2026-01-01\"",
        _ => "\"x\"",
    };

    private static IGraphType Unwrap(IGraphType type) => type is IProvideResolvedType { ResolvedType: { } inner } ? Unwrap(inner) : type;
}
