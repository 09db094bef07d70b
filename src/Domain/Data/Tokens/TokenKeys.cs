using System.Security.Cryptography;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HnCe.Domain.Data.Tokens;

/// <summary>What a key of the token server is for.</summary>
public enum TokenKeyUse
{
    /// <summary>RSA; programs verify with its public half that a token is ours.</summary>
    Signing,

    /// <summary>AES; what is inside a token is nobody's business but ours.</summary>
    Encryption,
}

/// <summary>A key of the token server, in the database for all instances and sealed like personal data, so a stolen database forges no token.</summary>
public sealed class TokenKey
{
    private TokenKey()
    {
    }

    /// <summary>A sealed key.</summary>
    public TokenKey(Guid id, TokenKeyUse use, byte[] @sealed, DateTime at) => (Id, Use, Sealed, CreatedAt) = (id, use, @sealed, at);

    /// <summary>Key, and the name under which it is published.</summary>
    public Guid Id { get; private set; }

    /// <summary>What for.</summary>
    public TokenKeyUse Use { get; private set; }

    /// <summary>The key, sealed.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }
}

internal sealed class TokenKeyMapping : IEntityTypeConfiguration<TokenKey>
{
    public void Configure(EntityTypeBuilder<TokenKey> key)
    {
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Sealed).HasMaxLength(4000);
        key.HasIndex(k => k.CreatedAt);
    }
}

/// <summary>A key of the token server, open.</summary>
/// <param name="Name">Under which it is published.</param>
/// <param name="Use">What for.</param>
/// <param name="Bytes">The key: PKCS#8 of RSA, or the bytes of AES.</param>
public sealed record OpenTokenKey(string Name, TokenKeyUse Use, byte[] Bytes);

/// <summary>
/// The keys of the token server. New ones are made every ninety days, at a start; every instance verifies with them at once and issues with them
/// an hour later, when all others have read them. Former keys verify until everything issued with them has expired.
/// </summary>
public sealed class TokenKeys(IDbContextFactory<HnCeDbContext> factory, SecretBox box, TimeProvider clock)
{
    /// <summary>Longest life of a token.</summary>
    public static readonly TimeSpan LongestToken = TimeSpan.FromDays(14);

    private const string Column = "token-key";
    private static readonly TimeSpan Age = TimeSpan.FromDays(90);
    private static readonly TimeSpan Lead = TimeSpan.FromHours(1);

    /// <summary>Makes keys where there are none or the newest are old; runs under the lock of the start.</summary>
    /// <param name="db">The context of the start.</param>
    /// <param name="force">Makes keys in any case, for example because a backup was lost.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task RenewAsync(HnCeDbContext db, bool force, CancellationToken cancel)
    {
        var newest = await db.TokenKeys.MaxAsync(key => (DateTime?)key.CreatedAt, cancel);
        if (!force && newest > clock.Now() - Age)
        {
            return;
        }

        await new UnitOfWork(db, Caller.System, clock).RunAsync<bool>(nameof(TokenKeys), write =>
        {
            using var rsa = RSA.Create(2048);
            db.AddRange(Seal(TokenKeyUse.Signing, rsa.ExportPkcs8PrivateKey(), write.At), Seal(TokenKeyUse.Encryption, RandomNumberGenerator.GetBytes(32), write.At));
            write.Note(nameof(TokenKeys), "\"renewed\"");
            return Task.FromResult<Outcome<bool>>(true);
        }, cancel);
    }

    /// <summary>The keys in use, for each use the one to issue with first.</summary>
    public IReadOnlyList<OpenTokenKey> Read()
    {
        using var db = factory.CreateDbContext();
        var (now, keys) = (clock.Now(), db.TokenKeys.OrderByDescending(key => key.CreatedAt).ThenBy(key => key.Id).ToList());
        return [.. keys.GroupBy(key => key.Use).SelectMany(group => InUse([.. group], now)).Select(Open)];
    }

    // Newest first. A key is of use until the longest token that its successor did not issue has expired.
    private static IEnumerable<TokenKey> InUse(IReadOnlyList<TokenKey> keys, DateTime now)
    {
        var living = keys.Where((_, i) => i == 0 || keys[i - 1].CreatedAt + Lead + LongestToken > now).ToList();
        var issuing = living.Find(key => key.CreatedAt + Lead <= now) ?? living[^1];
        return living.OrderByDescending(key => key == issuing);
    }

    private TokenKey Seal(TokenKeyUse use, byte[] bytes, DateTime at)
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(at));
        return new(id, use, box.Seal(Convert.ToBase64String(bytes), Column, $"{id:N}"), at);
    }

    private OpenTokenKey Open(TokenKey key) => new($"{key.Id:N}", key.Use, Convert.FromBase64String(box.Open(key.Sealed, Column, $"{key.Id:N}")));
}
