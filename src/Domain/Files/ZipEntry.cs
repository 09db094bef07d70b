using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HnCe.Domain.Files;

/// <summary>
/// One entry of a zip, read by hand: System.IO.Compression stops at the claimed length and so never notices that a bomb lies about it.
/// Source: PKWARE APPNOTE 4.3.7, 4.3.12.
/// </summary>
internal sealed record ZipEntry(string Name, bool Encrypted, uint Attributes, int Method, uint Packed, uint Length, uint Offset)
{
    private const int CentralBytes = 46;
    private const int LocalBytes = 30;
    private const int Stored = 0;
    private const int Deflated = 8;

    /// <summary>Whether it only names a folder.</summary>
    public bool IsFolder => Name.EndsWith('/') || Name.EndsWith('\\');

    /// <summary>The entries of the central directory.</summary>
    /// <exception cref="InvalidDataException">The directory is damaged, or leaves room for something hidden.</exception>
    public static List<ZipEntry> Read(Stream content, ZipTail tail)
    {
        Demand(tail.Offset <= tail.At);
        var directory = new byte[tail.At - tail.Offset];
        content.Position = tail.Offset;
        content.ReadExactly(directory);
        var entries = new List<ZipEntry>(tail.Entries);
        ReadOnlySpan<byte> rest = directory;
        for (var i = 0; i < tail.Entries; i++)
        {
            Demand(rest.Length >= CentralBytes && rest.StartsWith("PK\x01\x02"u8));
            var name = U16(rest[28..]);
            var size = CentralBytes + name + U16(rest[30..]) + U16(rest[32..]);
            Demand(rest.Length >= size);
            entries.Add(new(
                Encoding.Latin1.GetString(rest.Slice(CentralBytes, name)),
                (U16(rest[8..]) & 1) != 0, U32(rest[38..]), U16(rest[10..]), U32(rest[20..]), U32(rest[24..]), U32(rest[42..])));
            rest = rest[size..];
        }
        Demand(rest.IsEmpty);
        return entries;
    }

    /// <summary>Unpacks for real, up to where the packed bytes end, whatever length is claimed.</summary>
    /// <exception cref="InvalidDataException">The entry is not where the directory says, has another name, or is packed in an unknown way.</exception>
    public Stream Open(Stream content)
    {
        Span<byte> header = stackalloc byte[LocalBytes];
        Demand(Offset + LocalBytes <= content.Length);
        content.Position = Offset;
        content.ReadExactly(header);
        var name = new byte[U16(header[26..])];
        content.ReadExactly(name);
        content.Position += U16(header[28..]);
        Demand(header.StartsWith("PK\x03\x04"u8) && Encoding.Latin1.GetString(name) == Name && content.Position + Packed <= content.Length);
        var packed = new byte[Packed];
        content.ReadExactly(packed);
        return Method switch
        {
            Stored => new MemoryStream(packed),
            Deflated => new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress),
            _ => throw new InvalidDataException("Unknown way of packing."),
        };
    }

    private static void Demand(bool sound)
    {
        if (!sound)
        {
            throw new InvalidDataException("Damaged zip.");
        }
    }

    private static int U16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
