using System.IO.Compression;
using System.Runtime.InteropServices;

namespace HnCe.Domain.Files;

/// <summary>Unpacks the object streams of a PDF, where dictionaries can hide. Source: ISO 32000-1 §7.5.7.</summary>
internal static class PdfObjectStreams
{
    private const int LongestDictionary = 4096;
    private const int MostStreams = 10_000;

    /// <summary>The text of each object stream.</summary>
    /// <exception cref="InvalidDataException">One is packed in a way that is not understood, is damaged or too big.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> In(ReadOnlyMemory<byte> pdf)
    {
        var left = FileLimits.MostObjectStreamBytes;
        var (at, count) = (0, 0);
        for (var next = Next(pdf.Span, at); next >= 0; next = Next(pdf.Span, at))
        {
            // From one stream to the next: looking further back would let a hostile file cost the square of its length.
            var names = PdfNames.In(Dictionary(pdf.Span[at..next]));
            at = next;
            if (names.Contains("ObjStm"))
            {
                if (++count > MostStreams)
                {
                    throw new InvalidDataException("Too many object streams.");
                }
                var unpacked = Unpack(pdf[Start(pdf.Span, at)..], names, left);
                left -= unpacked.Length;
                yield return unpacked;
            }
        }
    }

    private static int Next(ReadOnlySpan<byte> pdf, int from)
    {
        const int Keyword = 6;
        for (var at = from; ;)
        {
            var found = pdf[at..].IndexOf("stream"u8);
            if (found < 0)
            {
                return -1;
            }
            at += found + Keyword;
            if (at - Keyword < 3 || !pdf[(at - Keyword - 3)..].StartsWith("end"u8))
            {
                return at;
            }
        }
    }

    private static ReadOnlySpan<byte> Dictionary(ReadOnlySpan<byte> before)
    {
        var near = before[Math.Max(0, before.Length - LongestDictionary)..];
        var start = near.LastIndexOf(" obj"u8);
        return start < 0 ? near : near[start..];
    }

    private static int Start(ReadOnlySpan<byte> pdf, int at)
    {
        at += at < pdf.Length && pdf[at] == '\r' ? 1 : 0;
        return at + (at < pdf.Length && pdf[at] == '\n' ? 1 : 0);
    }

    private static MemoryStream View(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? new(array.Array!, array.Offset, array.Count, writable: false) : new(bytes.ToArray());

    private static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed, HashSet<string> names, int limit)
    {
        if (!names.Contains("Filter"))
        {
            return default;
        }
        // A second filter or a predictor would have to be undone too; no common program writes object streams so.
        if (!names.Contains("FlateDecode") || names.Contains("DecodeParms"))
        {
            throw new InvalidDataException("Object stream packed in an unusual way.");
        }
        using var unpacked = new MemoryStream();
        using var stream = new ZLibStream(View(packed), CompressionMode.Decompress);
        var buffer = new byte[16 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (unpacked.Length + read > limit)
            {
                throw new InvalidDataException("Object streams too big.");
            }
            unpacked.Write(buffer.AsSpan(0, read));
        }
        return unpacked.GetBuffer().AsMemory(0, (int)unpacked.Length);
    }
}
