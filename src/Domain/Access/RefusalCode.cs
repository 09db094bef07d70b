namespace HnCe.Domain.Access;

/// <summary>The closed list of refusal codes. Clients may rely on them; the Chinese message may change.</summary>
public enum RefusalCode
{
    /// <summary>The thing does not exist or lies outside the caller's jurisdiction; the two are never told apart.</summary>
    NotFound,

    /// <summary>Somebody else changed the same thing in the meantime.</summary>
    Conflict,

    /// <summary>A required input is missing.</summary>
    Required,

    /// <summary>No file was sent (请选择文件). IND-21.</summary>
    FileRequired,

    /// <summary>The file has no bytes, or the zip holds no file.</summary>
    FileEmpty,

    /// <summary>The file is larger than the limit of 10 MB. IND-24.</summary>
    FileTooLarge,

    /// <summary>The content is none of jpg, png, pdf, zip. IND-24.</summary>
    FileTypeNotAllowed,

    /// <summary>The name promises an allowed type and the content is something else. IND-24.</summary>
    FileTypeMismatch,

    /// <summary>The content is of an allowed type but damaged, dangerous or too big once unpacked.</summary>
    FileUnsafe,

    /// <summary>No installed font can draw a character of the certificate, for example a rare name.</summary>
    GlyphMissing,
}
