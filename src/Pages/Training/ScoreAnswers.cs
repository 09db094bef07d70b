using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Training;

/// <summary>A page of results.</summary>
public sealed record ScoresAnswer(ListAnswer<TraineeRow> TraineeScores);

/// <summary>Classes in a choice.</summary>
public sealed record OfferedClassesAnswer(OfferedClasses TrainingClasses);

/// <summary>Classes in a choice.</summary>
public sealed record OfferedClasses(IReadOnlyList<OfferedClass> Nodes);

/// <summary>A class by its id.</summary>
public sealed record StoredClassAnswer(StoredClass? Node);

/// <summary>Reads classes and results that several pages need.</summary>
internal static class ClassReading
{
    public const string Classes = "Training/Classes.graphql";

    public const string Scores = "Training/Scores.graphql";

    private const int PageSize = 100;

    /// <summary>A class; null when there is none within reach.</summary>
    public static async Task<StoredClass?> ClassAsync(this GraphClient graph, string id) =>
        (await graph.AskAsync<StoredClassAnswer>(Classes, "Stored", new { id })).Node is { Id: not null } found ? found : null;

    /// <summary>The newest hundred classes of the institution in some states; null for all.</summary>
    public static async Task<IReadOnlyList<Choice>> OfferedAsync(this GraphClient graph, params string[]? statuses) =>
        [.. (await graph.AskAsync<OfferedClassesAnswer>(Classes, "Offered", new { statuses })).TrainingClasses.Nodes.Select(one => new Choice(one.Id, one.Name))];

    /// <summary>The open classes, and the asked one among them.</summary>
    public static async Task<ClassChoice> ChoiceAsync(this GraphClient graph, string address, string? asked)
    {
        var classes = await graph.OfferedAsync("OPEN");
        return new(address, classes, classes.Any(one => one.Value == asked) ? asked : null);
    }

    /// <summary>All trainees of a class, in the order in which they were entered.</summary>
    public static async Task<IReadOnlyList<TraineeRow>> RosterAsync(this GraphClient graph, string id)
    {
        List<TraineeRow> rows = [];
        for (string? after = null; ;)
        {
            var part = (await graph.AskAsync<ScoresAnswer>(Scores, "Scores", new { filter = new { @class = id }, first = PageSize, after })).TraineeScores;
            rows.AddRange(part.Nodes);
            if (!part.PageInfo.HasNextPage)
            {
                rows.Reverse();
                return rows;
            }

            after = part.PageInfo.EndCursor;
        }
    }
}
