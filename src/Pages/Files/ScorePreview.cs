using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Training;
using Microsoft.AspNetCore.DataProtection;

namespace HnCe.Pages.Files;

/// <summary>
/// Carries the rows of an import from the preview to the confirmation: sealed in the form, bound to the account and the class, for an hour.
/// Nothing with ID numbers is left behind on the server. Source: SCO-05, PIPL.
/// </summary>
public sealed class ScorePreview(IDataProtectionProvider protection, Caller caller, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>Seals rows.</summary>
    public string Seal(string @class, IReadOnlyList<ScoreRow> rows)
    {
        using var packed = new MemoryStream();
        using (var squeeze = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(squeeze, new Kept((clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds(), rows));
        }

        return Convert.ToBase64String(Protector(@class).Protect(packed.ToArray()));
    }

    /// <summary>The rows; null for another account or class, after an hour, and for anything made up.</summary>
    public IReadOnlyList<ScoreRow>? Open(string @class, string? @sealed)
    {
        try
        {
            using var squeezed = new BrotliStream(new MemoryStream(Protector(@class).Unprotect(Convert.FromBase64String(@sealed ?? ""))), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<Kept>(squeezed) is { } kept && kept.Until > clock.GetUtcNow().ToUnixTimeSeconds() ? kept.Rows : null;
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string @class) =>
        protection.CreateProtector("score-import", (caller.AccountId ?? 0).ToString(CultureInfo.InvariantCulture), @class);

    private sealed record Kept(long Until, IReadOnlyList<ScoreRow> Rows);
}
