using System.Buffers.Binary;
using System.IO.Compression;

namespace HnCe.Domain.Files;

/// <summary>
/// Whether a PNG is whole: every chunk in its place, exactly as many unpacked bytes as the header promises, nothing after the end.
/// Needs no memory for the pixels. Source: ISO/IEC 15948 (PNG) §5, §8, §10.
/// </summary>
internal static class PngInspection
{
    private const int SignatureBytes = 8;
    private const int ChunkFrame = 12;

    // Adam7: first column and row of each pass, and its steps.
    private static readonly (int X, int Y, int StepX, int StepY)[] _passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static bool IsSound(ReadOnlySpan<byte> png)
    {
        using var packed = new MemoryStream();
        var rest = png[SignatureBytes..];
        var header = rest.Length > 29 && rest[4..].StartsWith("IHDR"u8) ? rest[8..21] : default;
        while (!header.IsEmpty && rest.Length >= ChunkFrame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - ChunkFrame)
            {
                return false;
            }
            var kind = rest[4..8];
            var end = (int)length + ChunkFrame;
            if (kind.SequenceEqual("IEND"u8))
            {
                return rest.Length == end && Unpacks(packed, Promised(header));
            }
            if (kind.SequenceEqual("IDAT"u8))
            {
                packed.Write(rest[8..(end - 4)]);
            }
            rest = rest[end..];
        }
        return false;
    }

    private static bool Unpacks(MemoryStream packed, long promised)
    {
        packed.Position = 0;
        var buffer = new byte[16 * 1024];
        var count = 0L;
        try
        {
            using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
            for (int read; count <= promised && (read = unpacked.Read(buffer)) > 0;)
            {
                count += read;
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }
        return count == promised;
    }

    private static long Promised(ReadOnlySpan<byte> header)
    {
        long width = BinaryPrimitives.ReadUInt32BigEndian(header);
        long height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        var channels = header[9] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var bits = header[8] * channels;
        return header[12] == 0
            ? Lines(width, height, bits)
            : _passes.Sum(pass => Lines((width - pass.X + pass.StepX - 1) / pass.StepX, (height - pass.Y + pass.StepY - 1) / pass.StepY, bits));
    }

    private static long Lines(long width, long height, int bits) =>
        width <= 0 || height <= 0 ? 0 : height * (1 + (width * bits + 7) / 8);
}
