using System.Globalization;
using HnCe.Domain.Access;

namespace HnCe.Domain.Declarations;

/// <summary>
/// The answers to a declaration form, read as a whole (填报内容, DEC-10). Answers come as texts keyed by field name,
/// the same from an HTML form and from a GraphQL input list.
/// </summary>
/// <param name="Values">The canonical answers that were given and not refused: what is stored and what credit rules read.</param>
/// <param name="Refusals">All refusals, in form order, so that a person can mend everything at once.</param>
public sealed record DeclarationAnswers(IReadOnlyDictionary<string, string> Values, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Nothing was refused.</summary>
    public bool AreAccepted => Refusals.Count == 0;

    /// <summary>Reads and checks all answers for a credit year (计入年度); <paramref name="today"/> bounds every date.</summary>
    public static DeclarationAnswers Check(
        DeclarationTypeDefinition definition, IReadOnlyDictionary<string, string> answers, int creditYear, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (!definition.IsValidIn(creditYear))
        {
            refusals.Add(new(RefusalCode.TypeRetired, $"{creditYear} 年度不再受理“{definition.Name}”", "kind"));
        }

        var values = ReadFields(definition, answers, today, refusals);
        refusals.AddRange(MissingOnes(definition, values, refusals));
        refusals.AddRange(MisplacedDates(definition, values, creditYear));
        var inFormOrder = refusals.OrderBy(refusal => PlaceInForm(definition, refusal));
        return new(values, [.. inFormOrder, .. UnknownOnes(definition, answers)]);
    }

    private static Dictionary<string, string> ReadFields(
        DeclarationTypeDefinition definition, IReadOnlyDictionary<string, string> answers, DateOnly today, List<Refusal> refusals)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in definition.Fields)
        {
            if (string.IsNullOrWhiteSpace(answers.GetValueOrDefault(field.Name)))
            {
                continue;
            }

            var (canonical, refusal) = FieldCheck.Read(field, answers[field.Name], today);
            if (refusal is not null)
            {
                refusals.Add(refusal);
            }
            else if (canonical.Length > 0)
            {
                values.Add(field.Name, canonical);
            }
        }

        return values;
    }

    private static IEnumerable<Refusal> MissingOnes(
        DeclarationTypeDefinition definition, Dictionary<string, string> values, List<Refusal> refusals)
    {
        var refused = refusals.Select(refusal => refusal.Path).ToHashSet();
        return
        [
            .. from field in definition.Fields
               where field.IsRequired(values) && !values.ContainsKey(field.Name) && !refused.Contains($"details.{field.Name}")
               let verb = field.Kind is FieldKind.Choice or FieldKind.CodeList or FieldKind.Region or FieldKind.Boolean ? "选择" : "填写"
               select new Refusal(RefusalCode.Required, $"请{verb}{field.Label}", $"details.{field.Name}"),
        ];
    }

    private static IEnumerable<Refusal> MisplacedDates(
        DeclarationTypeDefinition definition, Dictionary<string, string> values, int creditYear)
    {
        foreach (var field in definition.Fields.Where(field => field.Kind is FieldKind.Date && values.ContainsKey(field.Name)))
        {
            var date = DateOnly.ParseExact(values[field.Name], "yyyy-MM-dd", CultureInfo.InvariantCulture);

            // Canonical dates compare as texts.
            if (field.NotBefore is { } other && string.CompareOrdinal(values[field.Name], values.GetValueOrDefault(other, "")) < 0)
            {
                yield return OutOfRange(field, $"{field.Label}不能早于{definition.Field(other)!.Label}");
            }
            else if (field.Name == definition.EventDate && !CreditYearWindow.Covers(creditYear, date))
            {
                yield return OutOfRange(field, $"{field.Label}应在 {creditYear - 1} 年或 {creditYear} 年之内，才能计入 {creditYear} 年度");
            }
        }
    }

    private static IEnumerable<Refusal> UnknownOnes(DeclarationTypeDefinition definition, IReadOnlyDictionary<string, string> answers) =>
        from name in answers.Keys
        where definition.Field(name) is null
        let echo = name.Length <= 50 && name.All(char.IsAsciiLetterOrDigit) ? $"details.{name}" : "details"
        select new Refusal(RefusalCode.UnknownField, $"“{definition.Name}”没有这一填写项", echo);

    private static Refusal OutOfRange(FieldDefinition field, string message) =>
        new(RefusalCode.DateOutOfRange, message, $"details.{field.Name}");

    // What concerns no field, and so has no place in the form, comes first.
    private static int PlaceInForm(DeclarationTypeDefinition definition, Refusal refusal) =>
        definition.Fields.ToList().FindIndex(field => refusal.Path == $"details.{field.Name}");
}
