using System.Linq.Expressions;
using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using HnCe.Graph.Accounts;
using HnCe.Graph.Declarations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Notifications;

/// <summary>One message in the caller's inbox. 消息. EML-01, EML-02.</summary>
[Name("Message")]
public sealed class MessageView
{
    /// <summary>Key.</summary>
    [Ignore]
    public long Key { get; init; }

    /// <summary>Title of what it is about.</summary>
    [Ignore]
    public string Title { get; init; } = "";

    /// <summary>Reason or comment.</summary>
    [Ignore]
    public string? Detail { get; init; }

    /// <summary>Recognised hours.</summary>
    [Ignore]
    public decimal? Hours { get; init; }

    /// <summary>Key of the declaration.</summary>
    [Ignore]
    public long? DeclarationKey { get; init; }

    /// <summary>Opaque id.</summary>
    public Key<MessageView> Id => new(Key);

    /// <summary>What it says.</summary>
    public MessageKind Kind { get; init; }

    /// <summary>Heading in Chinese.</summary>
    [Needs(nameof(Kind))]
    public string Heading => MessageTexts.Heading(Kind, Title);

    /// <summary>Text in Chinese: what happened, why, what to do next.</summary>
    [Needs(nameof(Kind))]
    public string Text => MessageTexts.Body(Kind, Title, Detail, Hours);

    /// <summary>Opaque id of the declaration it is about; null for others.</summary>
    public Key<DeclarationView>? DeclarationId => DeclarationKey is { } key ? new(key) : null;

    /// <summary>When it was written, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>When it was opened, UTC; null while unread.</summary>
    public DateTime? ReadAt { get; init; }

    /// <summary>How far the mail copy is. 邮件. EML-03.</summary>
    public MailState MailState { get; init; }

    /// <summary>How it comes from the row.</summary>
    public static readonly Expression<Func<Message, MessageView>> Shape = m => new()
    {
        Key = m.Id,
        Title = m.Title,
        Detail = m.Detail,
        Hours = m.Hours,
        DeclarationKey = m.DeclarationId,
        Kind = m.Kind,
        At = m.At,
        ReadAt = m.ReadAt,
        MailState = m.MailState,
    };
}

[QueryType]
internal static class InboxQueries
{
    /// <summary>The caller's messages, newest first. 消息. EML-02.</summary>
    /// <param name="unread">Only unread ones, or only read ones.</param>
    /// <param name="page">Which part.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="inbox">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount)]
    public static Task<Page<MessageView>> Inbox(
        bool? unread, PageRequest page, Selected<Message, MessageView> selected, [FromServices] InboxReader inbox, CancellationToken cancel) =>
        inbox.ListAsync(unread, page, selected.Shape, cancel);
}

[Extends<ViewerView>]
internal static class ViewerInbox
{
    /// <summary>How many messages are unread, counted up to 100. 未读消息.</summary>
    /// <param name="inbox">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    public static Task<int> UnreadCount([FromServices] InboxReader inbox, CancellationToken cancel) => inbox.CountUnreadAsync(cancel);
}

/// <summary>What came of opening the inbox.</summary>
public sealed class ReadInboxPayload : Payload
{
    /// <summary>How many messages were unread.</summary>
    public int? Read { get; init; }
}

[MutationType]
internal static class InboxMutations
{
    /// <summary>Marks all messages of the caller as read. 全部已读.</summary>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount)]
    public static async Task<ReadInboxPayload> ReadInbox([FromServices] ReadInbox useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(cancel)).To(read => new ReadInboxPayload { Read = read });
}
