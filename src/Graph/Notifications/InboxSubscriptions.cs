using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Notifications;
using HnCe.Graph.Server;

namespace HnCe.Graph.Notifications;

/// <summary>A message came into the caller's inbox. 新消息. GRAPH-8, EML-02.</summary>
public sealed class InboxItemAddedPayload
{
    /// <summary>Opaque; subscribing again with it as after brings everything later.</summary>
    public string Cursor { get; init; } = "";

    /// <summary>The message.</summary>
    public MessageView Message { get; init; } = null!;
}

[SubscriptionType]
internal static class InboxSubscriptions
{
    /// <summary>Each new message of the caller. 新消息. GRAPH-8, EML-02.</summary>
    /// <param name="selected">The shape.</param>
    /// <param name="happening">What happened.</param>
    /// <param name="inbox">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount), Follows<MessageFeed>]
    public static async Task<InboxItemAddedPayload?> InboxItemAdded(
        Selected<Message, MessageView> selected, [FromServices] Happening happening, [FromServices] InboxReader inbox, CancellationToken cancel) =>
        await inbox.FindAsync([happening.Subject], selected.Shape, cancel) is [var message] ? new() { Cursor = happening.Cursor, Message = message } : null;
}
