using HnCe.Domain.Accounts;
using HnCe.Domain.Certificates;
using HnCe.Domain.Data;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace HnCe.Domain.Notifications;

/// <summary>Settings of outgoing mail.</summary>
public sealed class MailOptions
{
    /// <summary>SMTP host; without one, mails are written as .eml files to <see cref="Folder"/>.</summary>
    public string? Host { get; set; }

    /// <summary>SMTP port.</summary>
    public int Port { get; set; } = 587;

    /// <summary>SMTP user; null when the server asks for none.</summary>
    public string? User { get; set; }

    /// <summary>SMTP password.</summary>
    public string? Password { get; set; }

    /// <summary>Address of the sender.</summary>
    public string From { get; set; } = "no-reply@hnce.invalid";

    /// <summary>Name of the sender.</summary>
    public string FromName { get; set; } = "河南省专业技术人员继续教育信息管理系统";

    /// <summary>Folder for .eml files.</summary>
    public string Folder { get; set; } = "App_Data/mail";
}

/// <summary>
/// Sends the mail copies of waiting messages. A sender leases messages by moving their due time, so several instances never send
/// the same one at once, and what a crashed sender had leased is due again. Source: EML-01 to EML-03.
/// </summary>
public sealed class DeliverMail(IDbContextFactory<HnCeDbContext> factory, MailOptions options, PublicAddress address, PasswordLinks links, SecretBox box, TimeProvider clock)
{
    private const int BatchSize = 50;
    private const int MostAttempts = 8;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Sends what is due, up to one batch. Answers how many were tried.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var db = await factory.CreateDbContextAsync(cancel);
        var leased = await LeaseAsync(db, cancel);
        foreach (var message in leased)
        {
            var sent = await TrySendAsync(message, cancel);
            var state = sent ? MailState.Sent : message.MailAttempts + 1 >= MostAttempts ? MailState.Failed : MailState.Waiting;
            var backOff = clock.Now() + TimeSpan.FromMinutes(Math.Pow(2, message.MailAttempts));
            await db.Messages.Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set
                .SetProperty(m => m.MailState, state).SetProperty(m => m.MailAttempts, m => m.MailAttempts + 1).SetProperty(m => m.MailDueAt, backOff), cancel);
        }

        return leased.Count;
    }

    private async Task<List<Message>> LeaseAsync(HnCeDbContext db, CancellationToken cancel)
    {
        var (now, until) = (clock.Now(), clock.Now() + Lease);
        var due = await db.Messages.Include(m => m.Account).Where(m => m.MailState == MailState.Waiting && m.MailDueAt <= now)
            .OrderBy(m => m.MailDueAt).Take(BatchSize).ToListAsync(cancel);
        var leased = new List<Message>();
        foreach (var message in due)
        {
            var won = await db.Messages.Where(m => m.Id == message.Id && m.MailState == MailState.Waiting && m.MailDueAt == message.MailDueAt)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.MailDueAt, until), cancel);
            if (won == 1)
            {
                leased.Add(message);
            }
        }

        return leased;
    }

    private async Task<bool> TrySendAsync(Message message, CancellationToken cancel)
    {
        try
        {
            await SendAsync(Compose(message), cancel);
            return true;
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            // Whatever is wrong with one message or with the server, the others go on and this one is tried again later.
            return false;
        }
    }

    private MimeMessage Compose(Message message)
    {
        var mail = new MimeMessage
        {
            // The same id on each try: a mail server or reader that gets it twice keeps one.
            MessageId = $"message-{message.Id}@{new Uri(address.Url).Host}",
            Date = new DateTimeOffset(message.At),
            Subject = MessageTexts.Heading(message.Kind, message.Title),
            Body = new TextPart("plain")
            {
                Text = $"{message.Account.Name}：\n\n{MessageTexts.Body(message.Kind, message.Title, message.Detail, message.Hours)}\n\n{NextStep(message)}\n\n{options.FromName}\n本邮件由系统发送，请勿回复。\n",
            },
        };
        mail.From.Add(new MailboxAddress(options.FromName, options.From));
        mail.To.Add(new MailboxAddress(message.Account.Name, box.Open(message.Account.MailSealed, SecretBox.Mail, message.Account.PersonHash)));
        return mail;
    }

    // The link exists in the mail alone: neither the message nor the inbox holds it (SEC-B12).
    private string NextStep(Message message) => message.Kind is MessageKind.PasswordForgotten && Guid.TryParse(message.Detail, out var ticket)
        ? $"重设密码：{links.UrlOf(ticket)}"
        : $"登录系统查看：{address.Url}";

    private async Task SendAsync(MimeMessage mail, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(options.Host))
        {
            Directory.CreateDirectory(options.Folder);
            await mail.WriteToAsync(Path.Combine(options.Folder, $"{mail.MessageId!.Split('@')[0]}.eml"), cancel);
            return;
        }

        using var smtp = new SmtpClient();
        await smtp.ConnectAsync(options.Host, options.Port, SecureSocketOptions.Auto, cancel);
        if (options.User is { Length: > 0 } user)
        {
            await smtp.AuthenticateAsync(user, options.Password ?? "", cancel);
        }

        await smtp.SendAsync(mail, cancel);
        await smtp.DisconnectAsync(quit: true, cancel);
    }
}
