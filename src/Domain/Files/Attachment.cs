using HnCe.Domain.Accounts;

namespace HnCe.Domain.Files;

/// <summary>附件: an uploaded file; facts about it; the bytes lie in the <see cref="IFileStore"/> under their hash. Source: IND-21, IND-24.</summary>
public sealed class Attachment
{
    private Attachment()
    {
    }

    /// <summary>A file that was checked and stored.</summary>
    public Attachment(string hash, long size, FileType type, string name, long? ownerId, DateTime at)
    {
        Hash = hash;
        Size = size;
        Type = type;
        Name = name;
        OwnerId = ownerId;
        Ticket = ownerId is null ? Guid.NewGuid() : null;
        UploadedAt = at;
    }

    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>SHA-256 of the bytes, 64 hexadecimal digits; the same scan used by several people has one hash.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Size in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>Type, decided by content.</summary>
    public FileType Type { get; private set; }

    /// <summary>Name as uploaded, cleaned; for display only, never a path.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Key of the account that uploaded it; only it may attach the file. Null while a visitor has not registered with it.</summary>
    public long? OwnerId { get; private set; }

    /// <summary>The account that uploaded it.</summary>
    public Account? Owner { get; private set; }

    /// <summary>What a visitor names his upload by when he registers: not guessable, and good for one registration. Source: EMP-01.</summary>
    public Guid? Ticket { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    /// <summary>The visitor has registered: the file is his from now on.</summary>
    public void HandTo(Account owner) => (Owner, Ticket) = (owner, null);
}
