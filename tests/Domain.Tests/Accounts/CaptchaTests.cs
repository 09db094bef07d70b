using HnCe.Domain.Accounts;
using SkiaSharp;
using Xunit;

namespace HnCe.Domain.Tests.Accounts;

public sealed class CaptchaTests
{
    [Fact, Trait("Spec", "LOG-07")]
    public void Text_Next_HasFourCharactersWithoutLookAlikes()
    {
        var texts = Enumerable.Range(0, 2000).Select(_ => CaptchaText.Next()).ToList();

        Assert.All(texts, text => Assert.Matches("^[A-Z0-9]{4}$", text));
        Assert.DoesNotContain(texts, text => text.IndexOfAny([.. "0O1lI"]) >= 0);
        Assert.InRange(texts.Distinct().Count(), 1900, 2000);
    }

    [Fact, Trait("Spec", "LOG-07")]
    public void Image_OfAText_IsASmallPngAtDoubleDensity()
    {
        using var image = new CaptchaImage(Certificates.Certificates.Fonts);

        var png = image.Draw("A7KM");

        using var picture = SKBitmap.Decode(png)!;
        Assert.Equal((240, 80), (picture.Width, picture.Height));
        Assert.InRange(png.Length, 1000, 20_000);
    }

    [Fact, Trait("Spec", "LOG-07")]
    public void Image_DrawnTwice_Differs()
    {
        using var image = new CaptchaImage(Certificates.Certificates.Fonts);

        Assert.NotEqual(image.Draw("A7KM"), image.Draw("A7KM"));
    }

    [Fact, Trait("Spec", "LOG-07")]
    public void Font_OfTheBundle_HasEveryCharacterOfTheAlphabet() =>
        Assert.Empty(Certificates.Certificates.Fonts.Missing(CaptchaText.Alphabet));
}
