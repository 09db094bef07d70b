using HnCe.Domain.Certificates;

namespace HnCe.Domain.Tests.Certificates;

internal static class Certificates
{
    public static CertificateFonts Fonts { get; } = CertificateFonts.Load();

    public static CertificatePdf Pdf { get; } = new(Fonts);

    public static CertificateContent Usual { get; } = new()
    {
        Number = "HN20254101000012863M",
        Year = 2025,
        Name = "李慧敏",
        Sex = "女",
        MaskedIdNumber = "410105********7826",
        Employer = "郑州市明德实验中学",
        Title = "一级教师",
        PublicHours = 30,
        ProfessionalHours = 66.5m,
        TotalHours = 96.5m,
        Records =
        [
            new("培训班", "2025年度公需科目网络培训", "公需科目", 30),
            new("培训班", "初中数学新课标专题研修", "专业科目", 40),
            new("发表论文", "核心素养导向的单元作业设计", "专业科目", 20),
            new("学术交流", "全省初中数学教学研讨会", "专业科目", 6.5m),
        ],
        IssuedBy = "郑州市人力资源和社会保障局",
        IssuedOn = new(2026, 1, 12),
        VerificationUrl = "https://hnce.example.gov.cn/verify/HN20254101000012863M?k=8Qm2xT7vRd",
    };

    public static CertificateContent Crowded { get; } = Usual with
    {
        Name = "阿卜杜热西提·买买提明·吐尔逊江",
        Employer = "河南省洛阳市栾川县陶湾镇协心村民委员会中心卫生院附属豫西山区地方病防治研究所（新农合定点）与郑州大学附属医院联合培训基地",
        IssuedBy = "中国（河南）自由贸易试验区郑州航空港经济综合实验区人力资源和社会保障管理服务局",
        Void = true,
        Records = [.. Enumerable.Range(1, 60).Select(i => new CertificateRecord(
            i % 2 == 0 ? "省部级以上科研成果" : "发表论文", $"第{i}项：基于核心素养导向的初中数学大单元整体教学设计与跨学科主题学习实践研究（2025年度）", "专业科目", i % 3 + 0.5m))],
    };
}
