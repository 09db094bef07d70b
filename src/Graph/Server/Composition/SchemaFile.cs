using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace HnCe.Graph.Server;

/// <summary>The schema as text: the public contract, sorted so that two printings compare line by line.</summary>
public static class SchemaFile
{
    /// <summary>Prints a schema, types and fields by name, descriptions included.</summary>
    public static string Print(ISchema schema) => schema.Print(new PrintOptions
    {
        StringComparison = StringComparison.Ordinal,
        IncludeDescriptions = true,
        IncludeDeprecationReasons = true,
    }).ReplaceLineEndings("\n").TrimEnd() + "\n";

    /// <summary>
    /// Whether a file holds the schema as printed. With HNCE_ACCEPT=1 in the environment the file is rewritten first:
    /// that is how a wanted change of the contract is accepted.
    /// </summary>
    public static bool Matches(ISchema schema, string path)
    {
        var printed = Print(schema);
        if (Environment.GetEnvironmentVariable("HNCE_ACCEPT") == "1")
        {
            File.WriteAllText(path, printed);
        }

        return File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == printed;
    }
}
