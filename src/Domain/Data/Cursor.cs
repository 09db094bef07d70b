using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace HnCe.Domain.Data;

/// <summary>Opaque cursors: the name of what they belong to, by which they are refused elsewhere, and numbers.</summary>
internal static class Cursor
{
    /// <summary>Writes a cursor.</summary>
    public static string Encode(string name, params IEnumerable<long> numbers) =>
        WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(string.Join(':', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)).Prepend(name))));

    /// <summary>The numbers of a cursor.</summary>
    /// <exception cref="BadCursorException">It is garbage, or belongs to something else.</exception>
    public static long[] Decode(string name, string cursor, int count)
    {
        try
        {
            if (Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor)).Split(':') is [var owner, .. var numbers] && owner == name && numbers.Length == count)
            {
                return Array.ConvertAll(numbers, number => long.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
            }
        }
        catch (Exception garbage) when (garbage is FormatException or OverflowException or ArgumentException)
        {
        }

        throw new BadCursorException();
    }
}
