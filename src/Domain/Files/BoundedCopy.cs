using System.Buffers;

namespace HnCe.Domain.Files;

/// <summary>Copies a stream of unknown length but not more than so much of it; a huge upload is dropped while it comes in. Source: D5.</summary>
internal static class BoundedCopy
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>The number of bytes copied; null when there were more than allowed.</summary>
    public static async Task<long?> RunAsync(Stream from, Stream to, long most, Action<ReadOnlySpan<byte>>? seen, CancellationToken cancel)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var length = 0L;
            for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
            {
                length += read;
                if (length > most)
                {
                    return null;
                }
                seen?.Invoke(buffer.AsSpan(0, read));
                await to.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            return length;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
