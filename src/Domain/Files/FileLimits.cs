namespace HnCe.Domain.Files;

/// <summary>Limits of an attachment (附件限制). Source: IND-24 for the size; the others keep one upload from exhausting the server.</summary>
public static class FileLimits
{
    /// <summary>Largest file: 10 MB, 10 485 760 bytes.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Most entries of a zip, folders included.</summary>
    public const int MostEntries = 200;

    /// <summary>Most bytes of all entries of a zip once unpacked: 100 MB.</summary>
    public const long MostUnpackedBytes = 100L * 1024 * 1024;

    /// <summary>Largest ratio of unpacked to packed bytes of an entry above one megabyte; scans stay below 5.</summary>
    public const int MostRatio = 100;

    /// <summary>Most pixels of a picture: 50 million.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>Most bytes of all object streams of a PDF once unpacked: 50 MB.</summary>
    public const int MostObjectStreamBytes = 50 * 1024 * 1024;

    /// <summary>Longest display name, in characters.</summary>
    public const int LongestName = 100;
}
