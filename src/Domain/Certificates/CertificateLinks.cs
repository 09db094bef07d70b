using System.Security.Cryptography;
using System.Text;
using HnCe.Domain.Accounts;

namespace HnCe.Domain.Certificates;

/// <summary>Settings of links that leave the system, on paper or by mail; never taken from a request.</summary>
public sealed class PublicAddress
{
    /// <summary>Address under which the public reaches the system, without a slash at the end.</summary>
    public string Url { get; set; } = "http://localhost:5080";
}

/// <summary>
/// The link in the QR code of a certificate. Numbers can be counted through, so the link carries a code that cannot be guessed;
/// who types the number by hand answers a captcha instead. Source: CER-03, CER-05.
/// </summary>
public sealed class CertificateLinks(SecretBox box, PublicAddress address)
{
    private const int CodeLength = 16;

    /// <summary>Address of the verification page for one certificate.</summary>
    public string VerificationUrl(string number) => $"{address.Url}/verify/{number}?code={CodeOf(number)}";

    /// <summary>Whether a code belongs to a number.</summary>
    public bool IsCode(string number, string? code) => code?.Length == CodeLength
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(number)), Encoding.UTF8.GetBytes(code));

    private string CodeOf(string number) => box.Hash($"certificate:{number}")[..CodeLength];
}
