namespace HnCe.Domain.Files;

/// <summary>The four kinds of attachment (附件类型), decided by content and never by name. Source: IND-24.</summary>
public enum FileType
{
    /// <summary>JPEG picture (ISO/IEC 10918-1).</summary>
    Jpeg,

    /// <summary>PNG picture (ISO/IEC 15948).</summary>
    Png,

    /// <summary>PDF document (ISO 32000).</summary>
    Pdf,

    /// <summary>ZIP archive (PKWARE APPNOTE) of several scans. Source: IND-21.</summary>
    Zip,
}
