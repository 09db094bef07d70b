using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Declarations;

/// <summary>继续教育形式 for a filter; the page's document has the operation <c>Kinds</c>.</summary>
public static class Kinds
{
    public static async Task<IReadOnlyList<Choice>> LoadAsync(GraphClient graph) =>
        [.. (await graph.AskAsync<Answer>("Kinds")).DeclarationTypes.Select(type => new Choice(type.Kind, type.Name))];

    private sealed record Answer(IReadOnlyList<KindAnswer> DeclarationTypes);

    private sealed record KindAnswer(string Kind, string Name);
}
