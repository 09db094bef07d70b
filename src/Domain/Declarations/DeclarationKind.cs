namespace HnCe.Domain.Declarations;

/// <summary>The fifteen other forms of continuing education (其它继续教育形式), in the order of the manual (DEC-01).</summary>
public enum DeclarationKind
{
    /// <summary>学历学位教育.</summary>
    EducationDegree = 1,

    /// <summary>课程进修.</summary>
    CourseStudy = 2,

    /// <summary>学术交流.</summary>
    AcademicExchange = 3,

    /// <summary>课题研究.</summary>
    ResearchProject = 4,

    /// <summary>发行出版/译作.</summary>
    PublishedBook = 5,

    /// <summary>发表论文.</summary>
    PublishedPaper = 6,

    /// <summary>专利.</summary>
    Patent = 7,

    /// <summary>荣誉称号/奖项.</summary>
    Award = 8,

    /// <summary>专题调研.</summary>
    SpecialSurvey = 9,

    /// <summary>计算机应用能力考试.</summary>
    ComputerExam = 10,

    /// <summary>专业技术职务外语考试.</summary>
    LanguageExam = 11,

    /// <summary>获取专业技术资格（执行资质）; the manual's label, for 执业资质.</summary>
    Qualification = 12,

    /// <summary>服务基层.</summary>
    GrassrootsService = 13,

    /// <summary>支援边疆.</summary>
    FrontierSupport = 14,

    /// <summary>其他.</summary>
    Other = 15,
}
