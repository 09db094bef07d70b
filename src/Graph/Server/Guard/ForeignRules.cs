using GraphQL;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace HnCe.Graph.Server;

/// <summary>
/// The rules that documents are validated by. Outside Development unknown fields get no suggestions: they would tell names,
/// and comparing a thousand unknown fields with all known ones takes longer than everything else together.
/// </summary>
internal static class ForeignRules
{
    /// <summary>The most mistakes that one answer lists.</summary>
    public const int MostErrors = 20;

    private static readonly IReadOnlyList<IValidationRule> WithoutSuggestions =
        [.. DocumentValidator.CoreRules.Where(rule => rule is not FieldsOnCorrectType), new KnownFields()];

    public static IEnumerable<IValidationRule> For(GraphOptions options) => options.IsDevelopment ? DocumentValidator.CoreRules : WithoutSuggestions;

    private sealed class KnownFields : ValidationRuleBase
    {
        private static readonly INodeVisitor Visitor = new MatchingNodeVisitor<GraphQLField>((field, context) =>
        {
            if (context.TypeInfo.GetParentType()?.GetNamedType() is { } type && context.TypeInfo.GetFieldDef() is null)
            {
                context.ReportError(new FieldsOnCorrectTypeError(context, field, type, [], []));
            }
        });

        public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);
    }
}
