using HnCe.Domain.Accounts;

namespace HnCe.Domain.Files;

/// <summary>An uploaded attachment: facts about it; the bytes lie in the <see cref="IFileStore"/> under their hash. Source: IND-21, IND-24.</summary>
public sealed class StoredFile
{
    private StoredFile()
    {
    }

    /// <summary>A file that was checked and stored.</summary>
    public StoredFile(string hash, long size, FileKind kind, string name, long ownerId, DateTime at)
    {
        Hash = hash;
        Size = size;
        Kind = kind;
        Name = name;
        OwnerId = ownerId;
        UploadedAt = at;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>SHA-256 of the bytes, 64 hexadecimal digits; the same scan used by several people has one hash.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Size in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Type, decided by content.</summary>
    public FileKind Kind { get; private set; }

    /// <summary>Name as uploaded, cleaned; for display only, never a path.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Key of the account that uploaded it; only it may attach the file.</summary>
    public long OwnerId { get; private set; }

    /// <summary>The account that uploaded it.</summary>
    public Account Owner { get; private set; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime UploadedAt { get; private set; }
}
