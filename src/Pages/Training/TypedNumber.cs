using System.Globalization;
using System.Text;

namespace HnCe.Pages.Training;

/// <summary>Numbers as people type them: Chinese input methods leave full-width digits behind.</summary>
public static class TypedNumber
{
    /// <summary>The number; null for what is none.</summary>
    public static decimal? Read(string? text) => decimal.TryParse(
        (text ?? "").Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
