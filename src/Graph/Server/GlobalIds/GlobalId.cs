using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace HnCe.Graph.Server;

/// <summary>The opaque ids of the graph: type name and key, base64url. Not a secret; reach is checked wherever a key is used.</summary>
public static class GlobalId
{
    private const int MaxLength = 100;

    /// <summary>The id of a row.</summary>
    /// <param name="type">Schema name of the type.</param>
    /// <param name="key">Key of the row.</param>
    public static string Encode(string type, long key) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{key}")));

    /// <summary>Reads an id; false for garbage, never an exception.</summary>
    /// <param name="id">The id that a client sent.</param>
    /// <param name="type">Schema name of the type.</param>
    /// <param name="key">Key of the row.</param>
    public static bool TryDecode(string? id, out string type, out long key)
    {
        (type, key) = ("", 0);
        Span<byte> bytes = stackalloc byte[MaxLength];
        if (id is null || id.Length > MaxLength || !Base64Url.IsValid(id) || !Base64Url.TryDecodeFromChars(id, bytes, out var length))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(bytes[..length]);
        var colon = text.IndexOf(':');
        if (colon < 1 || !long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out key))
        {
            return false;
        }

        type = text[..colon];
        return Encode(type, key) == id;
    }

    internal static string Of(INode node) => Encode(ViewNames.Of(node.GetType()), node.Key);
}
