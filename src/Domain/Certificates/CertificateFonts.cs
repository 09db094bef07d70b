using System.Text;

namespace HnCe.Domain.Certificates;

/// <summary>
/// The fonts of the certificate (证书字体): Noto Serif SC, bundled with the program under the SIL Open Font License,
/// and for rare characters in names the system's Noto CJK fonts (Debian package fonts-noto-cjk), when they are installed.
/// One instance serves the whole process.
/// </summary>
public sealed class CertificateFonts : IDisposable
{
    // In the Noto CJK collections the faces are Japanese, Korean, Simplified Chinese, …
    private const uint SimplifiedChinese = 2;

    private static readonly string[] _systemFolders = ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk", "/usr/share/fonts/google-noto-cjk"];

    private readonly FontSubset[] _regular;
    private readonly FontSubset[] _bold;

    private CertificateFonts(FontSubset[] regular, FontSubset[] bold)
    {
        _regular = regular;
        _bold = bold;
    }

    /// <summary>Opens the bundled fonts and whatever fallback the system has.</summary>
    /// <param name="folder">Where the bundled fonts lie; by default <c>fonts/</c> beside the program.</param>
    /// <param name="withSystemFonts">Whether rare characters may come from the system's fonts.</param>
    /// <exception cref="InvalidDataException">A bundled font is missing: the build did not run to its end.</exception>
    public static CertificateFonts Load(string? folder = null, bool withSystemFonts = true)
    {
        folder ??= Path.Combine(AppContext.BaseDirectory, "fonts");
        return new(Faces(folder, "Regular", withSystemFonts), Faces(folder, "Bold", withSystemFonts));
    }

    /// <summary>The characters of a text that no available font can draw, each once, in order; empty when all is well.</summary>
    public IReadOnlyList<Rune> Missing(string text) =>
        [.. Typesetter.Drawable(text).Where(rune => !Array.Exists(_regular, face => face.Has(rune))).Distinct()];

    /// <summary>A small font (TrueType bytes) of the bundled bold face with only these characters, for the captcha and the like.</summary>
    public byte[] BoldSubset(string characters) => _bold[0].For(characters.EnumerateRunes());

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var face in _regular.Concat(_bold))
        {
            face.Dispose();
        }
    }

    internal TypeCase Cut(IEnumerable<string> regular, IEnumerable<string> bold) =>
        new(Cut(_regular, regular), Cut(_bold, bold));

    private static List<byte[]> Cut(FontSubset[] faces, IEnumerable<string> texts)
    {
        var left = texts.SelectMany(Typesetter.Drawable).ToHashSet();
        var fonts = new List<byte[]>(faces.Length);
        foreach (var face in faces)
        {
            var own = left.Where(face.Has).ToList();
            if (own.Count > 0)
            {
                fonts.Add(face.For(own));
                left.ExceptWith(own);
            }
        }
        return fonts;
    }

    private static FontSubset[] Faces(string folder, string weight, bool withSystemFonts)
    {
        var bundled = new FontSubset(Path.Combine(folder, $"NotoSerifSC-{weight}.ttf"));
        return withSystemFonts ? [bundled, .. SystemFaces(weight)] : [bundled];
    }

    private static IEnumerable<FontSubset> SystemFaces(string weight) =>
        from file in new[] { $"NotoSerifCJK-{weight}.ttc", $"NotoSansCJK-{weight}.ttc" }
        from systemFolder in _systemFolders
        let path = Path.Combine(systemFolder, file)
        where File.Exists(path)
        select new FontSubset(path, SimplifiedChinese);
}
