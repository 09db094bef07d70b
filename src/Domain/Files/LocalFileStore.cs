using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace HnCe.Domain.Files;

/// <summary>
/// Keeps files in folders of this machine as <c>ab/cd/abcd…</c>: written beside, flushed to the disk, then renamed in one step,
/// so that a crash leaves either the whole file or none.
/// </summary>
/// <param name="options">Where.</param>
public sealed class LocalFileStore(IOptions<FileStoreOptions> options) : IFileStore
{
    private const int HashLength = 64;
    private const int BufferBytes = 64 * 1024;

    private readonly string _root = Path.GetFullPath(options.Value.Root);

    /// <inheritdoc />
    public async Task<StoredFile> SaveAsync(Stream content, CancellationToken cancel = default)
    {
        var folder = Path.Combine(_root, "incoming");
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            var stored = await WriteAsync(content, temporary, cancel);
            Keep(temporary, PathOf(stored.Hash));
            return stored;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc />
    public Task<Stream?> OpenAsync(string hash, CancellationToken cancel = default)
    {
        try
        {
            return Task.FromResult<Stream?>(IsHash(hash)
                ? new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferBytes, FileOptions.Asynchronous | FileOptions.SequentialScan)
                : null);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    /// <inheritdoc />
    public Task<bool> ExistsAsync(string hash, CancellationToken cancel = default) =>
        Task.FromResult(IsHash(hash) && File.Exists(PathOf(hash)));

    private static async Task<StoredFile> WriteAsync(Stream content, string path, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        var length = await BoundedCopy.RunAsync(content, file, FileLimits.MostBytes, hash.AppendData, cancel);
        file.Flush(flushToDisk: true);
        return length is null
            ? throw new InvalidDataException($"More than {FileLimits.MostBytes} bytes.")
            : new(Convert.ToHexStringLower(hash.GetHashAndReset()), length.Value);
    }

    private static void Keep(string temporary, string path)
    {
        if (File.Exists(path))
        {
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Two writers of the same content may both come here; either file is the right one.
        File.Move(temporary, path, overwrite: true);
    }

    private static bool IsHash(string hash) => hash.Length == HashLength && hash.All(char.IsAsciiHexDigitLower);

    private string PathOf(string hash) => Path.Combine(_root, hash[..2], hash[2..4], hash);
}
