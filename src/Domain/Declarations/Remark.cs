using HnCe.Domain.Access;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Declarations;

/// <summary>The content box at the end of a declaration (备注, IND-22, IND-23).</summary>
public static class Remark
{
    /// <summary>Most characters (字) after trimming.</summary>
    public const int MaxCharacters = 1000;

    /// <summary>
    /// Trims and measures; gives back a refusal <see cref="RefusalCode.RemarkTooLong"/> or
    /// <see cref="RefusalCode.InvalidText"/> at <c>remark</c>, or none.
    /// </summary>
    public static Refusal? Check(string? text, out string trimmed)
    {
        trimmed = (text ?? "").Trim();
        if (!TypedText.Fits(trimmed, MaxCharacters))
        {
            return new(RefusalCode.RemarkTooLong, "内容框中的文字不得超过 1000 字", "remark");
        }

        return TypedText.IsStorable(trimmed) ? null : new(RefusalCode.InvalidText, "内容框中含有无法保存的字符", "remark");
    }
}
