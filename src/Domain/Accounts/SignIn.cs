using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

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
}

/// <summary>A verified account: what the session ticket carries.</summary>
/// <param name="AccountId">Key of the account.</param>
/// <param name="Stamp">Security stamp; a session with another stamp has ended.</param>
public sealed record SignedInAccount(long AccountId, string Stamp);

/// <summary>登录: captcha, then account and password, then state; a known and an unknown account are answered alike. Source: LOG-01 to LOG-07, LOG-09.</summary>
public sealed class SignIn(UnitOfWork work, FindAccount find)
{
    /// <summary>Verifies the credentials.</summary>
    public async Task<Outcome<SignedInAccount>> RunAsync(Credentials credentials, CancellationToken cancel)
    {
        var found = await find.FindAsync(credentials, [AccountState.Rejected], cancel);
        if (found.Value is not { } known)
        {
            return found.Refusals.ToList();
        }

        return StateOf(known.Account) is { } refusal ? refusal : await EnterAsync(known.Account.Id, known.Counter, cancel);
    }

    private static Refusal? StateOf(Account account) => account switch
    {
        { State: AccountState.Pending } => AccountRefusals.NotYetApproved,
        { State: AccountState.Rejected } => AccountRefusals.Refused(account.StateReason),
        { State: AccountState.Disabled or AccountState.Revoked } => AccountRefusals.Disabled,
        { Organization.State: OrganizationState.Retired } => AccountRefusals.OrganizationRetired,
        _ => null,
    };

    private Task<Outcome<SignedInAccount>> EnterAsync(long accountId, string counter, CancellationToken cancel) =>
        work.RunAsync<SignedInAccount>(nameof(SignIn), async write =>
        {
            await work.Db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.LastSignInAt, write.At), cancel);
            await work.Db.SignInFailures.Where(f => f.Key == counter).ExecuteDeleteAsync(cancel);
            write.Note($"Account:{accountId}", "\"signed in\"");
            var stamp = await work.Db.Accounts.Where(a => a.Id == accountId).Select(a => a.SecurityStamp).SingleAsync(cancel);
            return new SignedInAccount(accountId, stamp!);
        }, cancel);
}
