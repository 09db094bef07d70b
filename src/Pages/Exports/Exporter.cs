using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Exports;
using HnCe.Domain.Jobs;
using HnCe.Graph.Server;
using HnCe.Pages.Files;
using HnCe.Pages.Pieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HnCe.Pages.Exports;

/// <summary>
/// 导出 Excel, the handler that every list shares: the rows come through the graph, so permission, reach and masking are those of the list.
/// The file is made whole, the audit line written, then it is sent; a list that is too long becomes a job. Source: GEN-05, SECURITY D7, E9.
/// </summary>
public sealed class Exporter(GraphServer graph, Caller caller, RecordExport record, StartExport start, JobLimits limits, TimeProvider clock)
{
    /// <summary>Answers with the file, or leads to 我的任务.</summary>
    public async Task<IActionResult> RunAsync(PageModel page, ListExport list, object variables)
    {
        var cancel = page.HttpContext.RequestAborted;
        var asked = JsonSerializer.SerializeToElement(variables, GraphJson.Options);
        var file = TemporaryFile.Create();
        var rows = await WriteAsync(list, asked, limits.Rows, file, _ => { }, cancel);
        if (rows is null)
        {
            await file.DisposeAsync();
            var job = await start.RunAsync(new(list.Key, asked.GetRawText()), $"导出 Excel：{list.Title}", cancel);
            page.TempData["Told"] = job.IsRefused ? null : $"列表超过 {limits.Rows} 行，已转为后台任务，完成后在这里下载。";
            return job.IsRefused
                ? new ContentResult { StatusCode = StatusCodes.Status422UnprocessableEntity, ContentType = "text/plain; charset=utf-8", Content = job.Refusals[0].Message }
                : page.RedirectToPage("/Jobs/Index");
        }

        await record.RunAsync(list.Key, asked.GetRawText(), rows.Value, cancel);
        file.Position = 0;
        return new FileStreamResult(file, Spreadsheet.MediaType) { FileDownloadName = FileNameOf(list, clock) };
    }

    internal static string FileNameOf(ListExport list, TimeProvider clock) =>
        $"{list.Title} {ChineseTime.Day(clock.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.xlsx";

    /// <summary>Writes the list; answers how many rows, or null where there are more than allowed.</summary>
    internal async Task<int?> WriteAsync(ListExport list, JsonElement variables, int most, Stream output, Action<int> report, CancellationToken cancel)
    {
        var rows = new Count();
        try
        {
            await Spreadsheet.WriteAsync(output, list.Title, list.Headings, ReadAsync(list, variables, most, rows, report, cancel), cancel);
        }
        catch (TooManyRowsException)
        {
            return null;
        }

        return rows.Value;
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> ReadAsync(
        ListExport list, JsonElement variables, int most, Count count, Action<int> report, [EnumeratorCancellation] CancellationToken cancel)
    {
        string? after = null;
        do
        {
            var (rows, next) = await list.ReadAsync(request => graph.RunAsync(request, caller, cancel), variables, after, cancel);
            foreach (var row in rows)
            {
                yield return ++count.Value > most ? throw new TooManyRowsException() : row;
            }

            report(count.Value);
            after = next;
        }
        while (after is not null);
    }

    private sealed class Count
    {
        public int Value { get; set; }
    }

    private sealed class TooManyRowsException : Exception;
}
