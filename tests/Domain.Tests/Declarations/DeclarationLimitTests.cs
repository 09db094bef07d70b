using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using Xunit;

namespace HnCe.Domain.Tests.Declarations;

public sealed class DeclarationLimitTests
{
    [Theory]
    [InlineData("字", 1000, true)]
    [InlineData("字", 1001, false)]
    [InlineData("𠮷", 1000, true)]
    [InlineData("👨‍👩‍👧‍👦", 1000, true)]
    [InlineData("\r\n", 10_000_000, true)]
    [InlineData("e\u0301", 1000, true)]
    [InlineData("e\u0301", 1001, false)]
    [Trait("Spec", "IND-23")]
    public void Remark_Repeated_IsMeasuredInCharactersAfterTrimming(string character, int times, bool accepted)
    {
        var refusal = Remark.Check($" {string.Concat(Enumerable.Repeat(character, times))} ", out _);

        Assert.Equal(accepted ? null : new Refusal(RefusalCode.RemarkTooLong, "内容框中的文字不得超过 1000 字", "remark"), refusal);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [Trait("Spec", "IND-23")]
    public void Remark_LineBreak_CountsAsOne(string lineBreak)
    {
        Assert.Null(Remark.Check(new string('字', 998) + lineBreak + "字", out var trimmed));
        Assert.Equal(999 + lineBreak.Length, trimmed.Length);
        Assert.NotNull(Remark.Check(new string('字', 998) + lineBreak + "字字", out _));
    }

    [Theory]
    [InlineData("甲\0乙")]
    [InlineData("甲\udc00")]
    [Trait("Spec", "IND-22")]
    public void Remark_UnstorableCharacter_IsRefused(string text) =>
        Assert.Equal(RefusalCode.InvalidText, Remark.Check(text, out _)?.Code);

    [Theory]
    [InlineData("2026-01-01", new[] { 2026, 2025 })]
    [InlineData("2026-03-31", new[] { 2026, 2025 })]
    [InlineData("2026-04-01", new[] { 2026 })]
    [Trait("Spec", "DEC-05")]
    public void CreditYear_UntilTheClosingDate_IncludesThePreviousOne(string today, int[] open) =>
        Assert.Equal(open, new CreditYearWindow().Open(DateOnly.Parse(today)));

    [Fact]
    [Trait("Spec", "DEC-05")]
    public void CreditYear_ClosingDateIsSet_DecidesInstead()
    {
        var window = new CreditYearWindow(ClosingMonth: 2, ClosingDay: 31);

        Assert.Null(window.Check(2025, new(2026, 2, 28)));
        Assert.Equal(
            new Refusal(RefusalCode.CreditYearClosed, "计入年度只能选择 2026 年", "creditYear"), window.Check(2025, new(2026, 3, 1)));
        Assert.Equal("计入年度只能选择 2026 年或 2025 年", window.Check(2027, new(2026, 1, 1))?.Message);
    }

    [Theory]
    [InlineData("0.5", null)]
    [InlineData("200", null)]
    [InlineData("26.50", null)]
    [InlineData("0", RefusalCode.HoursOutOfRange)]
    [InlineData("-1", RefusalCode.HoursOutOfRange)]
    [InlineData("200.5", RefusalCode.HoursOutOfRange)]
    [InlineData("0.75", RefusalCode.HoursNotInHalfSteps)]
    [Trait("Spec", "DEC-04")]
    public void ClaimedHours_OutsideRangeOrSteps_AreRefused(string hours, RefusalCode? code) =>
        Assert.Equal(code, ClaimedHours.Check(decimal.Parse(hours))?.Code);
}
