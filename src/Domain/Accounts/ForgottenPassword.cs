using System.Security.Cryptography;
using System.Text;
using HnCe.Domain.Access;
using HnCe.Domain.Certificates;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>The link of a <see cref="PasswordTicket"/>. It is made when the mail leaves and stored nowhere: a row of the database opens nothing. Source: LOG-10, SEC-B12.</summary>
public sealed class PasswordLinks(SecretBox box, PublicAddress address)
{
    /// <summary>Address of the page to choose a new password.</summary>
    public string UrlOf(Guid ticket) => $"{address.Url}/reset?ticket={ticket:N}&key={KeyOf(ticket)}";

    /// <summary>Whether a key belongs to a ticket.</summary>
    public bool IsKey(Guid ticket, string? key) =>
        key is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(KeyOf(ticket)), Encoding.UTF8.GetBytes(key));

    private string KeyOf(Guid ticket) => box.Hash($"password-ticket:{ticket:N}");
}

/// <summary>Whose password was forgotten, as typed; a captcha goes with it. Source: LOG-10.</summary>
public sealed record ForgottenAccount
{
    /// <summary>用户类型.</summary>
    public UserType UserType { get; init; }

    /// <summary>组织机构代码; not asked for 个人, the province and system administrators.</summary>
    public string? OrganizationCode { get; init; }

    /// <summary>身份证号码.</summary>
    public string IdNumber { get; init; } = "";

    /// <summary>Which captcha was shown.</summary>
    public string? CaptchaId { get; init; }

    /// <summary>What was read in it.</summary>
    public string? CaptchaAnswer { get; init; }
}

/// <summary>忘记密码: sends a link to the mail address of an active account, at most three in an hour, and says the same whether there is one or not. Source: LOG-10, SEC-B5.</summary>
public sealed class RequestPasswordReset(UnitOfWork work, Captchas captchas, SecretBox box, TimeProvider clock)
{
    private const int MostPerHour = 3;

    /// <summary>Answers true, unless the captcha is wrong.</summary>
    public async Task<Outcome<bool>> RunAsync(ForgottenAccount asked, CancellationToken cancel)
    {
        if (!await captchas.TakeAsync(asked.CaptchaId, asked.CaptchaAnswer, cancel))
        {
            return AccountRefusals.WrongCaptcha;
        }

        var key = await new SignInKeys(work.Db, box, clock).OfAsync(asked.UserType, asked.OrganizationCode, asked.IdNumber, cancel);
        return await work.RunAsync<bool>(nameof(RequestPasswordReset), async write =>
        {
            // Known or not, there is one look-up, one count, and one audited write.
            var account = await work.Db.Accounts.SingleOrDefaultAsync(a => a.NormalizedUserName == key && a.State == AccountState.Active, cancel);
            var (id, since) = (account?.Id ?? 0, write.At + PasswordTicket.Lifetime - TimeSpan.FromHours(1));
            var recent = await work.Db.PasswordTickets.CountAsync(t => t.AccountId == id && t.ExpiresAt > since, cancel);
            write.Note("PasswordForgotten", "\"asked\"");
            if (account is not null && recent < MostPerHour)
            {
                var ticket = new PasswordTicket(account, write.At);
                work.Db.PasswordTickets.Add(ticket);
                await Outbox.TellAccountAsync(work.Db, write, account.Id, MessageKind.PasswordForgotten, ticket.Id.ToString("N"), cancel);
            }

            return true;
        }, cancel);
    }
}

/// <summary>重设密码: with the link of the mail, once, within 30 minutes. Ends all sessions; a lock-out and the second factor stay. Source: LOG-10, SEC-B12.</summary>
public sealed class ChooseNewPassword(UnitOfWork work, PasswordLinks links, SecretBox box, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <summary>Sets the password.</summary>
    public Task<Outcome<bool>> RunAsync(string ticket, string key, string password, CancellationToken cancel) =>
        work.RunAsync<bool>(nameof(ChooseNewPassword), async write =>
        {
            if (!Guid.TryParseExact(ticket, "N", out var id) || !links.IsKey(id, key))
            {
                return AccountRefusals.LinkExpired;
            }

            var account = await work.Db.PasswordTickets.Where(t => t.Id == id && t.UsedAt == null && t.ExpiresAt > write.At && t.Account.State == AccountState.Active)
                .Select(t => t.Account).SingleOrDefaultAsync(cancel);
            if (account is null)
            {
                return AccountRefusals.LinkExpired;
            }

            if (NewPassword.Check(account, password, box, hasher, clock) is { Count: > 0 } refusals)
            {
                return refusals;
            }

            // Of two at once, one finds it used; older links of the account end with it.
            var used = await work.Db.PasswordTickets.Where(t => t.Id == id && t.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, write.At), cancel);
            if (used == 0)
            {
                return AccountRefusals.LinkExpired;
            }

            await work.Db.PasswordTickets.Where(t => t.AccountId == account.Id && t.UsedAt == null).ExecuteUpdateAsync(set => set.SetProperty(t => t.UsedAt, write.At), cancel);
            account.SetPassword(password, hasher);
            await Outbox.TellAccountAsync(work.Db, write, account.Id, MessageKind.PasswordChanged, null, cancel);
            return true;
        }, cancel);
}
