using System.Text.Json;
using HnCe.Graph.Server;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Exports;

/// <summary>
/// One list as a table for Excel: its columns, and the operation that reads it page by page with the list's own filter. The operation takes
/// <c>$after</c> and answers a connection named <c>rows</c>.
/// </summary>
/// <param name="Key">Name of the list, in the audit log and in jobs.</param>
/// <param name="Title">Chinese name, for sheet and file.</param>
/// <param name="Document">Path of the document below src/Pages.</param>
/// <param name="Operation">Operation of the document.</param>
/// <param name="Headings">The first row.</param>
public abstract record ListExport(string Key, string Title, string Document, string Operation, IReadOnlyList<string> Headings)
{
    /// <summary>Reads a page behind a cursor; the cursor to go on with is null at the end.</summary>
    public abstract Task<(IReadOnlyList<IReadOnlyList<object?>> Rows, string? Next)> ReadAsync(
        Func<GraphRequest, Task<GraphAnswer>> ask, JsonElement variables, string? after, CancellationToken cancel);
}

/// <summary>A column.</summary>
/// <param name="Heading">Its first row.</param>
/// <param name="Value">Text, number or nothing, from what the graph answered for a row.</param>
public sealed record ExportColumn<TRow>(string Heading, Func<TRow, object?> Value);

/// <summary>A list whose rows are read into a record.</summary>
/// <typeparam name="TRow">Record with the names of the operation's selection.</typeparam>
public sealed record ListExport<TRow>(string Key, string Title, string Document, string Operation, IReadOnlyList<ExportColumn<TRow>> Columns)
    : ListExport(Key, Title, Document, Operation, [.. Columns.Select(column => column.Heading)])
{
    public override async Task<(IReadOnlyList<IReadOnlyList<object?>> Rows, string? Next)> ReadAsync(
        Func<GraphRequest, Task<GraphAnswer>> ask, JsonElement variables, string? after, CancellationToken cancel)
    {
        var all = variables.EnumerateObject().ToDictionary(one => one.Name, one => (object?)one.Value);
        all["after"] = after;
        var answer = await ask(GraphRequest.Trusted(GraphClient.TextOf(Document), all, Operation));
        var page = (await answer.DataAsync<Answer>(cancel)).Rows;
        return ([.. page.Nodes.Select(row => (IReadOnlyList<object?>)[.. Columns.Select(column => column.Value(row))])], page.PageInfo.HasNextPage ? page.PageInfo.EndCursor : null);
    }

    private sealed record Answer(Connection Rows);

    private sealed record Connection(Ends PageInfo, IReadOnlyList<TRow> Nodes);

    private sealed record Ends(bool HasNextPage, string? EndCursor);
}

/// <summary>Values as Excel shows them.</summary>
internal static class ExportWords
{
    /// <summary>A moment in China, to the minute; nothing for nothing.</summary>
    public static string? Minute(DateTime? at) => at is { } moment ? ChineseTime.Local(moment).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) : null;

    public static string Sex(string sex) => sex switch { "MALE" => "男", "FEMALE" => "女", _ => "" };
}
