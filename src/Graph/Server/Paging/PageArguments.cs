using GraphQL;
using GraphQL.Types;
using HnCe.Domain.Data;

namespace HnCe.Graph.Server;

/// <summary>The arguments first, after, last and before of a field that takes a <see cref="PageRequest"/>.</summary>
internal static class PageArguments
{
    /// <summary>Marks a field that is paged by the client.</summary>
    public const string PagedKey = "HnCe.Paged";

    public static void AddTo(FieldType field)
    {
        var arguments = field.Arguments ??= [];
        arguments.Add(new QueryArgument<IntGraphType> { Name = "first", Description = $"Rows wanted from the start, 1 to {PageRequest.MaxSize}; {PageRequest.DefaultSize} when neither first nor last is given. GEN-05." });
        arguments.Add(new QueryArgument<StringGraphType> { Name = "after", Description = "Continue behind this cursor; with first. GEN-05." });
        arguments.Add(new QueryArgument<IntGraphType> { Name = "last", Description = $"Rows wanted from the end, 1 to {PageRequest.MaxSize}. GEN-05." });
        arguments.Add(new QueryArgument<StringGraphType> { Name = "before", Description = "Continue in front of this cursor; with last. GEN-05." });
        field.Metadata[PagedKey] = true;
    }

    public static PageRequest Read(IResolveFieldContext context)
    {
        var first = context.GetArgument<int?>("first");
        var last = context.GetArgument<int?>("last");
        var after = context.GetArgument<string?>("after");
        var before = context.GetArgument<string?>("before");
        if ((first ?? last) is < 1 or > PageRequest.MaxSize)
        {
            throw GraphError.BadInput($"first 和 last 须在 1 到 {PageRequest.MaxSize} 之间。");
        }

        if ((first is not null && last is not null) || (after is not null && before is not null)
            || (first is not null && before is not null) || (last is not null && after is not null))
        {
            throw GraphError.BadInput("first/after 与 last/before 不能同时使用。");
        }

        return new PageRequest(first ?? last ?? PageRequest.DefaultSize, after ?? before, last is not null || before is not null, WantsTotal(context));
    }

    private static bool WantsTotal(IResolveFieldContext context) =>
        Selection.Below(context.FieldAst, context.Document, context.Schema, new Conditions(context.Variables))
            .FieldsOn(context.FieldDefinition.ResolvedType!.GetNamedType())
            .ContainsKey("totalCount");
}
