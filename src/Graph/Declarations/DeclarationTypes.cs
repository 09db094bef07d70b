using GraphQL;
using HnCe.Domain.Access;
using HnCe.Domain.Credits;
using HnCe.Domain.Data;
using HnCe.Domain.Declarations;
using HnCe.Graph.Server;

namespace HnCe.Graph.Declarations;

/// <summary>A declaration type with its fields: what a form shows. 继续教育类型. DEC-01, DEC-10.</summary>
[Name("DeclarationType")]
public sealed class DeclarationTypeView(DeclarationTypeDefinition definition)
{
    /// <summary>Which of the fifteen.</summary>
    public DeclarationKind Kind => definition.Kind;

    /// <summary>Version of the field definitions.</summary>
    public int Version => definition.Version;

    /// <summary>First credit year for which this version holds. 生效年度.</summary>
    public int ValidFromYear => definition.ValidFromYear;

    /// <summary>Last credit year in which it is offered; null while it is not retired. 最后受理年度.</summary>
    public int? ValidToYear => definition.ValidToYear;

    /// <summary>Subject categories that it can be declared under. 科目类型. DEC-07.</summary>
    public IReadOnlyList<SubjectCategory> Categories => definition.Categories ?? Enum.GetValues<SubjectCategory>();

    /// <summary>Chinese name, as in the manual.</summary>
    public string Name => definition.Name;

    /// <summary>One line for the card on which a person picks the type.</summary>
    public string Example => definition.Example;

    /// <summary>What to know before filling the form.</summary>
    public string Help => definition.Help;

    /// <summary>Papers to scan. 证明材料.</summary>
    public IReadOnlyList<string> Proofs => definition.Proofs;

    /// <summary>Fields in form order.</summary>
    public IReadOnlyList<DeclarationFieldView> Fields => [.. definition.Fields.Select(one => new DeclarationFieldView(one, definition))];
}

/// <summary>One field of a declaration type. 填写项. DEC-10.</summary>
[Name("DeclarationField")]
public sealed class DeclarationFieldView(FieldDefinition definition, DeclarationTypeDefinition type)
{
    /// <summary>Name that answers are keyed by.</summary>
    public string Name => definition.Name;

    /// <summary>Chinese label.</summary>
    public string Label => definition.Label;

    /// <summary>What kind of answer it takes.</summary>
    public FieldKind Kind => definition.Kind;

    /// <summary>Always required. GEN-08.</summary>
    public bool Required => definition.Required;

    /// <summary>Required depending on another answer.</summary>
    public bool RequiredSometimes => definition.RequiredWhen is not null;

    /// <summary>When it is required, in words; null where that depends on nothing.</summary>
    public string? RequiredWhen => definition.RequiredWhen?.InWords(type);

    /// <summary>Most characters; null where there is no limit of its own.</summary>
    public int? MaxLength => definition.MaxLength;

    /// <summary>Choices, for kind CHOICE.</summary>
    public IReadOnlyList<FieldChoiceView> Choices => [.. (definition.Choices ?? []).Select(choice => new FieldChoiceView(choice.Value, choice.Label))];

    /// <summary>Code list, for kind CODE_LIST.</summary>
    public string? CodeList => definition.CodeList;

    /// <summary>Hint below the definition.</summary>
    public string? Hint => definition.Hint;

    /// <summary>Unit behind the definition.</summary>
    public string? Unit => definition.Unit;
}

/// <summary>One choice of a field.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Label">What people read.</param>
[Name("FieldChoice")]
public sealed record FieldChoiceView(string Value, string Label);

/// <summary>What the credit rules make of unfinished answers. 建议学时. DEC-04, DEC-11.</summary>
/// <param name="Hours">Proposed credit hours.</param>
/// <param name="Trace">How they were computed, in words. 怎样计算的.</param>
[Name("HoursProposal")]
public sealed record HoursProposal(decimal Hours, string Trace);

[QueryType]
internal static class DeclarationTypeQueries
{
    /// <summary>Declaration types, in the order of the manual. 继续教育类型. DEC-01.</summary>
    /// <param name="creditYear">Those offered in this 计入年度; without it, all that can be declared today.</param>
    /// <param name="retired">Also those that are no longer offered, as they last were; for filters over old records.</param>
    /// <param name="standards">All versions.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<IReadOnlyList<DeclarationTypeView>> DeclarationTypes(
        int? creditYear, bool? retired, [FromServices] StandardsInForce standards, [FromServices] TimeProvider clock, CancellationToken cancel)
    {
        var inForce = await standards.ReadAsync(cancel);
        var offered = retired is true
            ? Enum.GetValues<DeclarationKind>().Select(kind => inForce.Catalogue.Latest(kind, creditYear ?? clock.Today().Year)).OfType<DeclarationTypeDefinition>()
            : creditYear is { } year ? inForce.Catalogue.All(year) : inForce.Offered(clock.Today());
        return [.. offered.Select(definition => new DeclarationTypeView(definition))];
    }

    /// <summary>One declaration type as offered in a credit year; null when it is retired. DEC-10.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="creditYear">计入年度; without it, the newest one in which it can be declared today.</param>
    /// <param name="standards">All versions.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<DeclarationTypeView?> DeclarationType(
        DeclarationKind kind, int? creditYear, [FromServices] StandardsInForce standards, [FromServices] TimeProvider clock, CancellationToken cancel)
    {
        var inForce = await standards.ReadAsync(cancel);
        var definition = creditYear is { } year ? inForce.Catalogue.Current(kind, year) : inForce.Offered(kind, clock.Today());
        return definition is null ? null : new(definition);
    }

    /// <summary>Credit years that are open for declaring, newest first. 计入年度. DEC-05.</summary>
    /// <param name="standards">Closing dates.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [OpenToAll]
    public static async Task<IReadOnlyList<int>> OpenCreditYears([FromServices] StandardsInForce standards, [FromServices] TimeProvider clock, CancellationToken cancel) =>
        (await standards.ReadAsync(cancel)).Window(clock.Today()).Open(clock.Today());

    /// <summary>What the credit rules propose for the answers given so far; null while they are not enough. 建议学时. DEC-04.</summary>
    /// <param name="kind">Form.</param>
    /// <param name="creditYear">计入年度.</param>
    /// <param name="details">Answers given so far.</param>
    /// <param name="standards">All versions.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="cancel">Ends with the operation.</param>
    [Requires(Permission.UseOwnAccount)]
    public static async Task<HoursProposal?> ProposeHours(
        DeclarationKind kind, int creditYear, IReadOnlyList<DetailInput> details, [FromServices] StandardsInForce standards, [FromServices] TimeProvider clock, CancellationToken cancel)
    {
        var inForce = await standards.ReadAsync(cancel);
        if (inForce.Catalogue.Current(kind, creditYear) is not { } definition)
        {
            return null;
        }

        var answers = DeclarationAnswers.Check(definition, DetailInput.ToAnswers(details), creditYear, clock.Today());
        return answers.AreAccepted && inForce.Rules.Propose(kind, answers.Values, creditYear, RequiredHours.Fallback.ProfessionalHours) is { } proposal
            ? new(proposal.Hours, proposal.Trace)
            : null;
    }
}
