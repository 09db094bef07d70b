using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using Microsoft.AspNetCore.Identity;

namespace HnCe.Domain.Accounts;

/// <summary>初始化密码: sets the initial password, good for one sign-in within 72 hours; sessions end at once. Source: ACC-01, ACC-02, ACC-04, EMP-11, PRO-03, SYS-03, SYS-04.</summary>
public sealed class ResetPasswords(UnitOfWork work, Caller caller, IPasswordHasher<Account> hasher)
{
    /// <summary>Resets and names whom it left.</summary>
    public Task<Outcome<BatchOutcome>> RunAsync(IReadOnlyList<long> ids, CancellationToken cancel)
    {
        var once = new HashedOnce(hasher);
        return new AccountBatch(work, caller, AccountAction.ResetPassword).RunAsync(
            nameof(ResetPasswords), ids, null, MessageKind.PasswordReset,
            (account, write) => account.SetInitialPassword(InitialPassword.Value, once, write.At + InitialPassword.Lifetime), cancel);
    }

    // Everybody knows the initial password, so one salt for a batch betrays nothing; hashing 500 times would take a minute.
    private sealed class HashedOnce(IPasswordHasher<Account> hasher) : IPasswordHasher<Account>
    {
        private string? _hash;

        public string HashPassword(Account user, string password) => _hash ??= hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
            hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
