namespace HnCe.Domain.Files;

/// <summary>Keeps the bytes of attachments (文件存储) under their own hash: the same file is kept once, a changed one cannot pass as the old.</summary>
public interface IFileStore
{
    /// <summary>Keeps a file durably; when this returns, it survives a power cut.</summary>
    /// <param name="content">Read once from its current position.</param>
    /// <param name="cancel">Stops and leaves nothing behind.</param>
    /// <exception cref="InvalidDataException">More than <see cref="FileLimits.MostBytes"/>; <see cref="ReceivedFile"/> refuses such files before.</exception>
    Task<StoredFile> SaveAsync(Stream content, CancellationToken cancel = default);

    /// <summary>Opens a kept file for reading; null when there is none.</summary>
    /// <param name="hash">As given by <see cref="SaveAsync"/>; anything else finds nothing.</param>
    /// <param name="cancel">Stops.</param>
    Task<Stream?> OpenAsync(string hash, CancellationToken cancel = default);

    /// <summary>Whether the file is kept.</summary>
    /// <param name="hash">As given by <see cref="SaveAsync"/>.</param>
    /// <param name="cancel">Stops.</param>
    Task<bool> ExistsAsync(string hash, CancellationToken cancel = default);
}

/// <summary>A kept file.</summary>
/// <param name="Hash">SHA-256 of the content, 64 lower-case hexadecimal digits (FIPS 180-4).</param>
/// <param name="Length">Bytes.</param>
public sealed record StoredFile(string Hash, long Length);
