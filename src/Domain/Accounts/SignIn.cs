using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.AspNetCore.Identity;
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
public sealed class SignIn(UnitOfWork work, Captchas captchas, SecretBox box, IPasswordHasher<Account> hasher, Caller caller, TimeProvider clock)
{
    // Verified when there is no such account, so that both answers take the same time.
    private static readonly Lock DummyLock = new();
    private static string? _dummyHash;

    /// <summary>Verifies the credentials.</summary>
    public async Task<Outcome<SignedInAccount>> RunAsync(Credentials credentials, CancellationToken cancel)
    {
        if (!await captchas.TakeAsync(credentials.CaptchaId, credentials.CaptchaAnswer, cancel))
        {
            return AccountRefusals.WrongCaptcha;
        }

        var key = await KeyAsync(credentials, cancel);
        var guards = new SignInLimits(work, clock);
        string[] counters = [box.Hash($"sign-in:{key}"), $"address:{caller.Address}"];
        if (await guards.LockedForAsync(counters, cancel) is { } minutes)
        {
            return AccountRefusals.LockedOut(minutes);
        }

        var account = await work.Db.Accounts.AsNoTracking().Include(a => a.Organization).SingleOrDefaultAsync(a => a.NormalizedUserName == key, cancel)
            ?? await RefusedAsync(credentials, cancel);
        if (!IsPassword(account, credentials.Password))
        {
            await guards.CountAsync(counters, cancel);
            return AccountRefusals.WrongCredentials;
        }

        return StateOf(account!) is { } refusal ? refusal : await EnterAsync(account!.Id, counters[0], cancel);
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

    private async Task<string> KeyAsync(Credentials credentials, CancellationToken cancel)
    {
        var hash = IdNumber.TryParse(credentials.IdNumber, clock.Today(), out var number) ? box.HashOf(number) : box.Hash("no such number");
        if (credentials.UserType is UserType.Individual or UserType.ProvincialDepartment or UserType.SystemAdmin)
        {
            return Account.SignInKey(credentials.UserType, null, hash);
        }

        var code = OrganizationCode.TryParse(credentials.OrganizationCode, out var plain) ? plain.Value
            : CreditCode.TryParse(credentials.OrganizationCode, out var unified) ? unified.SubjectCode : "";
        var organization = await work.Db.Organizations.Where(o => o.CodeKey == code && EF.Property<string>(o, "Kind") == KindOf(credentials.UserType))
            .Select(o => (long?)o.Id).SingleOrDefaultAsync(cancel);
        return Account.SignInKey(credentials.UserType, organization ?? 0, hash);
    }

    // A refused registration has given its key back; its owner still gets to know why he was refused.
    private async Task<Account?> RefusedAsync(Credentials credentials, CancellationToken cancel)
    {
        var hash = IdNumber.TryParse(credentials.IdNumber, clock.Today(), out var number) ? box.HashOf(number) : "";
        return await work.Db.Accounts.AsNoTracking().Where(a => a.PersonHash == hash && a.UserType == credentials.UserType && a.State == AccountState.Rejected)
            .OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancel);
    }

    private bool IsPassword(Account? account, string password)
    {
        if (account?.PasswordHash is { } hash)
        {
            return hasher.VerifyHashedPassword(account, hash, password) is not PasswordVerificationResult.Failed;
        }

        lock (DummyLock)
        {
            _dummyHash ??= hasher.HashPassword(null!, "no such account");
        }

        hasher.VerifyHashedPassword(null!, _dummyHash, password);
        return false;
    }

    private static string KindOf(UserType type) => type switch
    {
        UserType.Employer => nameof(Employer),
        UserType.Institution => nameof(TrainingInstitution),
        UserType.IndustryDepartment => nameof(IndustryDepartment),
        _ => nameof(HrBureau),
    };
}
