using GraphQL.Types;
using HnCe.Domain.Access;
using HnCe.Graph.Server;

namespace HnCe.Graph.Tests;

/// <summary>
/// Who may resolve what, walked from the schema: one line per root field, per guarded field of a view and per type that
/// node finds; one column for the visitor and for each role. Committed as authorization-matrix.tsv.
/// </summary>
public static class AuthorizationMatrix
{
    internal static string Of(ISchema schema, NodeTypes nodes)
    {
        UserType[] roles = Enum.GetValues<UserType>();
        Caller[] callers = [Caller.Visitor, .. roles.Select(role => new Caller { AccountId = 1, Role = role })];
        var fields = schema.AllTypes.OfType<IObjectGraphType>()
            .SelectMany(type => type.Fields.Select(field => (Name: $"{type.Name}.{field.Name}", Access: FieldAccess.Of(field))))
            .Where(field => field.Access is not null)
            .Concat(nodes.All.Select(node => (Name: $"Query.node({node.Name})", Access: (FieldAccess?)node.Access)))
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => Line(field.Name, callers.Select(caller => field.Access!.Allows(caller) ? "yes" : "no")));
        return string.Concat(fields.Prepend(Line("field", roles.Select(role => role.ToString()).Prepend("visitor"))));
    }

    /// <summary>Whether the committed file holds the matrix; with HNCE_ACCEPT=1 it is rewritten first.</summary>
    public static bool Matches(string matrix, string path)
    {
        if (Environment.GetEnvironmentVariable("HNCE_ACCEPT") == "1")
        {
            File.WriteAllText(path, matrix);
        }

        return File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == matrix;
    }

    private static string Line(string name, IEnumerable<string> cells) => string.Join('\t', cells.Prepend(name)) + "\n";
}
