using HnCe.Domain.Access;
using HnCe.Domain.Declarations;
using HnCe.Domain.Organizations;
using HnCe.Domain.ReferenceData;

namespace HnCe.Domain.Training;

/// <summary>Checks what a plan says, which subject it is about and who is to review it. Source: PLN-02 to PLN-05.</summary>
public static class PlanCheck
{
    private const int MostTrainees = 10_000;

    /// <summary>All refusals that the data deserve; <paramref name="subject"/> bounds the hours. What is missing has the code Required, so that a draft may leave it out.</summary>
    public static IEnumerable<Refusal> Read(PlanData data, Subject? subject, DateOnly today) =>
    [
        .. TextRule.Check(data.Name, 100, "name", "计划名称", required: true),
        .. Years(data, today),
        .. Form(data.Form),
        .. Hours(data.Hours, subject),
        .. Trainees(data.PlannedTrainees),
        .. TextRule.Check(data.Audience, 100, "audience", "培训对象"),
        .. Dates(data),
        .. TextRule.Check(data.Place, 100, "place", "培训地点", required: true),
        .. TextRule.Check(data.Teachers, 100, "teachers", "主讲教师"),
        .. TextRule.Check(data.Fee, 100, "fee", "收费标准"),
        .. data.PassMark is < 0 or > 100 || data.PassMark * 10 % 1 != 0 ? [new Refusal(RefusalCode.OutOfRange, "合格分数线应在 0 到 100 之间，最多一位小数", "passMark")] : Array.Empty<Refusal>(),
        .. TextRule.Check(data.Content, 2000, "content", "培训内容"),
        .. TextRule.Check(data.Remark, 500, "remark", "备注"),
    ];

    /// <summary>
    /// The subject must be of the category and training year, and on offer; a plan keeps the one it has, also when that was retired meanwhile.
    /// Source: PLN-02, PLN-04, SUB-03.
    /// </summary>
    public static IEnumerable<Refusal> Subject(Subject? subject, SubjectCategory category, int trainingYear, long? keptId) => subject switch
    {
        null => [PlanRefusals.SubjectRequired],
        _ when subject.Category != category => [PlanRefusals.OtherCategory],
        { Retired: true } when subject.Id != keptId => [PlanRefusals.SubjectRetired],
        _ when subject.Data.TrainingYear != trainingYear => [PlanRefusals.OtherYear],
        _ => [],
    };

    /// <summary>Public plans go to the same-level bureau, professional ones to it or to the industry department. Source: PLN-03.</summary>
    public static IEnumerable<Refusal> Target(SubjectCategory category, ForwardTarget? asked, Organization? found) => (asked, found) switch
    {
        (null, _) => [PlanRefusals.TargetRequired],
        (ForwardTarget.IndustryDepartment, _) when category is SubjectCategory.Public => [DeclarationRefusals.PublicGoesToBureau],
        (_, null) => [PlanRefusals.NoIndustryDepartment],
        (_, not { State: OrganizationState.Active }) => [DeclarationRefusals.TargetRetired],
        _ => [],
    };

    // Hours count in the year of training or in the next one, as those of declarations do (DEC-05).
    private static IEnumerable<Refusal> Years(PlanData data, DateOnly today)
    {
        var open = TrainingYears.Open(today);
        if (!open.Contains(data.TrainingYear))
        {
            yield return SubjectRefusals.YearClosed(open);
        }
        else if (!CreditYearWindow.Covers(data.CreditYear, new(data.TrainingYear, 12, 31)) || data.CreditYear < new CreditYearWindow().Open(today)[^1])
        {
            yield return new(RefusalCode.CreditYearClosed, "继续教育年度应为培训年度或其下一年，且还没有截止", "creditYear");
        }
    }

    private static Refusal[] Form(string form) =>
        form.Length == 0 ? [new(RefusalCode.Required, "请选择培训形式", "form")]
        : SeedFile.HasCode("training_forms", form) ? [] : [new(RefusalCode.NotAnOption, "培训形式不在可选范围内，请重新选择", "form")];

    private static Refusal[] Hours(decimal hours, Subject? subject) =>
        hours == 0 ? [new(RefusalCode.Required, "请填写学时", "hours")]
        : ClaimedHours.Check(hours, "学时", "hours") is { } refusal ? [refusal]
        : hours > subject?.Data.Hours ? [new(RefusalCode.HoursOutOfRange, $"学时不得超过该科目的建议学时 {subject.Data.Hours:0.#}", "hours")]
        : [];

    private static Refusal[] Trainees(int trainees) =>
        trainees == 0 ? [new(RefusalCode.Required, "请填写计划培训人数", "plannedTrainees")]
        : trainees is < 0 or > MostTrainees ? [new(RefusalCode.OutOfRange, $"计划培训人数应在 1 到 {MostTrainees} 之间", "plannedTrainees")]
        : [];

    private static IEnumerable<Refusal> Dates(PlanData data)
    {
        if (data.StartsOn == default)
        {
            yield return new(RefusalCode.Required, "请填写培训开始时间", "startsOn");
        }
        else if (data.StartsOn.Year != data.TrainingYear)
        {
            yield return new(RefusalCode.DateOutOfRange, "培训应在培训年度内开始", "startsOn");
        }

        if (data.EndsOn == default)
        {
            yield return new(RefusalCode.Required, "请填写培训结束时间", "endsOn");
        }
        else if (data.EndsOn < data.StartsOn)
        {
            yield return new(RefusalCode.DateOutOfRange, "培训结束时间不能早于开始时间", "endsOn");
        }
        else if (data.EndsOn.Year > data.CreditYear)
        {
            yield return new(RefusalCode.DateOutOfRange, "培训应在继续教育年度结束前完成", "endsOn");
        }
    }
}
