using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace HnCe.Pages.Declarations;

/// <summary>What a list remembers across a redirect: which rows stay ticked, and which were refused and why.</summary>
internal static class ForwardTraces
{
    private const string Ticked = "Forward.Ticked";
    private const string Refused = "Forward.Refused";

    public static void Tick(this ITempDataDictionary memory, IEnumerable<string> ids) => memory[Ticked] = string.Join(',', ids);

    public static HashSet<string> TakeTicked(this ITempDataDictionary memory) => [.. Split(memory[Ticked], ',')];

    // Rows with the same reason share a line; the memory is a cookie.
    public static void Refuse(this ITempDataDictionary memory, IEnumerable<RefusedAnswer> refused) =>
        memory[Refused] = string.Join('\n', refused.GroupBy(one => one.Message).Select(group => $"{group.Key}\t{string.Join(',', group.Select(one => one.Id))}"));

    public static IReadOnlyList<RefusedAnswer> TakeRefused(this ITempDataDictionary memory) =>
    [
        .. from line in Split(memory[Refused], '\n')
           let parts = line.Split('\t')
           from id in Split(parts[^1], ',')
           select new RefusedAnswer(id, parts[0]),
    ];

    private static string[] Split(object? text, char separator) => (text as string ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries);
}
