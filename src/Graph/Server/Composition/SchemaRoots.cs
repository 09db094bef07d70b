using GraphQL.Types;
using GraphQLParser.AST;

namespace HnCe.Graph.Server;

/// <summary>Where operations begin.</summary>
internal static class SchemaRoots
{
    /// <summary>The type whose fields an operation of a kind selects first; null when the schema has none.</summary>
    public static IObjectGraphType? RootOf(this ISchema schema, OperationType operation) => operation switch
    {
        OperationType.Mutation => schema.Mutation,
        OperationType.Subscription => schema.Subscription,
        _ => schema.Query,
    };
}
