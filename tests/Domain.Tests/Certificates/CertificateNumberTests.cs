using CsCheck;
using HnCe.Domain.Certificates;
using Xunit;

namespace HnCe.Domain.Tests.Certificates;

public sealed class CertificateNumberTests
{
    private static readonly Gen<CertificateNumber> Numbers = Gen.Select(Gen.Int[2000, 2099], Gen.Int[0, 9999], Gen.Int[0, 9_999_999])
        .Select((year, region, sequence) => CertificateNumber.Create(year, $"41{region:D4}", sequence));

    [Theory]
    [InlineData("A12425GABC1234002", 'M')]
    [InlineData("", '1')]
    [Trait("Spec", "CER-04")]
    public void CheckCharacter_PublishedExample_IsReproduced(string text, char expected) =>
        Assert.Equal(expected, Iso7064.CheckCharacter(text));

    [Theory]
    [InlineData(2025, "410105", 1, "HN20254101050000001")]
    [InlineData(2026, "419001", 9999999, "HN20264190019999999")]
    [Trait("Spec", "CER-04")]
    public void CertificateNumber_Created_IsPartsAndCheckCharacter(int year, string region, int sequence, string body)
    {
        var number = CertificateNumber.Create(year, region, sequence);

        Assert.Equal(body, number.Value[..19]);
        Assert.Equal(20, number.Value.Length);
    }

    [Fact]
    [Trait("Spec", "CER-04")]
    public void CertificateNumber_Written_ReadsBackAsItsParts() => Numbers.Sample(number =>
        CertificateNumber.TryParse($" {number.Value.ToLowerInvariant().Insert(6, " ")} ", out var read)
        && read == number && CertificateNumber.Create(read.Year, read.Region, read.Sequence) == number);

    [Fact]
    [Trait("Spec", "CER-04")]
    public void CertificateNumber_AnyCharacterChanged_IsRefused() =>
        Gen.Select(Numbers, Gen.Int[0, 19], Gen.Char["0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"]).Sample((number, place, other) =>
            other == number.Value[place]
            || !CertificateNumber.TryParse($"{number.Value[..place]}{other}{number.Value[(place + 1)..]}", out _));

    [Theory]
    [InlineData("HN2025")]
    [InlineData("HN20254101050000001\0")]
    [InlineData("\ud800")]
    [InlineData(null)]
    [Trait("Spec", "CER-04")]
    public void CertificateNumber_WrongText_IsRefused(string? text) =>
        Assert.False(CertificateNumber.TryParse(text, out _));

    [Theory]
    [InlineData(2025, "41010", 1)]
    [InlineData(2025, "410105", 10_000_000)]
    [InlineData(2025, "410105", -1)]
    [Trait("Spec", "CER-04")]
    public void CertificateNumber_PartOutOfRange_Throws(int year, string region, int sequence) =>
        Assert.Throws<ArgumentException>(() => CertificateNumber.Create(year, region, sequence));
}
