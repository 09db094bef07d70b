using HnCe.Domain.Access;
using HnCe.Domain.Data;

namespace HnCe.Domain.Accounts;

/// <summary>What somebody types to sign in. Source: LOG-01.</summary>
public sealed record Credentials
{
    /// <summary>用户类型.</summary>
    public UserType UserType { get; init; }

    /// <summary>组织机构代码, or the unified credit code that holds it; not asked for 个人, the province and system administrators.</summary>
    public string? OrganizationCode { get; init; }

    /// <summary>身份证号码.</summary>
    public string IdNumber { get; init; } = "";

    /// <summary>密码.</summary>
    public string Password { get; init; } = "";

    /// <summary>Which captcha was shown.</summary>
    public string? CaptchaId { get; init; }

    /// <summary>What was read in it.</summary>
    public string? CaptchaAnswer { get; init; }

    /// <summary>两步验证: the six digits of the second factor, for programs that send them at once; pages ask in a second step. Source: SEC-B13.</summary>
    public string? SecondFactor { get; init; }
}

/// <summary>A verified account: what the session ticket carries.</summary>
/// <param name="AccountId">Key of the account.</param>
/// <param name="Stamp">Security stamp; a session with another stamp has ended.</param>
public sealed record SignedInAccount(long AccountId, string Stamp);

/// <summary>登录: captcha, then account and password, then state; a known and an unknown account are answered alike. Source: LOG-01 to LOG-07, LOG-09.</summary>
public sealed class SignIn(UnitOfWork work, FindAccount find, SecretBox box, SessionSettings sessions, TimeProvider clock)
{
    /// <summary>Who gave the right password and still owes the second factor; set together with the refusal SECOND_FACTOR_REQUIRED only.</summary>
    public SignedInAccount? Awaited { get; private set; }

    /// <summary>Verifies the credentials.</summary>
    public async Task<Outcome<SignedInAccount>> RunAsync(Credentials credentials, CancellationToken cancel)
    {
        var found = await find.FindAsync(credentials, [AccountState.Rejected, AccountState.Revoked], cancel);
        if (found.Value is not { } known)
        {
            return found.Refusals.ToList();
        }

        var (account, counters) = known;
        var entrance = new Entrance(work, sessions, clock);
        if (entrance.StateOf(account) is { } refusal)
        {
            return refusal;
        }

        if (!account.TwoFactorEnabled)
        {
            return await entrance.EnterAsync(account, counters[0], null, cancel);
        }

        if (string.IsNullOrEmpty(credentials.SecondFactor))
        {
            Awaited = new(account.Id, account.SecurityStamp!);
            return AccountRefusals.SecondFactorRequired;
        }

        return await new SecondStep(work, box, entrance, clock).RunAsync(account, credentials.SecondFactor, counters, cancel);
    }
}
