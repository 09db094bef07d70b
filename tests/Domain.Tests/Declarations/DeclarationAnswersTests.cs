using CsCheck;
using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using Xunit;

namespace HnCe.Domain.Tests.Declarations;

public sealed class DeclarationAnswersTests
{
    public static TheoryData<DeclarationKind> Kinds => new(Enum.GetValues<DeclarationKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Spec", "DEC-10")]
    public void Answers_CompleteForm_AreAcceptedUnchanged(DeclarationKind kind)
    {
        var answers = SampleAnswers.Check(kind);

        Assert.Empty(answers.Refusals);
        Assert.Equal(SampleAnswers.For(kind).OrderBy(pair => pair.Key), answers.Values.OrderBy(pair => pair.Key));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Spec", "DEC-10")]
    public void Answers_EmptyForm_AreRefusedAtEveryRequiredField(DeclarationKind kind)
    {
        var definition = SampleAnswers.Definition(kind);

        var refusals = DeclarationAnswers.Check(definition, new Dictionary<string, string>(), 2025, SampleAnswers.Today).Refusals;

        Assert.Equal(definition.Fields.Where(field => field.Required).Select(field => $"details.{field.Name}"), refusals.Select(refusal => refusal.Path));
        Assert.All(refusals, refusal => Assert.Equal(RefusalCode.Required, refusal.Code));
    }

    [Theory]
    [InlineData("issn=1234-5678", RefusalCode.InvalidIssn, "details.issn", "ISSN 不正确：末位校验码不符，请对照刊物封面")]
    [InlineData("title= ", RefusalCode.Required, "details.title", "请填写论文题目")]
    [InlineData("level=", RefusalCode.Required, "details.level", "请选择刊物级别")]
    [InlineData("cn=", RefusalCode.Required, "details.cn", "请填写CN刊号")]
    [InlineData("level=省级", RefusalCode.NotAnOption, "details.level", "刊物级别不在可选范围内，请重新选择")]
    [InlineData("supplement=maybe", RefusalCode.NotAnOption, "details.supplement", "是否增刊/副刊不在可选范围内，请重新选择")]
    [InlineData("rank=第一", RefusalCode.NotANumber, "details.rank", "署名排名应为整数")]
    [InlineData("rank=1.5", RefusalCode.NotANumber, "details.rank", "署名排名应为整数")]
    [InlineData("rank=0", RefusalCode.OutOfRange, "details.rank", "署名排名应在 1 到 100 之间")]
    [InlineData("rank=99999999999999999999999999999999999999", RefusalCode.NotANumber, "details.rank", "署名排名应为整数")]
    [InlineData("publishedOn=2025-02-29", RefusalCode.InvalidDate, "details.publishedOn", "发表时间不是有效日期，请按 2025-03-09 的样子填写")]
    [InlineData("publishedOn=2026-02-11", RefusalCode.DateOutOfRange, "details.publishedOn", "发表时间不能晚于今天")]
    [InlineData("publishedOn=0025-02-11", RefusalCode.DateOutOfRange, "details.publishedOn", "发表时间不能早于 1950 年")]
    [InlineData("publishedOn=2023-12-31", RefusalCode.DateOutOfRange, "details.publishedOn", "发表时间应在 2024 年或 2025 年之内，才能计入 2025 年度")]
    [InlineData("publishedOn=2026-01-01", RefusalCode.DateOutOfRange, "details.publishedOn", "发表时间应在 2024 年或 2025 年之内，才能计入 2025 年度")]
    [InlineData("title=小麦\0育种", RefusalCode.InvalidText, "details.title", "论文题目含有无法保存的字符")]
    [InlineData("title=小麦\n育种", RefusalCode.InvalidText, "details.title", "论文题目含有无法保存的字符")]
    [InlineData("journal=\ud800", RefusalCode.InvalidText, "details.journal", "刊物名称含有无法保存的字符")]
    [InlineData("isbn=1", RefusalCode.UnknownField, "details.isbn", "“发表论文”没有这一填写项")]
    [InlineData("\ud800=1", RefusalCode.UnknownField, "details", "“发表论文”没有这一填写项")]
    [Trait("Spec", "DEC-10")]
    public void Paper_OneWrongAnswer_IsRefusedAtItsField(string change, RefusalCode code, string path, string message) =>
        Assert.Equal([new(code, message, path)], SampleAnswers.Check(DeclarationKind.PublishedPaper, change).Refusals);

    [Fact]
    [Trait("Spec", "DEC-10")]
    public void Paper_SeveralWrongAnswers_AreAllRefusedInFormOrder()
    {
        var refusals = SampleAnswers.Check(DeclarationKind.PublishedPaper, "rank=0;title=;foo=1;issn=1").Refusals;

        Assert.Equal(["details.title", "details.issn", "details.rank", "details.foo"], refusals.Select(refusal => refusal.Path));
    }

    [Theory]
    [InlineData(DeclarationKind.PublishedPaper, "title=　小麦  ", "title", "小麦")]
    [InlineData(DeclarationKind.PublishedPaper, "rank=０２", "rank", "2")]
    [InlineData(DeclarationKind.PublishedPaper, "publishedOn=２０２５年４月１日", "publishedOn", "2025-04-01")]
    [InlineData(DeclarationKind.PublishedPaper, "publishedOn=2025/4/1", "publishedOn", "2025-04-01")]
    [InlineData(DeclarationKind.PublishedPaper, "supplement=是", "supplement", "true")]
    [InlineData(DeclarationKind.PublishedPaper, "issn=12345679", "issn", "1234-5679")]
    [InlineData(DeclarationKind.PublishedBook, "ownWords=12.50", "ownWords", "12.5")]
    [InlineData(DeclarationKind.ComputerExam, "modules=Word\r\nExcel，Access\n", "modules", "Word、Excel、Access")]
    [Trait("Spec", "LOG-09")]
    public void Answer_OtherSpelling_BecomesCanonical(DeclarationKind kind, string change, string field, string canonical)
    {
        var answers = SampleAnswers.Check(kind, change);

        Assert.True(answers.AreAccepted);
        Assert.Equal(canonical, answers.Values[field]);
    }

    [Theory]
    [InlineData(DeclarationKind.PublishedPaper, "level=INTERNATIONAL;cn=", null)]
    [InlineData(DeclarationKind.AcademicExchange, "role=PAPER;paperWords=3000", "details.paperTitle")]
    [InlineData(DeclarationKind.AcademicExchange, "eventKind=LECTURE", "details.halfDays")]
    [InlineData(DeclarationKind.ResearchProject, "stage=COMPLETED", "details.completedOn")]
    [InlineData(DeclarationKind.SpecialSurvey, "adoption=CITY_LEADER;days=", "details.adoptedOn")]
    [InlineData(DeclarationKind.SpecialSurvey, "days=", "details.days")]
    [InlineData(DeclarationKind.CourseStudy, "endDate=2025-03-02", "details.endDate")]
    [InlineData(DeclarationKind.GrassrootsService, "region=410381", "details.region")]
    [InlineData(DeclarationKind.EducationDegree, "major=9999", "details.major")]
    [Trait("Spec", "DEC-10")]
    public void Answers_DependingOnOthers_AreRefusedOnlyWhereTheyMust(DeclarationKind kind, string change, string? path) =>
        Assert.Equal(path, SampleAnswers.Check(kind, change).Refusals.SingleOrDefault()?.Path);

    [Fact]
    [Trait("Spec", "DEC-10")]
    public void Text_LengthIsCountedInCharacters()
    {
        Assert.True(SampleAnswers.Check(DeclarationKind.Other, "title=" + string.Concat(Enumerable.Repeat("𠮷", 150))).AreAccepted);
        Assert.Equal(
            new Refusal(RefusalCode.TooLong, "名称不得超过 150 字", "details.title"),
            SampleAnswers.Check(DeclarationKind.Other, "title=" + new string('字', 151)).Refusals.Single());
    }

    [Fact]
    [Trait("Spec", "DEC-10")]
    public void Type_RetiredBeforeTheCreditYear_IsRefused()
    {
        var retired = SampleAnswers.Definition(DeclarationKind.LanguageExam) with { ValidToYear = 2024 };

        var answers = DeclarationAnswers.Check(retired, SampleAnswers.For(DeclarationKind.LanguageExam), 2025, SampleAnswers.Today);

        Assert.Equal(
            new Refusal(RefusalCode.TypeRetired, "2025 年度不再受理“专业技术职务外语考试”", "kind"), answers.Refusals.Single());
    }

    [Fact]
    [Trait("Spec", "DEC-10")]
    public void Answers_AnyTexts_NeverThrowAndReadBackUnchanged() =>
        Gen.Select(Gen.Enum<DeclarationKind>(), Gen.String.Array[30], Gen.Int).Sample((kind, texts, year) =>
        {
            var definition = SampleAnswers.Definition(kind);
            var answers = definition.Fields.Zip(texts).ToDictionary(pair => pair.First.Name, pair => pair.Second);

            var once = DeclarationAnswers.Check(definition, answers, year, SampleAnswers.Today).Values;
            var twice = DeclarationAnswers.Check(definition, once, year, SampleAnswers.Today).Values;

            return once.OrderBy(pair => pair.Key).SequenceEqual(twice.OrderBy(pair => pair.Key));
        });
}
