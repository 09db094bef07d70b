using System.Runtime.InteropServices;
using System.Text;

namespace HnCe.Domain.Certificates;

/// <summary>
/// One face of a font file and the power to cut it down (字体子集) to the characters a document uses.
/// Skia embeds a TrueType font whole (8 MB a certificate) and then maps 一 to the Kangxi radical ⼀; a subset cures both.
/// Safe for concurrent use. Source: HarfBuzz hb-subset, exported by the native library of HarfBuzzSharp.
/// </summary>
public sealed class FontSubset : IDisposable
{
    private const string Library = "libHarfBuzzSharp";
    private const uint NoHinting = 0x1;
    private const uint NoLayoutClosure = 0x200;
    private const int DropTables = 3;

    // Layout, vertical and hinting tables: positions are computed here, so a PDF has no use for them.
    private static readonly uint[] _dropped =
        [.. new[] { "GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "STAT", "gasp", "DSIG", "meta" }.Select(Tag)];

    private nint _face;
    private nint _characters;

    /// <summary>Opens a face; the file is mapped, not read into memory.</summary>
    /// <param name="path">A .ttf, .otf or .ttc file.</param>
    /// <param name="index">Which face of a collection.</param>
    /// <exception cref="InvalidDataException">The file cannot be read or is no font.</exception>
    public FontSubset(string path, uint index = 0)
    {
        var blob = hb_blob_create_from_file_or_fail(path);
        if (blob == 0)
        {
            throw new InvalidDataException($"Font file cannot be read: {path}");
        }
        _face = hb_face_create(blob, index);
        hb_blob_destroy(blob);
        hb_face_make_immutable(_face);
        _characters = hb_set_create();
        hb_face_collect_unicodes(_face, _characters);
        if (hb_set_has(_characters, 'A') == 0)
        {
            Dispose();
            throw new InvalidDataException($"Not a usable font file: {path}");
        }
    }

    /// <summary>Frees an instance that was never disposed.</summary>
    ~FontSubset() => Free();

    /// <summary>Whether this face can draw the character.</summary>
    public bool Has(Rune character) => hb_set_has(_characters, (uint)character.Value) != 0;

    /// <summary>The bytes of a font with only these characters; characters the face lacks are left out.</summary>
    /// <exception cref="InvalidOperationException">HarfBuzz refused, for example out of memory.</exception>
    public byte[] For(IEnumerable<Rune> characters)
    {
        var input = hb_subset_input_create_or_fail();
        var subset = (nint)0;
        try
        {
            Fill(input, characters);
            subset = hb_subset_or_fail(_face, input);
            GC.KeepAlive(this);
            return subset == 0 ? throw new InvalidOperationException("The font could not be cut down.") : Bytes(subset);
        }
        finally
        {
            hb_face_destroy(subset);
            hb_subset_input_destroy(input);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private static void Fill(nint input, IEnumerable<Rune> characters)
    {
        hb_subset_input_set_flags(input, NoHinting | NoLayoutClosure);
        var dropped = hb_subset_input_set(input, DropTables);
        foreach (var tag in _dropped)
        {
            hb_set_add(dropped, tag);
        }
        var wanted = hb_subset_input_unicode_set(input);
        foreach (var character in characters)
        {
            hb_set_add(wanted, (uint)character.Value);
        }
    }

    private static byte[] Bytes(nint face)
    {
        var blob = hb_face_reference_blob(face);
        try
        {
            var data = hb_blob_get_data(blob, out var length);
            var bytes = new byte[length];
            Marshal.Copy(data, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            hb_blob_destroy(blob);
        }
    }

    private static uint Tag(string name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];

    private void Free()
    {
        hb_set_destroy(Interlocked.Exchange(ref _characters, 0));
        hb_face_destroy(Interlocked.Exchange(ref _face, 0));
    }

    [DllImport(Library)] private static extern nint hb_blob_create_from_file_or_fail([MarshalAs(UnmanagedType.LPUTF8Str)] string path);
    [DllImport(Library)] private static extern nint hb_blob_get_data(nint blob, out uint length);
    [DllImport(Library)] private static extern void hb_blob_destroy(nint blob);
    [DllImport(Library)] private static extern nint hb_face_create(nint blob, uint index);
    [DllImport(Library)] private static extern void hb_face_make_immutable(nint face);
    [DllImport(Library)] private static extern void hb_face_collect_unicodes(nint face, nint set);
    [DllImport(Library)] private static extern nint hb_face_reference_blob(nint face);
    [DllImport(Library)] private static extern void hb_face_destroy(nint face);
    [DllImport(Library)] private static extern nint hb_set_create();
    [DllImport(Library)] private static extern int hb_set_has(nint set, uint value);
    [DllImport(Library)] private static extern void hb_set_add(nint set, uint value);
    [DllImport(Library)] private static extern void hb_set_destroy(nint set);
    [DllImport(Library)] private static extern nint hb_subset_input_create_or_fail();
    [DllImport(Library)] private static extern void hb_subset_input_set_flags(nint input, uint flags);
    [DllImport(Library)] private static extern nint hb_subset_input_set(nint input, int kind);
    [DllImport(Library)] private static extern nint hb_subset_input_unicode_set(nint input);
    [DllImport(Library)] private static extern nint hb_subset_or_fail(nint face, nint input);
    [DllImport(Library)] private static extern void hb_subset_input_destroy(nint input);
}
