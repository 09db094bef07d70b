using System.Security.Cryptography;
using System.Text;
using HnCe.Domain.Data;

namespace HnCe.Domain.Accounts;

/// <summary>The keys that personal data is sealed with: 32 bytes each, base64. Rotation: add a key, make it current, keep the old ones.</summary>
public sealed class SecretKeys
{
    /// <summary>Name of the key that new data is sealed with; one byte, 1 to 255.</summary>
    public byte Current { get; set; } = 1;

    /// <summary>All keys that stored data may be sealed with, by name.</summary>
    public Dictionary<string, string> Sealing { get; set; } = [];

    /// <summary>Key of the look-up hash. It cannot be rotated without re-hashing every person.</summary>
    public string Lookup { get; set; } = "";
}

/// <summary>
/// Seals personal data with AES-256-GCM, bound to its column and person so that a swapped ciphertext does not open,
/// and hashes ID numbers with a key for look-up. Source: PIPL, GB/T 22239 level 3.
/// </summary>
public sealed class SecretBox(SecretKeys keys)
{
    /// <summary>Column name of ID numbers.</summary>
    public const string IdNumber = "id-number";

    /// <summary>Column name of mobile phone numbers.</summary>
    public const string Mobile = "mobile";

    /// <summary>Column name of mail addresses.</summary>
    public const string Mail = "mail";

    /// <summary>Column name of postal addresses.</summary>
    public const string Address = "address";

    /// <summary>Column name of landline numbers.</summary>
    public const string Landline = "landline";

    /// <summary>Column name of the secrets of second factors.</summary>
    public const string SecondFactor = "second-factor";

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] _lookup = Convert.FromBase64String(keys.Lookup);
    private readonly Dictionary<byte, byte[]> _sealing =
        keys.Sealing.ToDictionary(key => byte.Parse(key.Key, System.Globalization.CultureInfo.InvariantCulture), key => Convert.FromBase64String(key.Value));

    /// <summary>Keyed hash of an ID number, 64 hexadecimal digits.</summary>
    public string HashOf(IdNumber idNumber) => Hash(idNumber.Value);

    /// <summary>Keyed hash of any secret, 64 hexadecimal digits.</summary>
    public string Hash(string secret) => Convert.ToHexStringLower(HMACSHA256.HashData(_lookup, Encoding.UTF8.GetBytes(secret)));

    /// <summary>Seals a text. Layout: key name, nonce, tag, ciphertext.</summary>
    public byte[] Seal(string text, string column, string personHash)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var sealedBytes = new byte[1 + NonceBytes + TagBytes + plain.Length];
        sealedBytes[0] = keys.Current;
        var nonce = sealedBytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_sealing[keys.Current], TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(1 + NonceBytes + TagBytes), sealedBytes.AsSpan(1 + NonceBytes, TagBytes), Bound(column, personHash));
        return sealedBytes;
    }

    /// <summary>Opens what was sealed for the same column and person.</summary>
    /// <exception cref="CryptographicException">The bytes were changed, moved to another person or column, or sealed with an unknown key.</exception>
    public string Open(byte[] sealedBytes, string column, string personHash)
    {
        if (sealedBytes.Length < 1 + NonceBytes + TagBytes || !_sealing.TryGetValue(sealedBytes[0], out var key))
        {
            throw new CryptographicException("Sealed bytes are damaged or their key is unknown.");
        }

        var plain = new byte[sealedBytes.Length - 1 - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(sealedBytes.AsSpan(1, NonceBytes), sealedBytes.AsSpan(1 + NonceBytes + TagBytes), sealedBytes.AsSpan(1 + NonceBytes, TagBytes), plain, Bound(column, personHash));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>An ID number as lists and details show it: all but the first six and last four characters hidden. Source: PIPL.</summary>
    public string MaskedIdNumber(byte[] sealedBytes, string personHash, TimeProvider clock) =>
        Accounts.IdNumber.TryParse(Open(sealedBytes, IdNumber, personHash), clock.Today(), out var number) ? number.Masked : "";

    private static byte[] Bound(string column, string personHash) => Encoding.UTF8.GetBytes($"{column}:{personHash}");
}
