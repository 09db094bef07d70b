using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>修改密码: only with the right old password, except for who signed in with the initial one, which is used up by that. Ends all sessions. Source: IND-16, EMP-10, ACC-02, ACC-04.</summary>
public sealed class ChangePassword(UnitOfWork work, SecretBox box, IPasswordHasher<Account> hasher, Caller caller, TimeProvider clock)
{
    /// <summary>Changes it. Answers with the stamp of the sessions that begin from now on.</summary>
    public async Task<Outcome<string>> RunAsync(string? current, string password, CancellationToken cancel)
    {
        var read = await Own(work.Db).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (read is null)
        {
            return AccountRefusals.OwnAccountNotFound;
        }

        if (!read.MustChangePassword
            && await new OwnPassword(work, box, hasher, caller, clock).CheckAsync(read, current, AccountRefusals.WrongOldPassword, cancel) is { } wrong)
        {
            return wrong;
        }

        return await work.RunAsync<string>(nameof(ChangePassword), async write =>
        {
            var account = await Own(work.Db).SingleOrDefaultAsync(a => a.SecurityStamp == read.SecurityStamp, cancel);
            if (account is null)
            {
                return AccountRefusals.WrongOldPassword;
            }

            if (NewPassword.Check(account, password, box, hasher, clock) is { Count: > 0 } refusals)
            {
                return refusals.ConvertAll(refusal => refusal.At("new"));
            }

            account.SetPassword(password, hasher);
            await Outbox.TellAccountAsync(work.Db, write, account.Id, MessageKind.PasswordChanged, null, cancel);
            return account.SecurityStamp!;
        }, cancel);
    }

    private IQueryable<Account> Own(HnCeDbContext db) => db.Accounts.Within(caller.ReachFor(Permission.ChangeOwnPassword));
}

/// <summary>What a new password of an account must be. Source: ACC-02.</summary>
internal static class NewPassword
{
    public static List<Refusal> Check(Account account, string password, SecretBox box, IPasswordHasher<Account> hasher, TimeProvider clock)
    {
        var isNumber = IdNumber.TryParse(box.Open(account.IdNumberSealed, SecretBox.IdNumber, account.PersonHash), clock.Today(), out var number);
        List<Refusal> refusals = [.. PasswordRules.Check(password, isNumber ? number : null)];
        return refusals.Count == 0 && account.HasUsed(password, hasher) ? [AccountRefusals.PasswordReused] : refusals;
    }
}
