using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

/// <summary>One version of a declaration type with its credit rule: delivered, or made by the province. 申报类型与学时折算标准. DEC-10, DEC-11.</summary>
[Name("DeclarationRevision")]
public sealed class DeclarationRevisionView(DeclarationStandard standard)
{
    /// <summary>Opaque id; null for what came with the system.</summary>
    public Key<DeclarationRevisionView>? Id => standard.Revision is { } revision ? new(revision.Id) : null;

    /// <summary>What its form shows.</summary>
    public DeclarationTypeView Type => new(standard.Definition);

    /// <summary>The hours in words, a line for each rate and each adjustment. 折算标准.</summary>
    public IReadOnlyList<string> Hours => standard.Rule.InWords();

    /// <summary>The definition as JSON, as reviseDeclarationType takes it.</summary>
    public string Definition => StandardText.Write(standard.Definition);

    /// <summary>The credit rule as JSON, as reviseDeclarationType takes it.</summary>
    public string Rule => StandardText.Write(standard.Rule);

    /// <summary>Name of who made it; null for what came with the system. 修订人.</summary>
    public string? MadeBy => standard.Revision?.MadeBy;

    /// <summary>When it was made, UTC. 修订时间.</summary>
    public DateTime? MadeAt => standard.Revision?.At;
}

/// <summary>What a revision says. DEC-07, DEC-10, DEC-11.</summary>
public sealed class ReviseDeclarationTypeInput
{
    /// <summary>Form. 继续教育类型.</summary>
    public required DeclarationKind Kind { get; init; }

    /// <summary>First credit year for which it is to hold; later than the current one. 生效年度.</summary>
    public required int ValidFromYear { get; init; }

    /// <summary>The definition as JSON: names, help, papers, fields; version and first year are set by the server.</summary>
    public required string Definition { get; init; }

    /// <summary>The credit rule as JSON; version and first year are set by the server.</summary>
    public required string Rule { get; init; }

    internal RevisionInput ToInput() => new(Kind, ValidFromYear, Definition, Rule);
}

/// <summary>What came of revising.</summary>
public sealed class ReviseDeclarationTypePayload : Payload
{
    /// <summary>Opaque id of the revision; null when refused.</summary>
    public Key<DeclarationRevisionView>? RevisionId { get; init; }
}

/// <summary>Which revision is taken back.</summary>
public sealed class WithdrawRevisionInput
{
    /// <summary>The revision.</summary>
    public required Key<DeclarationRevisionView> Id { get; init; }
}

/// <summary>What came of taking it back.</summary>
public sealed class WithdrawRevisionPayload : Payload;

/// <summary>Until when a credit year can be declared. DEC-05.</summary>
public sealed class SetCreditYearClosingInput
{
    /// <summary>计入年度: this year or last year.</summary>
    public required int CreditYear { get; init; }

    /// <summary>The last day, in the year after it. 截止日期.</summary>
    public required DateOnly ClosesOn { get; init; }
}

/// <summary>What came of setting it.</summary>
public sealed class SetCreditYearClosingPayload : Payload;

/// <summary>A revision before it is made: what it would change. 预览. DEC-11.</summary>
[Name("RevisionPreview")]
public sealed class RevisionPreviewView(RevisionPreview preview)
{
    /// <summary>Everything that would be refused; empty when it can be saved.</summary>
    public IReadOnlyList<UserError> UserErrors => UserError.From(preview.Refusals);

    /// <summary>What both standards make of the same answers, a sample for each line of the new one.</summary>
    public IReadOnlyList<RevisionSample> Samples =>
        [.. preview.Samples.Select(sample => new RevisionSample(sample.Say, new(sample.Before.Hours, sample.Before.Trace), new(sample.After.Hours, sample.After.Trace)))];
}

/// <summary>What the standard of this year and the new one make of the same answers.</summary>
/// <param name="Say">The line that it is a sample for.</param>
/// <param name="Before">By this year's standard.</param>
/// <param name="After">By the new one.</param>
[Name("RevisionSample")]
public sealed record RevisionSample(string Say, HoursProposal Before, HoursProposal After);

[QueryType]
internal static class RevisionQueries
{
    /// <summary>All versions of declaration types, newest first within a type; withdrawn ones are left out. DEC-10, DEC-11.</summary>
    /// <param name="kind">Only this type.</param>
    /// <param name="revisions">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepCreditRules)]
    public static async Task<IReadOnlyList<DeclarationRevisionView>> DeclarationRevisions(DeclarationKind? kind, [FromServices] RevisionReader revisions, CancellationToken cancel) =>
        [.. (await revisions.ListAsync(kind, cancel)).Select(standard => new DeclarationRevisionView(standard))];

    /// <summary>Checks a revision as reviseDeclarationType does, and writes nothing. 预览. DEC-11.</summary>
    /// <param name="input">The revision.</param>
    /// <param name="revisions">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepCreditRules)]
    public static async Task<RevisionPreviewView> PreviewRevision(ReviseDeclarationTypeInput input, [FromServices] RevisionReader revisions, CancellationToken cancel) =>
        new(await revisions.PreviewAsync(input.ToInput(), cancel));

    /// <summary>The last day on which a credit year can be declared; by default 31 March of the next year. 截止日期. DEC-05.</summary>
    /// <param name="creditYear">计入年度.</param>
    /// <param name="revisions">Reads.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static Task<DateOnly> CreditYearClosing(int creditYear, [FromServices] RevisionReader revisions, CancellationToken cancel) =>
        revisions.ClosesOnAsync(Math.Clamp(creditYear, 1998, 2998), cancel);
}

[MutationType]
internal static class RevisionMutations
{
    /// <summary>Revises a declaration type and its credit rule for a coming credit year; one for the same year is replaced. 修订. DEC-07, DEC-10, DEC-11.</summary>
    /// <param name="input">The revision.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepCreditRules)]
    public static async Task<ReviseDeclarationTypePayload> ReviseDeclarationType(
        ReviseDeclarationTypeInput input, [FromServices] ReviseDeclarationType useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.ToInput(), cancel)).To(key => new ReviseDeclarationTypePayload { RevisionId = new(key) });

    /// <summary>Takes a revision back before its first year begins. 撤回修订. DEC-10.</summary>
    /// <param name="input">Which.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepCreditRules)]
    public static async Task<WithdrawRevisionPayload> WithdrawRevision(WithdrawRevisionInput input, [FromServices] WithdrawRevision useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.Id.Value, cancel)).To(_ => new WithdrawRevisionPayload());

    /// <summary>Sets until when last year or this year can be declared. 设定截止日期. DEC-05.</summary>
    /// <param name="input">Which year, and which day.</param>
    /// <param name="useCase">Does it.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.KeepCreditRules)]
    public static async Task<SetCreditYearClosingPayload> SetCreditYearClosing(SetCreditYearClosingInput input, [FromServices] SetCreditYearClosing useCase, CancellationToken cancel) =>
        (await useCase.RunAsync(input.CreditYear, input.ClosesOn, cancel)).To(_ => new SetCreditYearClosingPayload());
}
