using HnCe.Pages.Files;
using HnCe.Pages.Hosting;
using HnCe.Pages.Pieces;

namespace HnCe.Pages.Declarations;

/// <summary>A card on which a person picks the type.</summary>
public sealed record TypeCard(string Kind, string Name, string Example);

/// <summary>What the form of one type is made of.</summary>
public sealed record FormType(
    string Kind, string Name, string Help, IReadOnlyList<string> Proofs, IReadOnlyList<string> Categories, IReadOnlyList<FormField> Fields)
{
    /// <summary>科目类型 on offer.</summary>
    public IEnumerable<Choice> CategoryChoices => new Choice[] { new("PROFESSIONAL", "专业科目"), new("PUBLIC", "公需科目") }.Where(choice => Categories.Contains(choice.Value));
}

/// <summary>One field of a type and how it is asked for.</summary>
public sealed record FormField(
    string Name, string Label, string Kind, bool Required, string? RequiredWhen, IReadOnlyList<FormChoice> Choices,
    string? CodeList, int? MaxLength, string? Hint, string? Unit)
{
    // Longer labels would wrap into a thicket of circles; a list reads better.
    private const int MostRadioLetters = 16;
    private const int LongText = 150;
    private const int ShortText = 30;

    private static readonly Choice[] YesNo = [new("true", "是"), new("false", "否")];

    /// <summary>The kind of <c>hn-field</c>.</summary>
    public string Control => Kind switch
    {
        "LONG_TEXT" or "TEXT_LIST" => "area",
        "NUMBER" => "decimal",
        "DATE" => "date",
        "BOOLEAN" => "radio",
        "CHOICE" => Choices.Sum(choice => choice.Label.Length) <= MostRadioLetters ? "radio" : "select",
        "CODE_LIST" or "REGION" => "select",
        _ => "text",
    };

    /// <summary>The whole row for what is long to write.</summary>
    public string? Span => Control == "area" || (Kind == "TEXT" && MaxLength >= LongText) ? "full" : null;

    public string? Width => (Kind, MaxLength) switch
    {
        ("NUMBER", _) => "w4",
        ("TEXT", <= ShortText) => "w12",
        _ => null,
    };

    /// <summary>What to write, and when it is needed.</summary>
    public string? Help => string.Join("；", new[] { Hint, RequiredWhen }.OfType<string>()) is { Length: > 0 } help ? help : null;

    public IEnumerable<Choice> Options(IReadOnlyDictionary<string, IReadOnlyList<Choice>> lists) => Kind switch
    {
        "BOOLEAN" => YesNo,
        "CHOICE" => Choices.Select(choice => new Choice(choice.Value, choice.Label)),
        "CODE_LIST" or "REGION" => lists.GetValueOrDefault(Name, []),
        _ => [],
    };

    /// <summary>The stored answer as it is typed: one line for each item of a list.</summary>
    public string Shown(IReadOnlyDictionary<string, string> details)
    {
        var answer = details.GetValueOrDefault(Name, "");
        return Kind == "TEXT_LIST" ? answer.Replace('、', '\n') : answer;
    }
}

/// <summary>One choice of a field.</summary>
public sealed record FormChoice(string Value, string Label);

/// <summary>What checking the form found.</summary>
public sealed record FormCheck(IReadOnlyList<UserError> UserErrors, IReadOnlyList<CheckedDetail> Details, decimal? ClaimedHours, FormProposal? Proposal);

/// <summary>An accepted answer, to be read once more.</summary>
public sealed record CheckedDetail(string Label, string Display);

/// <summary>Proposed hours and how they came about.</summary>
public sealed record FormProposal(decimal Hours, string Trace);

/// <summary>A declaration that is edited or replaced.</summary>
public sealed record StoredDeclaration(
    string Id, string Status, bool CanEdit, string Kind, string Category, int CreditYear, string Title, IReadOnlyList<StoredDetail> Details,
    decimal? ClaimedHours, decimal? ProposedHours, string Remark, string? Reason, bool OnBehalf, StoredFile? Attachment, StoredReference? Replaces,
    StoredEmployer Employer, IReadOnlyList<StoredStep> Timeline)
{
    /// <summary>Its answers, for a correction of itself or, with <paramref name="again"/>, for a new declaration in its place.</summary>
    public DeclareForm ToForm(bool again) => new()
    {
        Id = again ? null : Id,
        Replaces = again ? Id : Replaces?.Id,
        Kind = Kind,
        Category = Category,
        CreditYear = $"{CreditYear}",
        Details = Details.ToDictionary(detail => detail.Name, detail => detail.Value),
        ClaimedHours = ClaimedHours is { } hours ? Number.Hours(hours) : "",
        Proposed = ProposedHours is { } proposed ? Number.Hours(proposed) : "",

        // What the employer uploaded stays with the employer's record.
        File = Attachment is { } file && !(again && OnBehalf) ? new PostedFile(file.Id, file.Name, file.Size) : null,
        Remark = Remark,
    };
}

/// <summary>A stored answer.</summary>
public sealed record StoredDetail(string Name, string Value);

/// <summary>The stored attachment.</summary>
public sealed record StoredFile(string Id, string Name, long Size);

/// <summary>Another declaration.</summary>
public sealed record StoredReference(string Id);

/// <summary>The employer it was sent to.</summary>
public sealed record StoredEmployer(string Name);

/// <summary>A step of its history.</summary>
public sealed record StoredStep(string Event, DateTime At, string Actor);
