using System.Text.Encodings.Web;
using System.Text.Json;
using HnCe.Domain.Access;

namespace HnCe.Domain.Declarations;

/// <summary>What a person (or the employer on his behalf) fills in to declare. Source: DEC-03, IND-19 to IND-24.</summary>
public sealed record DeclarationInput
{
    /// <summary>继续教育类型.</summary>
    public DeclarationKind Kind { get; init; }

    /// <summary>科目类型.</summary>
    public SubjectCategory Category { get; init; }

    /// <summary>计入年度.</summary>
    public int CreditYear { get; init; }

    /// <summary>Answers to the fields of the type, by field name.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>申报学时; null takes over the proposed hours.</summary>
    public decimal? ClaimedHours { get; init; }

    /// <summary>备注.</summary>
    public string? Remark { get; init; }

    /// <summary>Key of the uploaded file.</summary>
    public long? FileId { get; init; }

    /// <summary>Key of the failed declaration that this one replaces. Source: FWD-07.</summary>
    public long? ReplacesId { get; init; }
}

/// <summary>A declaration form that was read and checked: canonical answers, proposed hours, duplicate key.</summary>
public sealed record DeclarationForm
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Version of the type.</summary>
    public required DeclarationTypeDefinition Definition { get; init; }

    /// <summary>科目类型.</summary>
    public required SubjectCategory Category { get; init; }

    /// <summary>计入年度.</summary>
    public required int CreditYear { get; init; }

    /// <summary>Title for lists.</summary>
    public required string Title { get; init; }

    /// <summary>Canonical answers as JSON.</summary>
    public required string Details { get; init; }

    /// <summary>申报学时.</summary>
    public required decimal? ClaimedHours { get; init; }

    /// <summary>What the credit rule proposes; null while the answers do not allow it.</summary>
    public required CreditProposal? Proposal { get; init; }

    /// <summary>备注.</summary>
    public required string Remark { get; init; }

    /// <summary>Key of the file.</summary>
    public required long? FileId { get; init; }

    /// <summary>Finds duplicates; null for drafts with refused answers.</summary>
    public required string? DuplicateKey { get; init; }

    /// <summary>Key of the declaration replaced.</summary>
    public required long? ReplacesId { get; init; }

    /// <summary>
    /// Reads and checks an input, gathering every refusal in the order of the form, so that a person mends all at once.
    /// </summary>
    /// <param name="input">What was filled in.</param>
    /// <param name="standards">Types, credit rules and open years.</param>
    /// <param name="yearsProfessionalHours">Required professional hours of person and year, for rules that grant "the year's hours".</param>
    /// <param name="today">Today in China.</param>
    public static (DeclarationForm? Form, IReadOnlyList<Refusal> Refusals) Read(
        DeclarationInput input, DeclarationStandards standards, decimal yearsProfessionalHours, DateOnly today)
    {
        var refusals = new List<Refusal>();
        Add(refusals, standards.Window(today).Check(input.CreditYear, today));
        if (standards.Catalogue.Current(input.Kind, input.CreditYear) is not { } definition)
        {
            refusals.Add(new(RefusalCode.TypeRetired, $"{input.CreditYear} 年度不再受理这一类型", "kind"));
            return (null, refusals);
        }

        Add(refusals, definition.Takes(input.Category) ? null : DeclarationRefusals.CategoryNotAllowed(definition));
        var answers = DeclarationAnswers.Check(definition, input.Details, input.CreditYear, today);
        refusals.AddRange(answers.Refusals);
        var proposal = answers.AreAccepted ? standards.Rules.Propose(input.Kind, answers.Values, input.CreditYear, yearsProfessionalHours) : null;
        var claimed = input.ClaimedHours ?? proposal?.Hours;
        Add(refusals, claimed is { } hours ? Domain.Declarations.ClaimedHours.Check(hours) : null);
        Add(refusals, Declarations.Remark.Check(input.Remark, out var remark));
        return (new()
        {
            Definition = definition,
            Category = input.Category,
            CreditYear = input.CreditYear,
            Title = definition.TitleOf(answers.Values),
            Details = JsonSerializer.Serialize(answers.Values, Json),
            ClaimedHours = claimed,
            Proposal = proposal,
            Remark = remark,
            FileId = input.FileId,
            DuplicateKey = answers.AreAccepted ? definition.DuplicateKeyOf(answers.Values, input.CreditYear) : null,
            ReplacesId = input.ReplacesId,
        }, refusals);
    }

    /// <summary>
    /// The form as a draft keeps it: answers that were refused stay as they were typed, so that nothing is lost between two sittings.
    /// </summary>
    public DeclarationForm AsDraft(DeclarationInput input)
    {
        var kept = Definition.Fields.Where(field => !string.IsNullOrWhiteSpace(input.Details.GetValueOrDefault(field.Name)))
            .ToDictionary(field => field.Name, field => input.Details[field.Name].Trim());
        foreach (var (name, canonical) in Answers(Details))
        {
            kept[name] = canonical;
        }

        return this with { Details = JsonSerializer.Serialize(kept, Json) };
    }

    /// <summary>The stored answers of a declaration.</summary>
    public static IReadOnlyDictionary<string, string> Answers(string details) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(details) ?? [];

    private static void Add(List<Refusal> refusals, Refusal? refusal)
    {
        if (refusal is not null)
        {
            refusals.Add(refusal);
        }
    }
}
