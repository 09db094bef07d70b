using System.Text;
using SkiaSharp;

namespace HnCe.Domain.Certificates;

/// <summary>The cut-down fonts of one document or of a few hundred pages of it (字模): where each character's glyph is and how wide.</summary>
internal sealed class TypeCase : IDisposable
{
    private readonly List<SKTypeface> _faces = [];
    private readonly Dictionary<(Rune Character, bool Bold), Sort> _sorts = [];

    public TypeCase(List<byte[]> regular, List<byte[]> bold)
    {
        RegularFaces = regular.Count;
        foreach (var font in regular.Concat(bold))
        {
            using var data = SKData.CreateCopy(font);
            _faces.Add(SKTypeface.FromData(data) ?? throw new InvalidOperationException("Skia refused a cut-down font."));
        }
    }

    private int RegularFaces { get; }

    /// <summary>The glyph of a character. The fonts were cut for the document, so a missing one is a bug, never a box.</summary>
    public Sort Find(Rune character, bool bold)
    {
        if (!_sorts.TryGetValue((character, bold), out var sort))
        {
            sort = Look(character, bold);
            _sorts.Add((character, bold), sort);
        }
        return sort;
    }

    public SKFont Font(int face, float size) =>
        new(_faces[face], size) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };

    public void Dispose() => _faces.ForEach(face => face.Dispose());

    private Sort Look(Rune character, bool bold)
    {
        var (first, end) = bold ? (RegularFaces, _faces.Count) : (0, RegularFaces);
        for (var face = first; face < end; face++)
        {
            using var font = Font(face, 1000);
            var glyph = font.GetGlyph(character.Value);
            if (glyph != 0)
            {
                return new(face, glyph, font.GetGlyphWidths([glyph])[0] / 1000);
            }
        }
        throw new GlyphMissingException([character]);
    }

    /// <summary>One piece of type: face, glyph and advance in em.</summary>
    internal readonly record struct Sort(int Face, ushort Glyph, float Advance);
}
