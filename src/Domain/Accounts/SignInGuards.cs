namespace HnCe.Domain.Accounts;

/// <summary>A captcha that was shown: one use, five minutes, answer stored as a keyed hash only. Source: LOG-07.</summary>
public sealed class CaptchaChallenge
{
    /// <summary>Lifetime.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private CaptchaChallenge()
    {
    }

    /// <summary>A challenge that was just drawn.</summary>
    public CaptchaChallenge(Guid id, string answerHash, DateTime at)
    {
        Id = id;
        AnswerHash = answerHash;
        ExpiresAt = at + Lifetime;
    }

    /// <summary>Key; not guessable.</summary>
    public Guid Id { get; private set; }

    /// <summary>Keyed hash of id and answer.</summary>
    public string AnswerHash { get; private set; } = "";

    /// <summary>When it expires, UTC.</summary>
    public DateTime ExpiresAt { get; private set; }
}

/// <summary>
/// Failed sign-ins of one key (an account key, known or not, or an address), in the database so that they count across instances. Source: LOG-07.
/// </summary>
public sealed class SignInFailures
{
    private SignInFailures()
    {
    }

    /// <summary>The first failure of a key.</summary>
    public SignInFailures(string key, DateTime at)
    {
        Key = key;
        Count = 1;
        LastAt = at;
    }

    /// <summary>Keyed hash of the account key, or the address.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Failures in a row.</summary>
    public int Count { get; private set; }

    /// <summary>Time of the last failure, UTC.</summary>
    public DateTime LastAt { get; private set; }
}
