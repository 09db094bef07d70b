using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

/// <summary>What the professional says against what the employer registered for him. DEC-09.</summary>
public sealed class ObjectToDeclarationInput
{
    /// <summary>The declaration.</summary>
    public required Key<DeclarationView> Id { get; init; }

    /// <summary>What is wrong, 1 to 500 characters. 异议.</summary>
    public required string Note { get; init; }
}

/// <summary>Why the employer stands by what it registered. DEC-09.</summary>
public sealed class AnswerObjectionInput
{
    /// <summary>The declaration.</summary>
    public required Key<DeclarationView> Id { get; init; }

    /// <summary>Reason, 1 to 500 characters. 理由.</summary>
    public required string Reason { get; init; }
}

/// <summary>What the employer registered wrongly, and why it is taken back. DEC-09.</summary>
public sealed class CancelRegisteredDeclarationInput
{
    /// <summary>The declaration.</summary>
    public required Key<DeclarationView> Id { get; init; }

    /// <summary>Reason, 1 to 500 characters. 原因.</summary>
    public required string Reason { get; init; }
}

/// <summary>What came of objecting.</summary>
public sealed class ObjectToDeclarationPayload : DeclarationPayload;

/// <summary>What came of answering.</summary>
public sealed class AnswerObjectionPayload : DeclarationPayload;

/// <summary>What came of cancelling.</summary>
public sealed class CancelRegisteredDeclarationPayload : DeclarationPayload;

[MutationType]
internal static class ObjectionMutations
{
    /// <summary>Objects to what the employer registered in the caller's name, before it is forwarded. 提出异议. DEC-09.</summary>
    /// <param name="input">Which, and what is wrong.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.Declare)]
    public static async Task<ObjectToDeclarationPayload> ObjectToDeclaration(
        ObjectToDeclarationInput input, [FromServices] ObjectToDeclaration useCase, CancellationToken cancel) =>
        DeclarationPayload.Of<ObjectToDeclarationPayload>(await useCase.RunAsync(input.Id.Value, input.Note, cancel));

    /// <summary>Stands by a registered declaration against the person's objection; it can then be forwarded. 答复异议. DEC-09.</summary>
    /// <param name="input">Which, and why.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ForwardDeclarations)]
    public static async Task<AnswerObjectionPayload> AnswerObjection(AnswerObjectionInput input, [FromServices] AnswerObjection useCase, CancellationToken cancel) =>
        DeclarationPayload.Of<AnswerObjectionPayload>(await useCase.RunAsync(input.Id.Value, input.Reason, cancel));

    /// <summary>Takes back what the caller's employer registered wrongly and has not forwarded. 撤销登记. DEC-09, EMP-19.</summary>
    /// <param name="input">Which, and why.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ForwardDeclarations)]
    public static async Task<CancelRegisteredDeclarationPayload> CancelRegisteredDeclaration(
        CancelRegisteredDeclarationInput input, [FromServices] CancelRegisteredDeclaration useCase, CancellationToken cancel) =>
        DeclarationPayload.Of<CancelRegisteredDeclarationPayload>(await useCase.RunAsync(input.Id.Value, input.Reason, cancel));
}
