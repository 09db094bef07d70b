namespace HnCe.Domain.Files;

/// <summary>Settings of the local file store (section <c>Files</c>).</summary>
public sealed class FileStoreOptions
{
    /// <summary>Folder of the kept files; created when missing. It belongs on the same disk as its temporary files and into the backup.</summary>
    public string Root { get; set; } = Path.Combine("App_Data", "files");
}
