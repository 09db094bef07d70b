using System.Runtime.CompilerServices;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace HnCe.Domain.Exports;

/// <summary>
/// Writes a table as Excel (.xlsx), row by row. Texts are typed as texts, so that Excel evaluates none of them whatever they begin with,
/// and read back as they were. Source: SECURITY D7.
/// </summary>
public static class Spreadsheet
{
    /// <summary>Media type of the files.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly OpenXmlConfiguration Plain = new() { AutoFilter = false, TableStyles = TableStyles.None };

    /// <summary>Writes one sheet. Writes synchronously in between: give a file, not the body of a response.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="sheet">Name of the sheet.</param>
    /// <param name="headings">The first row; no two alike.</param>
    /// <param name="rows">Texts, numbers or nothing, in the order of the headings.</param>
    /// <param name="cancel">Stops.</param>
    public static async Task WriteAsync(Stream output, string sheet, IReadOnlyList<string> headings, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken cancel)
    {
        await using var all = rows.GetAsyncEnumerator(cancel);
        object table = await all.MoveNextAsync() ? Named(headings, all, cancel) : Empty(headings);
        await MiniExcel.SaveAsAsync(output, table, sheetName: sheet, configuration: Plain, cancellationToken: cancel);
    }

    private static async IAsyncEnumerable<IDictionary<string, object?>> Named(
        IReadOnlyList<string> headings, IAsyncEnumerator<IReadOnlyList<object?>> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        do
        {
            cancel.ThrowIfCancellationRequested();
            var row = new Dictionary<string, object?>(headings.Count);
            for (var column = 0; column < headings.Count; column++)
            {
                row.Add(headings[column], rows.Current[column]);
            }

            yield return row;
        }
        while (await rows.MoveNextAsync());
    }

    // The writer takes the headings from the first row; without one it needs a table that has columns of its own.
    private static System.Data.DataTable Empty(IReadOnlyList<string> headings)
    {
        var table = new System.Data.DataTable();
        table.Columns.AddRange([.. headings.Select(heading => new System.Data.DataColumn(heading))]);
        return table;
    }
}
