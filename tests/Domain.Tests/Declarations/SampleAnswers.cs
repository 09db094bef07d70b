using HnCe.Domain.Declarations;

namespace HnCe.Domain.Tests.Declarations;

/// <summary>A complete and correct form for each type, and variations of it.</summary>
internal static class SampleAnswers
{
    public const int CreditYear = 2025;

    public static readonly DateOnly Today = new(2026, 2, 10);

    private static readonly Dictionary<DeclarationKind, string> Forms = new()
    {
        [DeclarationKind.EducationDegree] =
            "school=郑州大学;major=0101;educationLevel=11;studyMode=PART_TIME;startDate=2023-09-01;passedCourses=4",
        [DeclarationKind.CourseStudy] =
            "courseName=重症医学;host=省人民医院;attendance=FULL_TIME;startDate=2025-03-03;endDate=2025-03-14;days=10;result=PASS",
        [DeclarationKind.AcademicExchange] =
            "eventName=水利年会;eventKind=CONFERENCE;level=NATIONAL;organiser=水利学会;place=郑州;startDate=2025-05-10;endDate=2025-05-11;role=ATTEND",
        [DeclarationKind.ResearchProject] =
            "title=节水灌溉;projectNo=252102110001;level=PROVINCIAL;projectPart=MAIN;sponsor=省科技厅;approvedOn=2024-03-01;stage=ONGOING;rank=1",
        [DeclarationKind.PublishedBook] =
            "title=护理学;kind=TEXTBOOK;isbn=9787302512769;publisher=清华大学出版社;publishedOn=2025-04-01;role=CHIEF;rank=1;ownWords=12.5",
        [DeclarationKind.PublishedPaper] =
            "title=小麦育种;journal=河南农业科学;level=PROVINCIAL;issn=1234-5679;cn=41-1092/S;issue=2025(4);publishedOn=2025-04-15;rank=1;words=5000;supplement=false",
        [DeclarationKind.Patent] =
            "title=一种阀门;kind=INVENTION;patentNo=ZL202310123456.6;grantedOn=2025-06-06;owner=阀门厂;rank=1",
        [DeclarationKind.Award] =
            "title=科技进步奖;kind=SCIENCE_PROGRESS;level=PROVINCIAL;grade=FIRST;grantor=省人民政府;awardedOn=2025-01-20;rank=1",
        [DeclarationKind.SpecialSurvey] =
            "title=乡村医疗;organiser=卫健委;startDate=2025-07-01;endDate=2025-07-04;adoption=NONE;days=2;rank=1",
        [DeclarationKind.ComputerExam] =
            "examName=计算机应用能力考试;modules=Word、Excel;moduleCount=2;examOn=2025-05-01;certificateNo=J1;issuer=省人事考试中心",
        [DeclarationKind.LanguageExam] = "language=ENGLISH;grade=A;score=72;examOn=2025-03-29;certificateNo=W1",
        [DeclarationKind.Qualification] =
            "title=一级建造师;kind=PRACTICE_EXAM;level=INTERMEDIATE;obtainedOn=2025-09-01;certificateNo=Z1;issuer=住建部",
        [DeclarationKind.GrassrootsService] =
            "programme=TEACHING;region=410105;place=某村;host=某小学;startDate=2025-03-01;endDate=2025-03-04;days=3;result=PASS",
        [DeclarationKind.FrontierSupport] =
            "programme=XINJIANG;place=哈密;host=哈密二中;documentNo=豫援1号;startDate=2025-01-01;endDate=2025-12-31;result=PASS",
        [DeclarationKind.Other] =
            "title=岗位练兵;description=技能比武;organiser=本单位;startDate=2025-08-01;endDate=2025-08-02;amount=12",
    };

    public static DeclarationTypeDefinition Definition(DeclarationKind kind) =>
        DeclarationCatalogue.Delivered.Current(kind, CreditYear)!;

    /// <summary>The sample with changes, e.g. <c>level=CITY;rank=2</c>; an empty value takes the answer away.</summary>
    public static Dictionary<string, string> For(DeclarationKind kind, string changes = "")
    {
        var answers = Pairs(Forms[kind]);
        foreach (var (name, value) in Pairs(changes))
        {
            answers[name] = value;
        }

        return answers.Where(answer => answer.Value.Length > 0).ToDictionary();
    }

    public static DeclarationAnswers Check(DeclarationKind kind, string changes = "") =>
        DeclarationAnswers.Check(Definition(kind), For(kind, changes), CreditYear, Today);

    private static Dictionary<string, string> Pairs(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
}
