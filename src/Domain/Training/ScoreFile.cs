using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using HnCe.Domain.Access;
using HnCe.Domain.Files;

namespace HnCe.Domain.Training;

/// <summary>Reads the scores of an uploaded xlsx or CSV file; what it is, is decided by its content. Source: SCO-05, SECURITY D1, D4, D7.</summary>
public static class ScoreFile
{
    /// <summary>The headings of the template. 导入模板.</summary>
    public static IReadOnlyList<string> Headings => ScoreTable.Headings;

    /// <summary>
    /// The rows below the headings, good and bad. Refuses <see cref="RefusalCode.FileTooLarge"/>, <see cref="RefusalCode.FileEmpty"/>,
    /// <see cref="RefusalCode.FileTypeNotAllowed"/>, <see cref="RefusalCode.FileTypeMismatch"/>, <see cref="RefusalCode.FileUnsafe"/>,
    /// <see cref="RefusalCode.Required"/>, <see cref="RefusalCode.NothingSelected"/>, <see cref="RefusalCode.TooManySelected"/>.
    /// </summary>
    public static async Task<Outcome<IReadOnlyList<ScoreRow>>> ReadAsync(Stream upload, string? name, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        if (await BoundedCopy.RunAsync(upload, content, FileLimits.MostBytes, seen: null, cancel) is null)
        {
            return FileContent.TooLarge.At("file");
        }

        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        var extension = Path.GetExtension(FileName.Display(name)).ToLowerInvariant();
        if (bytes.IsEmpty)
        {
            return new Refusal(RefusalCode.FileEmpty, "文件是空的（0 字节），请重新选择。", "file");
        }

        if (extension is not (".xlsx" or ".csv"))
        {
            return ImportRefusals.NotATable;
        }

        var zipped = bytes is [(byte)'P', (byte)'K', 3, 4, ..];
        if (zipped != (extension == ".xlsx"))
        {
            return ImportRefusals.Renamed;
        }

        return zipped ? ScoreSheet.Read(content) : TextOf(bytes) is { } text ? ScoreTable.Read(Lines(text)) : ImportRefusals.Renamed;
    }

    // What a Chinese Excel saves as CSV is GB 18030; strict readers tell it from UTF-8, and both from pictures and programs.
    private static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false, true), CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)! })
        {
            try
            {
                var text = encoding.GetString(bytes);
                return text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')) ? null : text;
            }
            catch (DecoderFallbackException)
            {
            }
        }

        return null;
    }

    private static IEnumerable<(int, IReadOnlyDictionary<int, ScoreCell>)> Lines(string text)
    {
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, DetectDelimiter = true, DetectDelimiterValues = [",", "\t", ";"] });
        while (csv.Read())
        {
            var cells = new Dictionary<int, ScoreCell>();
            for (var i = 0; i < csv.Count; i++)
            {
                cells[i] = new(ScoreCellKind.Text, csv[i]);
            }

            yield return (csv.RawRow, cells);
        }
    }
}
