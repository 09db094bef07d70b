using HnCe.Domain.Access;

namespace HnCe.Domain.Files;

/// <summary>
/// An upload that has arrived and been inspected (已接收的附件). It lies in a temporary file that vanishes with this object,
/// so save <see cref="Content"/> to the <see cref="IFileStore"/> before disposing. Source: IND-21, IND-24.
/// </summary>
public sealed class ReceivedFile : IAsyncDisposable
{
    private ReceivedFile(Stream content, FileContent what, string name) => (Content, What, Name) = (content, what, name);

    /// <summary>The bytes, positioned at the start.</summary>
    public Stream Content { get; }

    /// <summary>The real type and length.</summary>
    public FileContent What { get; }

    /// <summary>Display name with the extension of the real type.</summary>
    public string Name { get; }

    /// <summary>
    /// Takes an upload in: at most 10 MB to a temporary file, never into memory, then <see cref="FileContent.Inspect"/>.
    /// Refuses with <see cref="RefusalCode.FileRequired"/> and the codes of the inspection.
    /// </summary>
    /// <param name="upload">The body; null when nothing was sent.</param>
    /// <param name="claimedName">Name given by the sender.</param>
    /// <param name="cancel">Stops; nothing is left behind.</param>
    public static async Task<Outcome<ReceivedFile>> TakeAsync(Stream? upload, string? claimedName, CancellationToken cancel = default)
    {
        if (upload is null)
        {
            return FileContent.Required;
        }
        var file = Temporary();
        var kept = false;
        try
        {
            var length = await BoundedCopy.RunAsync(upload, file, FileLimits.MostBytes, seen: null, cancel);
            var outcome = length is null ? FileContent.TooLarge : FileContent.Inspect(file, claimedName);
            if (outcome.IsRefused)
            {
                return outcome.Refusals[0];
            }
            kept = true;
            file.Position = 0;
            return new ReceivedFile(file, outcome.Value!, FileName.Display(claimedName, outcome.Value!));
        }
        finally
        {
            if (!kept)
            {
                await file.DisposeAsync();
            }
        }
    }

    /// <summary>Removes the temporary file.</summary>
    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static FileStream Temporary() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 16 * 1024,
        FileOptions.Asynchronous | FileOptions.DeleteOnClose);
}
