using System.Text;

namespace HnCe.Domain.Certificates;

/// <summary>
/// A certificate was drawn although a character has no glyph. Callers ask <see cref="CertificatePdf.Check"/> first and refuse;
/// this only makes sure that nobody ever prints a box in place of a name.
/// </summary>
/// <param name="characters">The characters that no font can draw.</param>
public sealed class GlyphMissingException(IReadOnlyList<Rune> characters) : InvalidOperationException(Say(characters))
{
    /// <summary>The characters that no font can draw.</summary>
    public IReadOnlyList<Rune> Characters { get; } = characters;

    // Code points only: the character may belong to a name, and messages of exceptions reach the log.
    private static string Say(IReadOnlyList<Rune> characters) =>
        $"No font can draw {string.Join(", ", characters.Select(rune => $"U+{rune.Value:X4}"))}; install fonts-noto-cjk.";
}
