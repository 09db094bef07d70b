using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>An account whose password was right, in whatever state.</summary>
/// <param name="Account">The account with its organization.</param>
/// <param name="Counter">Key of its failed tries.</param>
public sealed record FoundAccount(Account Account, string Counter);

/// <summary>
/// Captcha, then limits, then account and password: what signing in and asking for one's registration have in common. A known and an unknown
/// account are answered alike and after the same time. Source: LOG-02, LOG-03, LOG-05, LOG-07, LOG-09.
/// </summary>
public sealed class FindAccount(UnitOfWork work, Captchas captchas, SecretBox box, IPasswordHasher<Account> hasher, Caller caller, TimeProvider clock)
{
    // Verified when there is no such account, so that both answers take the same time.
    private static readonly Lock DummyLock = new();
    private static string? _dummyHash;

    /// <summary>The account of somebody who knows its password.</summary>
    /// <param name="credentials">What was typed.</param>
    /// <param name="ended">States in which an account has given its key back and is still found.</param>
    /// <param name="cancel">Cancellation.</param>
    public async Task<Outcome<FoundAccount>> FindAsync(Credentials credentials, IReadOnlyList<AccountState> ended, CancellationToken cancel)
    {
        if (!await captchas.TakeAsync(credentials.CaptchaId, credentials.CaptchaAnswer, cancel))
        {
            return AccountRefusals.WrongCaptcha;
        }

        var hash = IdNumber.TryParse(credentials.IdNumber, clock.Today(), out var number) ? box.HashOf(number) : box.Hash("no such number");
        var code = CodeOf(credentials);
        var key = await KeyAsync(credentials.UserType, code, hash, cancel);
        var guards = new SignInLimits(work, clock);
        string[] counters = [box.Hash($"sign-in:{key}"), $"address:{caller.Address}"];
        if (await guards.LockedForAsync(counters, cancel) is { } minutes)
        {
            return AccountRefusals.LockedOut(minutes);
        }

        var account = await work.Db.Accounts.AsNoTracking().Include(a => a.Organization).SingleOrDefaultAsync(a => a.NormalizedUserName == key, cancel)
            ?? await EndedAsync(credentials.UserType, code, hash, ended, cancel);
        if (!IsPassword(account, credentials.Password))
        {
            await guards.CountAsync(counters, cancel);
            return AccountRefusals.WrongCredentials;
        }

        return new FoundAccount(account!, counters[0]);
    }

    /// <summary>The organization code of roles that sign in with one; null for the others.</summary>
    private static string? CodeOf(Credentials credentials) =>
        credentials.UserType is UserType.Individual or UserType.ProvincialDepartment or UserType.SystemAdmin ? null
        : OrganizationCode.TryParse(credentials.OrganizationCode, out var plain) ? plain.Value
        : CreditCode.TryParse(credentials.OrganizationCode, out var unified) ? unified.SubjectCode : "";

    private async Task<string> KeyAsync(UserType type, string? code, string hash, CancellationToken cancel)
    {
        if (code is null)
        {
            return Account.SignInKey(type, null, hash);
        }

        var organization = await work.Db.Organizations.Where(o => o.CodeKey == code && EF.Property<string>(o, "Kind") == KindOf(type))
            .Select(o => (long?)o.Id).SingleOrDefaultAsync(cancel);
        return Account.SignInKey(type, organization ?? 0, hash);
    }

    // A refused registration has given its keys back; its owner still gets to know why he was refused. Only the latest one counts.
    private async Task<Account?> EndedAsync(UserType type, string? code, string hash, IReadOnlyList<AccountState> ended, CancellationToken cancel)
    {
        var latest = await work.Db.Accounts.AsNoTracking().Include(a => a.Organization)
            .Where(a => a.PersonHash == hash && a.UserType == type && (a.State == AccountState.Rejected || a.State == AccountState.Withdrawn))
            .Where(a => code == null || a.Organization!.OrgCode == code)
            .OrderByDescending(a => a.Id).FirstOrDefaultAsync(cancel);
        return latest is not null && ended.Contains(latest.State) ? latest : null;
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
