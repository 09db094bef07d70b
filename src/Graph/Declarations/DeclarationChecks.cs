using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

/// <summary>What would come of declaring now: what to show before the last step. 核对. IND-19, DEC-04.</summary>
[Name("DeclarationCheck")]
public sealed class DeclarationCheckView(CheckedDeclaration found)
{
    /// <summary>Everything that would be refused; empty when it can be declared.</summary>
    public IReadOnlyList<UserError> UserErrors => UserError.From(found.Refusals);

    /// <summary>Accepted answers in the order of the form, as people read them.</summary>
    public IReadOnlyList<DeclarationDetail> Details => found.Form is { } form ? DeclarationDetail.Of(form.Definition, form.Details) : [];

    /// <summary>Claimed credit hours: those given, else the proposed ones. 申报学时.</summary>
    public decimal? ClaimedHours => found.Form?.ClaimedHours;

    /// <summary>What the credit rules propose for this person; null while the answers are not enough. 建议学时.</summary>
    public HoursProposal? Proposal => found.Form?.Proposal is { } proposal ? new(proposal.Hours, proposal.Trace) : null;
}

[QueryType]
internal static class DeclarationCheckQueries
{
    /// <summary>Checks a form exactly as declare does, and writes nothing. 核对. IND-19.</summary>
    /// <param name="input">The form.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.Declare)]
    public static async Task<DeclarationCheckView> CheckDeclaration(DeclareInput input, [FromServices] CheckDeclaration useCase, CancellationToken cancel) =>
        new(await useCase.RunAsync(input.Id?.Value, input.Form.ToInput(), cancel));

    /// <summary>Checks a form exactly as registerDeclarationOnBehalf does, and writes nothing. 核对. EMP-19.</summary>
    /// <param name="input">For whom, and the form.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.ForwardDeclarations)]
    public static async Task<DeclarationCheckView> CheckDeclarationOnBehalf(
        RegisterDeclarationOnBehalfInput input, [FromServices] CheckDeclarationOnBehalf useCase, CancellationToken cancel) =>
        new(await useCase.RunAsync(input.Professional.Value, input.Form.ToInput(), cancel));
}
