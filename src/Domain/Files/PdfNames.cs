using System.Globalization;

namespace HnCe.Domain.Files;

/// <summary>Collects the names that matter from PDF text, reading /J#61vaScript as /JavaScript. Source: ISO 32000-1 §7.3.5.</summary>
internal static class PdfNames
{
    private const int LongestName = 16;

    private static readonly HashSet<string> _wanted =
        ["JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "XFA", "Encrypt", "ObjStm", "FlateDecode", "Filter", "DecodeParms"];

    public static HashSet<string> In(ReadOnlySpan<byte> pdf)
    {
        var found = new HashSet<string>();
        var lookup = _wanted.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> name = stackalloc char[LongestName];
        for (var slash = pdf.IndexOf((byte)'/'); slash >= 0; slash = pdf.IndexOf((byte)'/'))
        {
            pdf = pdf[(slash + 1)..];
            if (lookup.TryGetValue(name[..Read(pdf, name)], out var wanted))
            {
                found.Add(wanted);
            }
        }
        return found;
    }

    private static int Read(ReadOnlySpan<byte> pdf, Span<char> name)
    {
        var length = 0;
        for (var i = 0; i < pdf.Length && length < name.Length; i++)
        {
            var value = pdf[i];
            if (value is 0 or 9 or 10 or 12 or 13 or 32 || "()<>[]{}/%"u8.Contains(value))
            {
                break;
            }
            if (value == '#' && i + 2 < pdf.Length && byte.TryParse(pdf.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, null, out var hex))
            {
                (value, i) = (hex, i + 2);
            }
            name[length++] = (char)value;
        }
        return length;
    }
}
