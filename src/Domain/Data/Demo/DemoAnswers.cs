using System.Globalization;
using HnCe.Domain.Declarations;

namespace HnCe.Domain.Data.Demo;

/// <summary>Fills in the forms of the fifteen types with answers that a reviewer could believe.</summary>
internal sealed class DemoAnswers(DemoDice dice, DemoTrade trade, string region, int creditYear, DateOnly today, int serial)
{
    private readonly DateOnly _end = today.AddDays(-dice.Number(4, 60));
    private readonly string _topic = dice.Pick(trade.Topics);

    /// <summary>The answers for a type.</summary>
    public Dictionary<string, string> For(DeclarationKind kind) => kind switch
    {
        DeclarationKind.EducationDegree => new() { ["school"] = dice.Pick(trade.Schools), ["major"] = dice.Pick(trade.Majors), ["educationLevel"] = "14", ["studyMode"] = "PART_TIME", ["startDate"] = Text(new DateOnly(creditYear - 1, 9, 1)), ["passedCourses"] = Text(dice.Number(2, 5)) },
        DeclarationKind.CourseStudy => new() { ["courseName"] = $"{_topic}专题进修", ["host"] = trade.Host, ["attendance"] = "FULL_TIME", ["startDate"] = Text(_end.AddDays(-9)), ["endDate"] = Text(_end), ["days"] = "8", ["result"] = dice.Percent(70) ? "PASS" : "EXCELLENT", ["certificateNo"] = $"JX{creditYear}{serial:00000}" },
        DeclarationKind.AcademicExchange => Exchange(),
        DeclarationKind.ResearchProject => Project(),
        DeclarationKind.PublishedBook => new() { ["title"] = $"{_topic}实务", ["kind"] = "MONOGRAPH", ["isbn"] = DemoNumbers.Isbn(serial), ["publisher"] = trade.Press, ["publishedOn"] = Text(_end), ["role"] = dice.Percent(40) ? "CHIEF" : "DEPUTY", ["rank"] = Text(dice.Number(1, 3)), ["ownWords"] = Text(dice.Number(5, 20)) },
        DeclarationKind.PublishedPaper => Paper(),
        DeclarationKind.Patent => new() { ["title"] = $"一种用于{_topic}的{trade.Device}", ["kind"] = dice.Percent(30) ? "INVENTION" : "UTILITY_MODEL", ["patentNo"] = DemoNumbers.Patent(creditYear - 1, serial), ["grantedOn"] = Text(_end), ["owner"] = "本人所在单位", ["rank"] = Text(dice.Number(1, 3)) },
        DeclarationKind.Award => new() { ["title"] = $"{_topic}优秀成果奖", ["kind"] = "SCIENCE_PROGRESS", ["level"] = dice.Percent(60) ? "CITY" : "PROVINCIAL", ["grade"] = dice.Pick(["FIRST", "SECOND", "THIRD"]), ["grantor"] = trade.Host, ["awardedOn"] = Text(_end), ["certificateNo"] = $"HJ{creditYear}-{serial:0000}", ["rank"] = Text(dice.Number(1, 4)) },
        DeclarationKind.SpecialSurvey => Survey(),
        _ => Further(kind),
    };

    private Dictionary<string, string> Further(DeclarationKind kind) => kind switch
    {
        DeclarationKind.ComputerExam => new() { ["examName"] = "专业技术人员计算机应用能力考试", ["modules"] = "文字处理、电子表格", ["moduleCount"] = "2", ["examOn"] = Text(_end), ["certificateNo"] = $"JSJ{creditYear}{serial:00000}", ["issuer"] = "河南省人事考试中心" },
        DeclarationKind.LanguageExam => new() { ["language"] = dice.Pick(["ENGLISH", "ENGLISH", "JAPANESE", "RUSSIAN"]), ["grade"] = dice.Pick(["A", "B", "B", "C"]), ["score"] = Text(dice.Number(60, 92)), ["examOn"] = Text(_end), ["certificateNo"] = $"WY{creditYear}{serial:00000}" },
        DeclarationKind.Qualification => new() { ["title"] = trade.Exam, ["kind"] = "PRACTICE_EXAM", ["level"] = dice.Pick(["INTERMEDIATE", "INTERMEDIATE", "JUNIOR"]), ["obtainedOn"] = Text(_end), ["certificateNo"] = $"ZG{creditYear}{serial:00000}", ["issuer"] = "河南省人力资源和社会保障厅" },
        DeclarationKind.GrassrootsService => new() { ["programme"] = trade.Service, ["region"] = region, ["place"] = dice.Pick(["前杨村", "河湾村", "槐树镇", "北岗社区"]), ["host"] = dice.Pick(["村民委员会", "镇便民服务中心", "社区服务中心"]), ["startDate"] = Text(_end.AddDays(-dice.Number(6, 12))), ["endDate"] = Text(_end), ["days"] = Text(dice.Number(3, 5)), ["result"] = "PASS" },
        DeclarationKind.FrontierSupport => new() { ["programme"] = "XINJIANG", ["place"] = "新疆哈密", ["host"] = "受援单位", ["documentNo"] = $"豫援疆〔{creditYear}〕{serial}号", ["startDate"] = Text(new DateOnly(creditYear, 1, 2)), ["endDate"] = Text(today.AddDays(-1)), ["result"] = "EXCELLENT" },
        _ => new() { ["title"] = $"{_topic}岗位练兵", ["description"] = $"围绕{_topic}开展集中学习、现场观摩和技能比武。", ["organiser"] = trade.Host, ["startDate"] = Text(_end.AddDays(-2)), ["endDate"] = Text(_end), ["amount"] = Text(dice.Number(6, 16)) },
    };

    /// <summary>A course of the subjects that everybody must take (公需科目); 32 hours.</summary>
    public Dictionary<string, string> PublicCourse() => new()
    {
        ["courseName"] = dice.Pick(["人工智能赋能高质量发展", "专业技术人员职业道德与创新能力", "数字中国与数据安全", "黄河流域生态保护和高质量发展"]),
        ["host"] = "河南省专业技术人员继续教育示范基地",
        ["attendance"] = "FULL_TIME",
        ["startDate"] = Text(_end.AddDays(-4)),
        ["endDate"] = Text(_end),
        ["days"] = "4",
        ["result"] = "NOT_ASSESSED",
    };

    private Dictionary<string, string> Exchange() => new()
    {
        ["eventName"] = $"第{dice.Number(3, 30)}届{_topic}学术年会",
        ["eventKind"] = "CONFERENCE",
        ["level"] = dice.Pick(["NATIONAL", "PROVINCIAL", "CITY"]),
        ["organiser"] = trade.Host,
        ["place"] = dice.Pick(["郑州", "洛阳", "武汉", "西安"]),
        ["startDate"] = Text(_end.AddDays(-1)),
        ["endDate"] = Text(_end),
        ["role"] = "PAPER",
        ["paperTitle"] = $"{_topic}的做法与体会",
        ["paperWords"] = Text(dice.Number(15, 60) * 100),
    };

    private Dictionary<string, string> Project() => new()
    {
        ["title"] = $"{_topic}关键问题研究",
        ["projectNo"] = $"{creditYear % 100}21021{serial:00000}",
        ["level"] = dice.Percent(60) ? "CITY" : "PROVINCIAL",
        ["projectPart"] = "MAIN",
        ["sponsor"] = trade.Host,
        ["approvedOn"] = Text(new DateOnly(creditYear - 1, 3, 20)),
        ["stage"] = "COMPLETED",
        ["completedOn"] = Text(_end),
        ["rank"] = Text(dice.Number(1, 3)),
        ["teamSize"] = "6",
    };

    private Dictionary<string, string> Paper() => new()
    {
        ["title"] = string.Format(CultureInfo.InvariantCulture, dice.Pick(["{0}的实践与思考", "{0}若干问题探讨", "{0}现状调查与对策", "{0}的路径与成效"]), _topic),
        ["journal"] = dice.Pick(trade.Journals),
        ["level"] = dice.Pick(["NATIONAL", "PROVINCIAL", "PROVINCIAL", "CITY"]),
        ["issn"] = DemoNumbers.Issn(serial),
        ["cn"] = "41-1999/G4",
        ["issue"] = $"{_end.Year}({_end.Month}): {dice.Number(3, 60)}-{dice.Number(61, 90)}",
        ["publishedOn"] = Text(_end),
        ["rank"] = Text(dice.Number(1, 2)),
        ["words"] = Text(dice.Number(30, 80) * 100),
        ["supplement"] = "false",
    };

    private Dictionary<string, string> Survey() => new()
    {
        ["title"] = $"{_topic}情况调研",
        ["organiser"] = trade.Host,
        ["startDate"] = Text(_end.AddDays(-5)),
        ["endDate"] = Text(_end.AddDays(-3)),
        ["adoption"] = "DEPARTMENT",
        ["days"] = "2",
        ["words"] = "6000",
        ["rank"] = "1",
    };

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Numbers of books, journals and patents with valid check characters.</summary>
internal static class DemoNumbers
{
    public static string Isbn(int serial) => Complete($"97875{serial:0000000}", number => Declarations.Isbn.Read(number).IsCorrect);

    public static string Issn(int serial) => Complete($"199{serial % 10}-{serial % 1000:000}", number => Declarations.Issn.Read(number).IsCorrect);

    public static string Patent(int year, int serial) => Complete($"ZL{year}2{serial:0000000}.", number => PatentNumber.Read(number).IsCorrect);

    private static string Complete(string number, Func<string, bool> isCorrect) => "0123456789X".Select(check => number + check).First(isCorrect);
}
