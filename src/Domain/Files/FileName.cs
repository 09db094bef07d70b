using System.Globalization;
using System.Text;

namespace HnCe.Domain.Files;

/// <summary>Names for people to read (附件名称). They are shown and offered at download, never used as a path. Source: IND-24, D3, D4.</summary>
public static class FileName
{
    private const string Nameless = "附件";

    // Not allowed in names on Windows; the file would be renamed by the browser at download.
    private const string Forbidden = "<>:\"|?*";

    /// <summary>
    /// The name without folders, control, bidirectional and other invisible characters, at most 100 characters with its extension kept;
    /// 附件 when nothing is left.
    /// </summary>
    /// <param name="raw">As sent by the browser; may be hostile.</param>
    public static string Display(string? raw)
    {
        var name = (raw ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            clean.Append(Shown(rune));
        }
        name = clean.ToString().Trim(' ', '.');
        return name.Length == 0 ? Nameless : Shorten(name);
    }

    /// <summary>The display name with the extension of the real type: 扫描件.pdf.exe that is a PDF becomes 扫描件.pdf.exe.pdf.</summary>
    public static string Display(string? raw, FileContent content)
    {
        var name = Display(raw);
        var extension = Path.GetExtension(name).ToLowerInvariant();
        var fits = extension == content.Extension || (extension == ".jpeg" && content.Type == FileType.Jpeg);
        return fits ? name : Shorten(name + content.Extension);
    }

    private static string Shown(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => "",
        UnicodeCategory.SpaceSeparator => " ",
        _ when rune == Rune.ReplacementChar => "",
        _ when rune.IsBmp && Forbidden.Contains((char)rune.Value) => "_",
        _ => rune.ToString(),
    };

    private static string Shorten(string name)
    {
        if (name.Length <= FileLimits.LongestName)
        {
            return name;
        }
        var extension = Path.GetExtension(name);
        extension = extension.Length > 10 ? "" : extension;
        var end = FileLimits.LongestName - extension.Length;
        end -= char.IsHighSurrogate(name[end - 1]) ? 1 : 0;
        return name[..end] + extension;
    }
}
