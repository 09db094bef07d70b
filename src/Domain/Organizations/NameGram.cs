using System.Text;

namespace HnCe.Domain.Organizations;

/// <summary>
/// One pair of neighbouring characters of an organization's name. Two-character Chinese searches defeat trigram and full-text
/// indexes; this table answers them by key on every database. Source: PIC-01, PIC-04.
/// </summary>
public sealed class NameGram
{
    private NameGram()
    {
    }

    /// <summary>Two characters.</summary>
    public string Gram { get; private set; } = "";

    /// <summary>Kind of organization, so that a picker searches its own kind only.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Key of the organization.</summary>
    public long OrganizationId { get; private set; }

    /// <summary>All pairs of an organization's name.</summary>
    public static IEnumerable<NameGram> Of(Organization organization) =>
        Pairs(organization.SearchName).Select(pair => new NameGram
        {
            Gram = pair,
            Kind = organization.GetType().Name,
            OrganizationId = organization.Id,
        });

    /// <summary>Folds width, case and blanks, so that “ＨＮ 大学” finds “hn大学”.</summary>
    public static string Normalize(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The distinct pairs of neighbouring characters of a normalised text.</summary>
    public static IReadOnlyList<string> Pairs(string normalized) =>
        [.. Enumerable.Range(0, Math.Max(0, normalized.Length - 1)).Select(i => normalized.Substring(i, 2)).Distinct(StringComparer.Ordinal)];
}
