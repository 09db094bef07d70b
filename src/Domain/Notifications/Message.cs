using System.Linq.Expressions;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;

namespace HnCe.Domain.Notifications;

/// <summary>What a message says; its words are in <see cref="MessageTexts"/>.</summary>
public enum MessageKind
{
    /// <summary>A registration was passed. Source: EML-01.</summary>
    RegistrationPassed,

    /// <summary>A registration was refused; the detail is the reason. Source: EML-02.</summary>
    RegistrationFailed,

    /// <summary>A declaration was passed; with the hours. Source: EML-02.</summary>
    DeclarationPassed,

    /// <summary>A declaration was not passed; the detail is the reason.</summary>
    DeclarationFailed,

    /// <summary>The employer returned a declaration; the detail is the reason. Source: EMP-23.</summary>
    DeclarationReturned,

    /// <summary>The employer registered a declaration on one's behalf. Source: DEC-09.</summary>
    DeclarationRegistered,

    /// <summary>The hours of a passed declaration were withdrawn; the detail is the reason. Source: REV-12.</summary>
    DeclarationRevoked,

    /// <summary>An administrator was added; the title is the organization. Source: ACC-05.</summary>
    AdministratorAdded,

    /// <summary>The rights of an administrator were removed; the detail is the reason. Source: EMP-11.</summary>
    AdministratorRevoked,

    /// <summary>An account was disabled; the detail is the reason. Source: BUR-11, SYS-03.</summary>
    AccountDisabled,

    /// <summary>An account was enabled again.</summary>
    AccountEnabled,

    /// <summary>The password was reset to the initial one by an administrator. Source: EML-02, ACC-02.</summary>
    PasswordReset,

    /// <summary>A link to choose a new password was asked for; the detail names the ticket, the mail carries the link. Source: LOG-10.</summary>
    PasswordForgotten,

    /// <summary>The password was changed.</summary>
    PasswordChanged,

    /// <summary>Items wait for the recipient's organization; title and detail are the numbers of registrations, and of declarations, training plans and classes. Source: EML-02.</summary>
    WaitingDigest,

    /// <summary>The year ends and hours are missing; the title is the year. Source: EML-02.</summary>
    YearEndReminder,

    /// <summary>To the employer: the person objects to what it registered; the detail is the note. Source: DEC-09.</summary>
    DeclarationObjected,

    /// <summary>The employer stands by what it registered; the detail is its reason. Source: DEC-09.</summary>
    ObjectionAnswered,

    /// <summary>The employer took back what it had registered; the detail is the reason. Source: DEC-09.</summary>
    RegisteredCancelled,

    /// <summary>A job has ended; the title is what it was, the detail what came of it. Source: CER-01.</summary>
    JobDone,

    /// <summary>A job has failed; the detail is the reason.</summary>
    JobFailed,

    /// <summary>A training plan was passed; the title is its name. Source: EML-02, PLN-06.</summary>
    PlanPassed,

    /// <summary>A training plan was not passed; the detail is the reason.</summary>
    PlanFailed,

    /// <summary>A class submission was passed; the title is the class. Source: EML-02.</summary>
    ClassPassed,

    /// <summary>A class submission was not passed; the detail is the reason.</summary>
    ClassFailed,

    /// <summary>A passed class was revoked; the detail is the reason. Source: REV-12.</summary>
    ClassRevoked,

    /// <summary>To a trainee: a class was passed and counts; with the hours. Source: SCO-11.</summary>
    TrainingCredited,

    /// <summary>To a trainee: the hours of a class were withdrawn; the detail is the reason. Source: REV-12.</summary>
    TrainingWithdrawn,
}

/// <summary>How far the mail copy of a message is.</summary>
public enum MailState
{
    /// <summary>待发送.</summary>
    Waiting,

    /// <summary>已发送.</summary>
    Sent,

    /// <summary>发送失败: given up after the last try.</summary>
    Failed,
}

/// <summary>
/// One message to one account: the inbox item is the truth, the mail its copy. The row is written in the transaction of the event
/// (a transactional outbox), so no mail is lost; its id is the mail's Message-Id, so none counts twice. Source: EML-01 to EML-03.
/// </summary>
public sealed class Message : IScoped<Message>
{
    /// <summary>Title of a message about administrators who belong to no organization.</summary>
    public const string WholeSystem = "本系统";

    private Message()
    {
    }

    /// <summary>A message to one account; its mail copy is due as soon as the write is saved.</summary>
    public Message(Account account, MessageKind kind, string title, string? detail, WriteContext write)
    {
        Account = account;
        Kind = kind;
        Title = title;
        Detail = detail;
        At = MailDueAt = write.At;
        ChangeId = write.ChangeId;
    }

    /// <summary>Key, and the mail's Message-Id.</summary>
    public long Id { get; private set; }

    /// <summary>Key of the recipient.</summary>
    public long AccountId { get; private set; }

    /// <summary>The recipient; the address is opened at sending time.</summary>
    public Account Account { get; private set; } = null!;

    /// <summary>What it says.</summary>
    public MessageKind Kind { get; private set; }

    /// <summary>Title of the thing it is about, for example of the declaration; see <see cref="MessageKind"/>.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Reason or comment; null when there is nothing to add.</summary>
    public string? Detail { get; private set; }

    /// <summary>认定学时, for verdicts.</summary>
    public decimal? Hours { get; private set; }

    /// <summary>Key of the declaration it is about; null for registrations.</summary>
    public long? DeclarationId { get; private set; }

    /// <summary>When it was written, UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>When the recipient opened it, UTC.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>The write that caused it.</summary>
    public Guid ChangeId { get; private set; }

    /// <summary>How far the mail copy is.</summary>
    public MailState MailState { get; private set; }

    /// <summary>Tries of the mail copy so far.</summary>
    public int MailAttempts { get; private set; }

    /// <summary>When the mail copy is due (again), UTC; also the lease of the sender that is at it.</summary>
    public DateTime MailDueAt { get; private set; }

    /// <inheritdoc/>
    public static Expression<Func<Message, bool>> Reached(Jurisdiction reach) => reach switch
    {
        Jurisdiction.Own { AccountId: var id } => m => m.AccountId == id,
        _ => _ => false,
    };
}
