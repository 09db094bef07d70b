using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Files;
using HnCe.Graph.Server;

namespace HnCe.Graph.Files;

/// <summary>The one attachment of a declaration. 附件. IND-21, IND-24.</summary>
[Name("Attachment")]
public sealed class AttachmentView
{
    /// <summary>Key.</summary>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Opaque id; uploads answer with it, declarations take it.</summary>
    public Key<AttachmentView> Id => new(Key);

    /// <summary>Name as uploaded. 文件名.</summary>
    public string Name { get; init; } = "";

    /// <summary>Size in bytes.</summary>
    public int Size { get; init; }

    /// <summary>Type, decided by content.</summary>
    public FileType Type { get; init; }

    /// <summary>When it was uploaded, UTC.</summary>
    public DateTime UploadedAt { get; init; }

    /// <summary>Path to download it from; authorized again for each request.</summary>
    public string Url => $"/files/{GlobalId.Encode("Attachment", Key)}";

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Attachment, AttachmentView>> Shape = a => new()
    {
        Key = a.Id,
        Name = a.Name,
        Size = (int)a.Size,
        Type = a.Type,
        UploadedAt = a.UploadedAt,
    };
}
