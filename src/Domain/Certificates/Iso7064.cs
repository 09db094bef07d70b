namespace HnCe.Domain.Certificates;

/// <summary>The hybrid check character system ISO 7064 MOD 37,36 over 0–9 and A–Z.</summary>
public static class Iso7064
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The check character (校验码) that belongs behind the text; the text holds upper-case letters and digits only.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> text)
    {
        var product = 36;
        foreach (var character in text)
        {
            var sum = (product + Alphabet.IndexOf(character)) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }

        return Alphabet[(37 - product) % 36];
    }
}
