using System.Globalization;
using System.IO.Compression;
using System.Xml;
using HnCe.Domain.Access;
using HnCe.Domain.Files;

namespace HnCe.Domain.Training;

/// <summary>
/// Reads the first sheet of an xlsx (ECMA-376) with the type of every cell: unpacked within the limits of a zip, without macros, links
/// to other files, or document types. Source: SCO-05, SECURITY D4.
/// </summary>
internal static class ScoreSheet
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public static Outcome<IReadOnlyList<ScoreRow>> Read(Stream content)
    {
        var entries = ZipInspection.Package(content);
        if (entries.IsRefused)
        {
            return entries.Refusals[0].At("file");
        }

        if (!entries.Value!.Contains("xl/workbook.xml"))
        {
            return ImportRefusals.Renamed;
        }

        if (entries.Value!.Any(name => name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) || name.Contains("externalLink", StringComparison.OrdinalIgnoreCase)))
        {
            return ImportRefusals.Active;
        }

        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var texts = zip.GetEntry("xl/sharedStrings.xml") is { } shared ? Texts(shared) : [];
            return zip.GetEntry(FirstSheet(zip)) is { } sheet ? ScoreTable.Read(Rows(sheet, texts)) : ImportRefusals.Damaged;
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException or FormatException or OverflowException)
        {
            return ImportRefusals.Damaged;
        }
    }

    private static string FirstSheet(ZipArchive zip)
    {
        var id = Elements(zip.GetEntry("xl/workbook.xml")!, "sheet", reader => reader.GetAttribute("id", Relations)).FirstOrDefault();
        var target = zip.GetEntry("xl/_rels/workbook.xml.rels") is { } relations
            ? Elements(relations, "Relationship", reader => reader.GetAttribute("Id") == id ? reader.GetAttribute("Target") : null).FirstOrDefault(found => found is not null)
            : null;
        return target is null ? "" : target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    private static List<string> Texts(ZipArchiveEntry entry)
    {
        using var reader = Open(entry);
        List<string> texts = [];
        while (reader.ReadToFollowing("si"))
        {
            using var item = reader.ReadSubtree();
            texts.Add(TextOf(item));
        }

        return texts;
    }

    // Phonetic readings (rPh) stand beside the text and are none of it.
    private static string TextOf(XmlReader reader)
    {
        var text = "";
        reader.Read();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                reader.Skip();
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text += reader.ReadElementContentAsString();
            }
            else
            {
                reader.Read();
            }
        }

        return text;
    }

    private static IEnumerable<(int, IReadOnlyDictionary<int, ScoreCell>)> Rows(ZipArchiveEntry entry, List<string> texts)
    {
        using var reader = Open(entry);
        for (var number = 0; reader.ReadToFollowing("row");)
        {
            number = reader.GetAttribute("r") is { } given ? int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
            var cells = new Dictionary<int, ScoreCell>();
            using var row = reader.ReadSubtree();
            for (var column = -1; row.ReadToFollowing("c");)
            {
                column = row.GetAttribute("r") is { } place ? Column(place) : column + 1;
                var type = row.GetAttribute("t");
                using var cell = row.ReadSubtree();
                cells[column] = Cell(cell, type, texts);
            }

            yield return (number, cells);
        }
    }

    private static ScoreCell Cell(XmlReader cell, string? type, List<string> texts)
    {
        var (text, formula) = ("", false);
        cell.Read();
        while (!cell.EOF)
        {
            switch (cell)
            {
                case { NodeType: XmlNodeType.Element, LocalName: "f" }:
                    formula = true;
                    cell.Skip();
                    break;
                case { NodeType: XmlNodeType.Element, LocalName: "v" or "t" }:
                    text += cell.ReadElementContentAsString();
                    break;
                case { NodeType: XmlNodeType.Element, LocalName: "rPh" }:
                    cell.Skip();
                    break;
                default:
                    cell.Read();
                    break;
            }
        }

        return formula ? new(ScoreCellKind.Formula, "") : type switch
        {
            "s" => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is var at && at < texts.Count ? new(ScoreCellKind.Text, texts[at]) : throw new InvalidDataException("No such text."),
            "inlineStr" or "str" => new(ScoreCellKind.Text, text),
            null or "n" => text.Length == 0 ? new(ScoreCellKind.Text, "") : new(ScoreCellKind.Number, ScoreTable.Shown(text)),
            _ => new(ScoreCellKind.Other, text),
        };
    }

    private static int Column(string place) => place.TakeWhile(char.IsAsciiLetter).Take(3).Aggregate(0, (sum, letter) => (sum * 26) + (char.ToUpperInvariant(letter) - 'A' + 1)) - 1;

    private static IEnumerable<string?> Elements(ZipArchiveEntry entry, string name, Func<XmlReader, string?> value)
    {
        using var reader = Open(entry);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Element && reader.LocalName == name)
            {
                yield return value(reader);
            }
        }
    }

    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), Strict);
}
