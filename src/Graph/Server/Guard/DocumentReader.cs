using GraphQL.Execution;
using GraphQLParser.AST;

namespace HnCe.Graph.Server;

/// <summary>Parses documents. Foreign ones are measured before the parser and before validation, which both could be overwhelmed.</summary>
internal sealed class DocumentReader(GraphOptions options)
{
    private readonly GraphQLDocumentBuilder parser = new() { MaxDepth = 256 };

    public PreparedDocument Read(string text, bool trusted)
    {
        if (!trusted)
        {
            TextGuard.Check(text, options.Limits);
        }

        var document = parser.Build(text);
        if (!trusted)
        {
            new DocumentGuard(document, options.Limits).Check();
        }

        return new PreparedDocument(document, SchemaQuestions.AreIn(document));
    }
}

/// <summary>Finds out whether a document asks for the schema.</summary>
internal static class SchemaQuestions
{
    public static bool AreIn(GraphQLDocument document) =>
        document.Definitions.OfType<GraphQLExecutableDefinition>().Any(definition => AreIn(definition.SelectionSet));

    private static bool AreIn(GraphQLSelectionSet? set) => set is not null && set.Selections.Any(node => node switch
    {
        GraphQLField field => field.Name.Value == "__schema" || field.Name.Value == "__type" || AreIn(field.SelectionSet),
        GraphQLInlineFragment inline => AreIn(inline.SelectionSet),
        _ => false,
    });
}
