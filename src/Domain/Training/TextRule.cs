using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Training;

/// <summary>What holds for every text that somebody types about training.</summary>
internal static class TextRule
{
    /// <summary>The trimmed text, or null where nothing was typed.</summary>
    public static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>At most the refusal that the text deserves. A column is twice as long as its text may be, as rare characters take two places.</summary>
    public static IEnumerable<Refusal> Check(string? text, int most, string path, string label, bool required = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return required ? [new(RefusalCode.Required, $"请填写{label}", path)] : [];
        }

        return !TypedText.Fits(text, most) || text.Length > 2 * most ? [new(RefusalCode.TooLong, $"{label}不得超过 {most} 字", path)]
            : !TypedText.IsStorable(text) ? [new(RefusalCode.InvalidText, $"{label}含有无法保存的字符", path)]
            : [];
    }
}
