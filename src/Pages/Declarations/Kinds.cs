using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Declarations;

/// <summary>继续教育形式 for a filter.</summary>
public static class Kinds
{
    private const string Document = "Declarations/Kinds.graphql";

    public static async Task<IReadOnlyList<Choice>> LoadAsync(GraphClient graph) =>
        [.. (await graph.AskAsync<KindsAnswer>(Document, "Kinds", null)).DeclarationTypes.Select(type => new Choice(type.Kind, type.Name))];

    private sealed record KindsAnswer(IReadOnlyList<KindAnswer> DeclarationTypes);

    private sealed record KindAnswer(string Kind, string Name);
}
