using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>An account whose password was right, in whatever state.</summary>
/// <param name="Account">The account with its organization.</param>
/// <param name="Counters">Keys of its failed tries and of those of the address; the account's comes first.</param>
public sealed record FoundAccount(Account Account, string[] Counters);

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

        var key = await new SignInKeys(work.Db, box, clock).OfAsync(credentials.UserType, credentials.OrganizationCode, credentials.IdNumber, cancel);
        var guards = new SignInLimits(work, clock);
        var counters = SignInLimits.CountersOf(key, box, caller);
        if (await guards.LockedForAsync(counters, cancel) is { } minutes)
        {
            return AccountRefusals.LockedOut(minutes);
        }

        var account = await work.Db.Accounts.AsNoTracking().Include(a => a.Organization).SingleOrDefaultAsync(a => a.NormalizedUserName == key, cancel)
            ?? await EndedAsync(credentials, ended, cancel);
        if (!IsPassword(account, credentials.Password))
        {
            await guards.CountAsync(counters, cancel);
            return AccountRefusals.WrongCredentials;
        }

        return new FoundAccount(account!, counters);
    }

    // Who was refused, took his registration back or lost his rights has given the key back; the latest such account still answers.
    private async Task<Account?> EndedAsync(Credentials credentials, IReadOnlyList<AccountState> ended, CancellationToken cancel)
    {
        var hash = IdNumber.TryParse(credentials.IdNumber, clock.Today(), out var number) ? box.HashOf(number) : "";
        var code = SignInKeys.CodeOf(credentials.UserType, credentials.OrganizationCode);
        var latest = await work.Db.Accounts.AsNoTracking().Include(a => a.Organization)
            .Where(a => a.PersonHash == hash && a.UserType == credentials.UserType && a.NormalizedUserName == null && (code == null || a.Organization!.OrgCode == code))
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
}
