using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Audit;

/// <summary>Lines of the log as a table that spreadsheets open: UTF-8 with a mark, no cell is ever taken for a formula. Source: S-SYS-08.</summary>
public static class AuditTable
{
    private static readonly CsvConfiguration Settings = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" };

    /// <summary>The bytes of the file; <paramref name="cut"/> says that older lines were left out.</summary>
    public static byte[] Write(IReadOnlyList<AuditLine> lines, bool cut)
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvWriter(new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), Settings))
        {
            Row(csv, "序号", "时间", "用户", "用户类型", "动作", "对象", "内容", "地址");
            foreach (var line in lines)
            {
                Row(csv, line.Sequence, ChineseTime.Minute(line.At), line.Actor, line.RoleText, line.ActionText, line.SubjectText, string.Join("；", line.Changes), line.Address);
            }

            if (cut)
            {
                Row(csv, $"只导出最近 {lines.Count} 条，请缩小时间范围后再导出其余的");
            }
        }

        return stream.ToArray();
    }

    private static void Row(CsvWriter csv, params IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
