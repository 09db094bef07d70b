using GraphQL;
using GraphQL.Types;
using GraphQL.Utilities;

namespace HnCe.Graph.Server;

/// <summary>The schema as text: the public contract, sorted so that two printings compare line by line.</summary>
public static class SchemaFile
{
    /// <summary>Version of the contract: the first number rises with a breaking change, the second with a release that only adds.</summary>
    public const string Version = "1.0";

    /// <summary>Prints a schema, types and fields by name.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="described">Whether with descriptions.</param>
    public static string Print(ISchema schema, bool described = true) => schema.Print(new PrintOptions
    {
        StringComparison = StringComparison.Ordinal,
        IncludeDescriptions = described,
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
