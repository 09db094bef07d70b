using System.Buffers.Binary;

namespace HnCe.Domain.Files;

/// <summary>The end-of-central-directory record, which makes any file a zip for unpackers. Source: PKWARE APPNOTE 4.3.16.</summary>
/// <param name="Entries">Entries that the zip claims to hold.</param>
/// <param name="Offset">Where the central directory claims to begin.</param>
/// <param name="At">Where this record stands.</param>
internal readonly record struct ZipTail(int Entries, long Offset, long At)
{
    private const int RecordBytes = 22;

    /// <summary>The record; null when the file is no zip.</summary>
    public static ZipTail? Find(Stream content)
    {
        var tail = new byte[Math.Min(content.Length, RecordBytes + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        for (var at = tail.Length - RecordBytes; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (record.StartsWith("PK\x05\x06"u8) && RecordBytes + BinaryPrimitives.ReadUInt16LittleEndian(record[20..]) == record.Length)
            {
                return new(
                    BinaryPrimitives.ReadUInt16LittleEndian(record[10..]), BinaryPrimitives.ReadUInt32LittleEndian(record[16..]), content.Length - record.Length);
            }
        }
        return null;
    }
}
