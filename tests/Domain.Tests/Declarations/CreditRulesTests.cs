using CsCheck;
using HnCe.Domain.Declarations;
using Xunit;

namespace HnCe.Domain.Tests.Declarations;

public sealed class CreditRulesTests
{
    private const decimal ProfessionalHours = 60;

    [Theory]
    [InlineData(DeclarationKind.EducationDegree, "passedCourses=4", 60)]
    [InlineData(DeclarationKind.EducationDegree, "passedCourses=7", 90)]
    [InlineData(DeclarationKind.CourseStudy, "result=PASS", 15)]
    [InlineData(DeclarationKind.CourseStudy, "result=NOT_ASSESSED;days=2.5", 20)]
    [InlineData(DeclarationKind.CourseStudy, "result=NOT_ASSESSED;attendance=HALF_TIME;days=3", 12)]
    [InlineData(DeclarationKind.CourseStudy, "result=NOT_ASSESSED;days=100", 200)]
    [InlineData(DeclarationKind.CourseStudy, "startDate=2025-03-01;endDate=2025-08-31", 60)]
    [InlineData(DeclarationKind.CourseStudy, "startDate=2025-03-01;endDate=2025-08-30", 15)]
    [InlineData(DeclarationKind.AcademicExchange, "", 12)]
    [InlineData(DeclarationKind.AcademicExchange, "level=INTERNATIONAL", 12)]
    [InlineData(DeclarationKind.AcademicExchange, "role=PAPER;paperWords=2000", 18)]
    [InlineData(DeclarationKind.AcademicExchange, "role=PAPER;paperWords=2001", 20)]
    [InlineData(DeclarationKind.AcademicExchange, "level=PROVINCIAL", 8)]
    [InlineData(DeclarationKind.AcademicExchange, "level=PROVINCIAL;role=PAPER;paperWords=2000", 12)]
    [InlineData(DeclarationKind.AcademicExchange, "level=PROVINCIAL;role=PAPER;paperWords=2001", 14)]
    [InlineData(DeclarationKind.AcademicExchange, "level=CITY", 4)]
    [InlineData(DeclarationKind.AcademicExchange, "level=CITY;role=PAPER;paperWords=9000", 4)]
    [InlineData(DeclarationKind.AcademicExchange, "eventKind=LECTURE;halfDays=3", 12)]
    [InlineData(DeclarationKind.PublishedBook, "role=CHIEF;rank=3", 48)]
    [InlineData(DeclarationKind.PublishedBook, "role=SOLE", 48)]
    [InlineData(DeclarationKind.PublishedBook, "role=DEPUTY;rank=2", 40)]
    [InlineData(DeclarationKind.PublishedBook, "role=CONTRIBUTOR;ownWords=3.3", 16.5)]
    [InlineData(DeclarationKind.PublishedBook, "role=CONTRIBUTOR;ownWords=7", 32)]
    [InlineData(DeclarationKind.PublishedBook, "role=TRANSLATOR;ownWords=4", 20)]
    [InlineData(DeclarationKind.PublishedBook, "role=CHIEF;rank=4", 0)]
    [InlineData(DeclarationKind.PublishedPaper, "level=INTERNATIONAL", 60)]
    [InlineData(DeclarationKind.PublishedPaper, "level=NATIONAL", 40)]
    [InlineData(DeclarationKind.PublishedPaper, "level=PROVINCIAL", 20)]
    [InlineData(DeclarationKind.PublishedPaper, "level=CITY", 10)]
    [InlineData(DeclarationKind.PublishedPaper, "level=NATIONAL;rank=2", 26.5)]
    [InlineData(DeclarationKind.PublishedPaper, "level=INTERNATIONAL;rank=3", 20)]
    [InlineData(DeclarationKind.PublishedPaper, "rank=4", 0)]
    [InlineData(DeclarationKind.PublishedPaper, "words=1999", 10)]
    [InlineData(DeclarationKind.PublishedPaper, "words=2000", 20)]
    [InlineData(DeclarationKind.PublishedPaper, "level=INTERNATIONAL;supplement=true", 0)]
    [InlineData(DeclarationKind.Patent, "rank=1", 48)]
    [InlineData(DeclarationKind.Patent, "rank=2", 42)]
    [InlineData(DeclarationKind.Patent, "rank=3", 36)]
    [InlineData(DeclarationKind.Patent, "rank=4", 0)]
    [InlineData(DeclarationKind.Patent, "kind=UTILITY_MODEL", 36)]
    [InlineData(DeclarationKind.Patent, "kind=UTILITY_MODEL;rank=2", 30)]
    [InlineData(DeclarationKind.Patent, "kind=UTILITY_MODEL;rank=3", 24)]
    [InlineData(DeclarationKind.Patent, "kind=DESIGN", 36)]
    [InlineData(DeclarationKind.Patent, "kind=DESIGN;rank=2", 30)]
    [InlineData(DeclarationKind.Patent, "kind=DESIGN;rank=3", 24)]
    [InlineData(DeclarationKind.SpecialSurvey, "adoption=PROVINCIAL_LEADER", 20)]
    [InlineData(DeclarationKind.SpecialSurvey, "adoption=CITY_LEADER;days=0.5", 20)]
    [InlineData(DeclarationKind.SpecialSurvey, "days=0.5", 4)]
    [InlineData(DeclarationKind.SpecialSurvey, "adoption=DEPARTMENT;days=1.5", 12)]
    [InlineData(DeclarationKind.SpecialSurvey, "days=3", 20)]
    [InlineData(DeclarationKind.ComputerExam, "moduleCount=2", 24)]
    [InlineData(DeclarationKind.LanguageExam, "grade=A", 40)]
    [InlineData(DeclarationKind.LanguageExam, "grade=B", 30)]
    [InlineData(DeclarationKind.LanguageExam, "grade=C", 20)]
    [InlineData(DeclarationKind.Qualification, "level=SENIOR", 60)]
    [InlineData(DeclarationKind.Qualification, "level=INTERMEDIATE", 50)]
    [InlineData(DeclarationKind.Qualification, "level=JUNIOR", 40)]
    [InlineData(DeclarationKind.Qualification, "level=UNGRADED", 50)]
    [InlineData(DeclarationKind.GrassrootsService, "startDate=2024-09-01;endDate=2025-02-28", 60)]
    [InlineData(DeclarationKind.GrassrootsService, "days=0.5", 4)]
    [InlineData(DeclarationKind.GrassrootsService, "days=3", 24)]
    [InlineData(DeclarationKind.GrassrootsService, "days=6", 40)]
    [InlineData(DeclarationKind.FrontierSupport, "startDate=2023-07-01;endDate=2025-06-30", 60)]
    [InlineData(DeclarationKind.FrontierSupport, "startDate=2024-09-01;endDate=2025-05-31", 0)]
    [InlineData(DeclarationKind.Other, "amount=12.5", 12.5)]
    [InlineData(DeclarationKind.Other, "amount=30", 20)]
    [Trait("Spec", "DEC-11")]
    public void Rules_RowOfTheTable_GivesItsHours(DeclarationKind kind, string change, double hours) =>
        Assert.Equal((decimal)hours, Propose(kind, change).Hours);

    [Theory]
    [InlineData(DeclarationKind.CourseStudy, "startDate=2025-03-01;endDate=2025-08-31")]
    [InlineData(DeclarationKind.Award, "level=NATIONAL;grade=FIRST")]
    [InlineData(DeclarationKind.GrassrootsService, "startDate=2024-09-01;endDate=2025-02-28")]
    [InlineData(DeclarationKind.FrontierSupport, "")]
    [Trait("Spec", "DEC-11")]
    public void Rules_ThatGrantTheYearsHours_GrantWhatThatYearRequires(DeclarationKind kind, string change) => Assert.Equal(
        72, CreditRules.Delivered.Propose(kind, SampleAnswers.Check(kind, change).Values, SampleAnswers.CreditYear, professionalHours: 72)!.Hours);

    [Theory]
    [InlineData("level=NATIONAL;projectPart=MAIN", 64, 56, 48, 40, 32, 0)]
    [InlineData("level=NATIONAL;projectPart=SUB", 48, 40, 32, 0)]
    [InlineData("level=PROVINCIAL;projectPart=MAIN", 56, 48, 40, 0)]
    [InlineData("level=PROVINCIAL;projectPart=SUB", 40, 32, 24, 0)]
    [InlineData("level=CITY;projectPart=MAIN", 40, 32, 24, 0)]
    [InlineData("level=CITY;projectPart=SUB", 40, 32, 24, 0)]
    [InlineData("level=COUNTY", 0)]
    [Trait("Spec", "DEC-11")]
    public void Rules_ResearchProject_GiveHoursByRank(string change, params int[] hours) =>
        Assert.Equal(hours, hours.Select((_, i) => (int)Propose(DeclarationKind.ResearchProject, $"{change};rank={i + 1}").Hours));

    [Theory]
    [InlineData("level=NATIONAL;grade=FIRST;rank=9", 60)]
    [InlineData("level=NATIONAL;grade=SECOND", 60)]
    [InlineData("level=NATIONAL;grade=THIRD", 0)]
    [InlineData("level=PROVINCIAL;grade=FIRST", 46)]
    [InlineData("level=PROVINCIAL;grade=SECOND", 42)]
    [InlineData("level=PROVINCIAL;grade=THIRD", 38)]
    [InlineData("level=CITY;grade=THIRD", 30)]
    [InlineData("level=PROVINCIAL;grade=SECOND;rank=2", 39)]
    [InlineData("level=PROVINCIAL;grade=THIRD;rank=3", 32)]
    [InlineData("level=CITY;grade=FIRST", 38)]
    [InlineData("level=CITY;grade=SECOND", 34)]
    [InlineData("level=CITY;grade=THIRD;rank=2", 27)]
    [InlineData("level=CITY;grade=THIRD;rank=99", 0)]
    [InlineData("level=COUNTY;kind=HONOUR;grade=NONE;rank=2", 20)]
    [Trait("Spec", "DEC-11")]
    public void Rules_Award_GiveHoursByLevelGradeAndRank(string change, int hours) =>
        Assert.Equal(hours, Propose(DeclarationKind.Award, change).Hours);

    [Theory]
    [InlineData(DeclarationKind.PublishedPaper, "", "省级刊物 20 学时 × 第一作者 1 = 20 学时")]
    [InlineData(DeclarationKind.PublishedPaper, "level=NATIONAL;rank=2;words=900", "国家级刊物 40 学时 × 第二作者 2/3 × 不足 2000 字 1/2 = 13.5 学时")]
    [InlineData(DeclarationKind.PublishedPaper, "supplement=true", "增刊、副刊不计学时")]
    [InlineData(DeclarationKind.EducationDegree, "passedCourses=7", "合格课程 7 门 × 15 学时，最高 90 学时 = 90 学时")]
    [InlineData(DeclarationKind.ResearchProject, "rank=2", "省部级主课题第 2 名 48 学时")]
    [InlineData(DeclarationKind.Award, "", "省部级一等奖 46 学时")]
    [InlineData(DeclarationKind.Award, "rank=3", "省部级一等奖 46 学时 − 每后一名减 3 学时，共减 6 学时 = 40 学时")]
    [InlineData(DeclarationKind.Award, "level=COUNTY", "没有对应的折算标准，请按实际填写，由审核部门认定")]
    [InlineData(DeclarationKind.FrontierSupport, "", "本年度支援满 6 个月，按本年度专业科目应完成学时计 60 学时")]
    [Trait("Spec", "DEC-04")]
    public void Proposal_Trace_TellsHowTheHoursCameAbout(DeclarationKind kind, string change, string trace) =>
        Assert.Equal(trace, Propose(kind, change).Trace);

    [Fact]
    [Trait("Spec", "DEC-11")]
    public void Rules_NewVersion_IsUsedFromItsYearOn()
    {
        var first = CreditRules.Delivered.Find(DeclarationKind.ComputerExam, 2025)!;
        var second = first with { Version = 2, ValidFromYear = 2026, Rates = [new("合格", Hours: 5)] };
        var rules = new CreditRules([second, first]);
        var answers = SampleAnswers.For(DeclarationKind.ComputerExam);

        Assert.Equal(
            new CreditProposal(24, "computer-exam", 1, "合格模块 2 个 × 12 学时 = 24 学时"),
            rules.Propose(DeclarationKind.ComputerExam, answers, 2025, 60));
        Assert.Equal(
            new CreditProposal(5, "computer-exam", 2, "合格 5 学时"),
            rules.Propose(DeclarationKind.ComputerExam, answers, 2026, 60));
        Assert.Null(rules.Propose(DeclarationKind.Patent, answers, 2026, 60));
    }

    [Fact]
    [Trait("Spec", "DEC-11")]
    public void Rules_Delivered_NameOnlyFieldsAndChoicesOfTheirType() => Assert.All(CreditRules.Delivered.Rules, rule =>
    {
        var definition = SampleAnswers.Definition(rule.Kind);
        var conditions = rule.Rates.SelectMany(rate => rate.When ?? []).Concat((rule.Adjustments ?? []).SelectMany(a => a.When ?? [])).ToList();
        var fields = conditions.Select(c => c.Field).Concat(conditions.Select(c => c.MonthsUntil))
            .Concat(rule.Rates.Select(rate => rate.Field)).Concat((rule.Adjustments ?? []).Select(a => a.Field));

        Assert.All(fields.OfType<string>(), field => Assert.NotNull(definition.Field(field)));
        Assert.All(conditions, condition => Assert.All(
            condition.In?.Where(_ => definition.Field(condition.Field)!.Kind is FieldKind.Choice) ?? [],
            value => Assert.Contains(value, definition.Field(condition.Field)!.Choices!.Select(choice => choice.Value))));
    });

    [Fact]
    [Trait("Spec", "DEC-04")]
    public void Rules_AnyAcceptedForm_ProposeHalfStepsThatMayBeClaimed() =>
        Gen.Select(Gen.Enum<DeclarationKind>(), Gen.Int[1, 20], Gen.Double[0.5, 366], Gen.Int[1, 5000]).Sample((kind, rank, amount, words) =>
        {
            var definition = SampleAnswers.Definition(kind);
            var changes = new[] { $"rank={rank}", $"days={amount:F1}", $"amount={amount:F1}", $"words={words}" }
                .Where(change => definition.Field(change.Split('=')[0]) is not null);
            var hours = Propose(kind, string.Join(';', changes)).Hours;

            return hours == 0 || ClaimedHours.Check(hours) is null;
        });

    private static CreditProposal Propose(DeclarationKind kind, string change) => CreditRules.Delivered.Propose(
        kind, SampleAnswers.Check(kind, change).Values, SampleAnswers.CreditYear, ProfessionalHours)!;
}
