using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>
/// Counts failed sign-ins in the database. Five in a row lock an account key for 15 minutes, known or not; an address,
/// behind which a whole office may sit, is locked after thirty. Source: LOG-07, decision 0006.
/// </summary>
internal sealed class SignInLimits(UnitOfWork work, TimeProvider clock)
{
    private const int MostPerAccount = 5;
    private const int MostPerAddress = 30;
    private static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>The counters of an account key and of the address that tries; the account's comes first.</summary>
    public static string[] CountersOf(string key, SecretBox box, Caller caller) => [box.Hash($"sign-in:{key}"), $"address:{caller.Address}"];

    /// <summary>Minutes until the lock ends; null when nothing is locked.</summary>
    public async Task<int?> LockedForAsync(string[] counters, CancellationToken cancel)
    {
        var (account, now) = (counters[0], clock.Now());
        var since = now - LockedFor;
        var last = await work.Db.SignInFailures.AsNoTracking()
            .Where(f => counters.Contains(f.Key) && f.LastAt > since && f.Count >= (f.Key == account ? MostPerAccount : MostPerAddress))
            .Select(f => (DateTime?)f.LastAt).MaxAsync(cancel);
        return last is { } at ? (int)Math.Ceiling((at + LockedFor - now).TotalMinutes) : null;
    }

    /// <summary>Counts one failure for each counter; one that is older than the lock starts anew.</summary>
    public async Task CountAsync(string[] counters, CancellationToken cancel)
    {
        var (now, since) = (clock.Now(), clock.Now() - LockedFor);
        foreach (var counter in counters)
        {
            var counted = await work.Db.SignInFailures.Where(f => f.Key == counter).ExecuteUpdateAsync(set => set
                .SetProperty(f => f.Count, f => f.LastAt > since ? f.Count + 1 : 1).SetProperty(f => f.LastAt, now), cancel);
            if (counted == 0)
            {
                await work.RunAsync<bool>(nameof(SignIn), _ =>
                {
                    work.Db.SignInFailures.Add(new(counter, now));
                    return Task.FromResult<Outcome<bool>>(true);
                }, cancel);
            }
        }
    }
}
