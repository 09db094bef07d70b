using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Exports;
using HnCe.Domain.Jobs;

namespace HnCe.Pages.Exports;

/// <summary>导出 Excel of a list that is too long for a request. Source: GEN-05.</summary>
public sealed class ExportJob(Exporter exporter, RecordExport record, JobLimits limits, TimeProvider clock) : IJobKind
{
    /// <inheritdoc/>
    public async Task<Outcome<JobResult>> RunAsync(LeasedJob job, CancellationToken cancel)
    {
        var order = JsonSerializer.Deserialize<StartExport.Order>(job.Parameters)!;
        var list = ListExports.All[order.List];
        await using var file = job.CreateFile();
        var rows = await exporter.WriteAsync(list, JsonElement.Parse(order.Variables), limits.MostRows, file, done => job.Report(done, 0, "已写入"), cancel);
        if (rows is null)
        {
            return new Refusal(RefusalCode.TooManySelected, $"列表超过 {limits.MostRows} 行，一个 Excel 表放不下，请用筛选条件缩小范围");
        }

        // A resumed job writes its file anew; the line is left once.
        if (job.Position == 0)
        {
            job.Position = 1;
            var recorded = await record.RunAsync(order.List, order.Variables, rows.Value, cancel);
            if (recorded.IsRefused)
            {
                return recorded.Refusals.ToList();
            }
        }

        job.Report(rows.Value, rows.Value, "已写入");
        return new JobResult($"已导出 {rows} 行。", Exporter.FileNameOf(list, clock));
    }
}
