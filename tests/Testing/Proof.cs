using System.Security.Cryptography;

namespace HnCe.Testing;

/// <summary>A file that the inspection accepts.</summary>
public static class Proof
{
    /// <summary>A picture of one pixel.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>Its hash, under which it is kept.</summary>
    public static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Png));

    /// <summary>Puts it where the file store looks.</summary>
    public static void Keep(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, Hash[..2], Hash[2..4])).FullName;
        File.WriteAllBytes(Path.Combine(folder, Hash), Png);
    }
}
