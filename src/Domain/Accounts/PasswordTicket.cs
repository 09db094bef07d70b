namespace HnCe.Domain.Accounts;

/// <summary>
/// The right to choose a new password, sent by mail to who forgot the old one: once, within 30 minutes. The mail carries a keyed
/// hash of the id, so the row alone opens nothing. Source: LOG-10.
/// </summary>
public sealed class PasswordTicket
{
    /// <summary>Lifetime.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private PasswordTicket()
    {
    }

    /// <summary>A fresh ticket.</summary>
    public PasswordTicket(Account account, DateTime at)
    {
        Id = Guid.NewGuid();
        Account = account;
        ExpiresAt = at + Lifetime;
    }

    /// <summary>Key; not guessable.</summary>
    public Guid Id { get; private set; }

    /// <summary>Key of the account.</summary>
    public long AccountId { get; private set; }

    /// <summary>Whose password.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>When it expires, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>When it was used, UTC.</summary>
    public DateTime? UsedAt { get; private set; }

    /// <summary>Uses it up.</summary>
    public void Use(DateTime at) => UsedAt = at;
}
