using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

[MutationType]
internal static class DeclarationMutations
{
    /// <summary>Sends an own declaration to the employer, for the first time or again after a draft, correction or return. 申报继续教育信息. IND-19 to IND-25.</summary>
    /// <param name="input">The form.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.Declare)]
    public static async Task<DeclarePayload> Declare(DeclareInput input, [FromServices] Declare useCase, CancellationToken cancel) =>
        DeclarationPayload.Of<DeclarePayload>(await useCase.RunAsync(input.Id?.Value, input.Form.ToInput(), cancel));

    /// <summary>Keeps an unfinished declaration that only its owner sees. 存草稿. IND-25.</summary>
    /// <param name="input">The form, as far as it is filled in.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.Declare)]
    public static async Task<SaveDeclarationDraftPayload> SaveDeclarationDraft(DeclareInput input, [FromServices] SaveDeclarationDraft useCase, CancellationToken cancel) =>
        DeclarationPayload.Of<SaveDeclarationDraftPayload>(await useCase.RunAsync(input.Id?.Value, input.Form.ToInput(), cancel));

    /// <summary>Takes an own declaration back before it is forwarded. 撤回. IND-25.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.Declare)]
    public static async Task<WithdrawDeclarationPayload> WithdrawDeclaration(WithdrawDeclarationInput input, [FromServices] WithdrawDeclaration useCase, CancellationToken cancel) =>
        DeclarationPayload.Of<WithdrawDeclarationPayload>(await useCase.RunAsync(input.Id.Value, cancel));

    /// <summary>Registers a declaration for a professional of the caller's employer; it then waits to be forwarded. 其它继续教育形式登记. EMP-19.</summary>
    /// <param name="input">For whom, and the form.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ForwardDeclarations)]
    public static async Task<RegisterDeclarationOnBehalfPayload> RegisterDeclarationOnBehalf(
        RegisterDeclarationOnBehalfInput input, [FromServices] RegisterDeclarationOnBehalf useCase, CancellationToken cancel) =>
        DeclarationPayload.Of<RegisterDeclarationOnBehalfPayload>(await useCase.RunAsync(input.Professional.Value, input.Form.ToInput(), cancel));

    /// <summary>Sends a declaration back to its owner for correction. 退回. EMP-23.</summary>
    /// <param name="input">Which, and why.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ForwardDeclarations)]
    public static async Task<ReturnDeclarationPayload> ReturnDeclaration(ReturnDeclarationInput input, [FromServices] ReturnDeclaration useCase, CancellationToken cancel) =>
        DeclarationPayload.Of<ReturnDeclarationPayload>(await useCase.RunAsync(input.Id.Value, input.Reason, cancel));

    /// <summary>Sends declarations on for review, each once and for good. 上报. EMP-18 to EMP-22, FWD-01 to FWD-06.</summary>
    /// <param name="input">Which, and to whom.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ForwardDeclarations)]
    public static async Task<ForwardDeclarationsPayload> ForwardDeclarations(ForwardDeclarationsInput input, [FromServices] ForwardDeclarations useCase, CancellationToken cancel) =>
        BatchPayload.Of<DeclarationView, ForwardDeclarationsPayload>(input.Ids, await useCase.RunAsync(input.Ids.Values(), input.Target, cancel));

    /// <summary>Decides declarations that were forwarded to the caller's organization: single, batch, or everything that waits. 审核. REV-01 to REV-06.</summary>
    /// <param name="input">Which, and how.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ReviewDeclarations)]
    public static async Task<ReviewDeclarationsPayload> ReviewDeclarations(
        ReviewDeclarationsInput input, [FromServices] ReviewDeclarations useCase, [FromServices] TimeProvider clock, CancellationToken cancel)
    {
        var verdict = new Verdict(input.Decision, input.Reason, input.RecognisedHours);
        var outcome = input switch
        {
            { Ids: { } ids, AllWaiting: null } => await useCase.RunAsync(ids.Values(), verdict, cancel),
            { Ids: null, AllWaiting: { } all } => await useCase.RunAsync(all.Filter.ToFilter(clock), all.Expected, verdict, cancel),
            _ => DeclarationRefusals.NothingSelected,
        };
        return outcome.Value?.JobId is { } job ? new() { JobKey = job } : BatchPayload.Of<DeclarationView, ReviewDeclarationsPayload>(input.Ids, outcome);
    }

    /// <summary>Withdraws the hours of passed declarations; a certificate of a year that is no longer complete becomes void. 撤销. REV-12, CER-06.</summary>
    /// <param name="input">Which, and why.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.RevokeDeclarations)]
    public static async Task<RevokeDeclarationsPayload> RevokeDeclarations(RevokeDeclarationsInput input, [FromServices] RevokeDeclarations useCase, CancellationToken cancel) =>
        BatchPayload.Of<DeclarationView, RevokeDeclarationsPayload>(input.Ids, await useCase.RunAsync(input.Ids.Values(), input.Reason, cancel));
}
