using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

/// <summary>A declaration took a step: it was sent, returned, forwarded, decided … 认定结果变化. GRAPH-8.</summary>
public sealed class DeclarationChangedPayload
{
    /// <summary>Opaque; subscribing again with it as after brings everything later.</summary>
    public string Cursor { get; init; } = "";

    /// <summary>The declaration as it is now; of several quick steps each may show the last.</summary>
    public DeclarationView Declaration { get; init; } = null!;
}

[SubscriptionType]
internal static class DeclarationSubscriptions
{
    /// <summary>Each step of the declarations within the caller's reach, with the declaration read anew. 认定结果变化. GRAPH-8, REV-13.</summary>
    /// <param name="id">Only of this one.</param>
    /// <param name="selected">The shape.</param>
    /// <param name="happening">What happened.</param>
    /// <param name="declarations">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ViewDeclarations), Follows<DeclarationFeed>]
    public static async Task<DeclarationChangedPayload?> DeclarationChanged(
        Key<DeclarationView>? id, Selected<Declaration, DeclarationView> selected, [FromServices] Happening happening, [FromServices] DeclarationReader declarations,
        CancellationToken cancel) =>
        (id is null || id.Value.Value == happening.Subject) && await declarations.FindAsync([happening.Subject], selected.Shape, cancel) is [var declaration]
            ? new() { Cursor = happening.Cursor, Declaration = declaration }
            : null;
}
