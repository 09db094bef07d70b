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
    /// <summary>Declaration types offered in a credit year, in the order of the manual. 继续教育类型. DEC-01.</summary>
    /// <param name="creditYear">计入年度; without it, the current year.</param>
    /// <param name="clock">Clock.</param>
    [OpenToAll]
    public static IReadOnlyList<DeclarationTypeView> DeclarationTypes(int? creditYear, [FromServices] TimeProvider clock) =>
        [.. DeclarationCatalogue.Delivered.All(creditYear ?? clock.Today().Year).Select(definition => new DeclarationTypeView(definition))];

    /// <summary>One declaration type as offered in a credit year; null when it is retired. DEC-10.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="creditYear">计入年度; without it, the current year.</param>
    /// <param name="clock">Clock.</param>
    [OpenToAll]
    public static DeclarationTypeView? DeclarationType(DeclarationKind kind, int? creditYear, [FromServices] TimeProvider clock) =>
        DeclarationCatalogue.Delivered.Current(kind, creditYear ?? clock.Today().Year) is { } definition ? new(definition) : null;

    /// <summary>Credit years that are open for declaring, newest first. 计入年度. DEC-05.</summary>
    /// <param name="clock">Clock.</param>
    [OpenToAll]
    public static IReadOnlyList<int> OpenCreditYears([FromServices] TimeProvider clock) => new CreditYearWindow().Open(clock.Today());

    /// <summary>What the credit rules propose for the answers given so far; null while they are not enough. 建议学时. DEC-04.</summary>
    /// <param name="kind">Form.</param>
    /// <param name="creditYear">计入年度.</param>
    /// <param name="details">Answers given so far.</param>
    /// <param name="clock">Clock.</param>
    [Requires(Permission.UseOwnAccount)]
    public static HoursProposal? ProposeHours(DeclarationKind kind, int creditYear, IReadOnlyList<DetailInput> details, [FromServices] TimeProvider clock)
    {
        if (DeclarationCatalogue.Delivered.Current(kind, creditYear) is not { } definition)
        {
            return null;
        }

        var answers = DeclarationAnswers.Check(definition, DetailInput.ToAnswers(details), creditYear, clock.Today());
        return answers.AreAccepted && CreditRules.Delivered.Propose(kind, answers.Values, creditYear, RequiredHours.Fallback.ProfessionalHours) is { } proposal
            ? new(proposal.Hours, proposal.Trace)
            : null;
    }
}
