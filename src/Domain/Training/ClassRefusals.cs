using HnCe.Domain.Access;

namespace HnCe.Domain.Training;

/// <summary>Why something cannot be done to a class, its scores or its submission. Messages of SPEC §19 are kept word for word.</summary>
public static class ClassRefusals
{
    /// <summary>The class does not exist or is out of reach.</summary>
    public static readonly Refusal NotFound = new(RefusalCode.NotFound, "没有找到这个培训班", "class");

    /// <summary>The score does not exist or is out of reach.</summary>
    public static readonly Refusal ScoreNotFound = new(RefusalCode.NotFound, "没有找到这条学员成绩");

    /// <summary>The plan does not exist, is another institution's, or has not passed. Source: CLS-03.</summary>
    public static readonly Refusal PlanNotPassed = new(RefusalCode.PlanNotPassed, "只能选择本机构已通过审核的培训计划", "plan");

    /// <summary>The scores were submitted. Source: CLS-05, SCO-10.</summary>
    public static readonly Refusal Frozen = new(RefusalCode.ClassFrozen, "该培训班已上报成绩，不能再修改或删除");

    /// <summary>Scores must go first. Source: CLS-05.</summary>
    public static readonly Refusal HasScores = new(RefusalCode.ClassHasScores, "该培训班已登记学员成绩，请先删除学员成绩");

    /// <summary>Dates in the wrong order. Source: CLS-03.</summary>
    public static readonly Refusal DatesReversed = new(RefusalCode.DateOutOfRange, "结束时间不能早于开班时间", "data.endsOn");

    /// <summary>The class must lie in the plan's training year. Source: CLS-02.</summary>
    public static readonly Refusal OutsideYear = new(RefusalCode.DateOutOfRange, "开班时间须在计划的培训年度内", "data.startsOn");

    /// <summary>A limit is at least one trainee. Source: CLS-03.</summary>
    public static readonly Refusal CapacityNeeded = new(RefusalCode.OutOfRange, "班级人数上限须为 1 至 10000 的整数", "data.capacity");

    /// <summary>More trainees than the class or the plan takes. Source: CLS-04.</summary>
    public static Refusal TooManyTrainees(int planned, int percent) =>
        new(RefusalCode.CapacityExceeded, $"各培训班人数上限合计不得超过 {planned * percent / 100} 人（计划培训 {planned} 人的 {percent}%）", "data.capacity");

    /// <summary>The limit cannot fall below who is entered already. Source: CLS-03.</summary>
    public static readonly Refusal FewerThanEntered = new(RefusalCode.CapacityExceeded, "班级人数上限不能少于已登记成绩的学员人数", "data.capacity");

    /// <summary>The class is full. Source: CLS-03.</summary>
    public static readonly Refusal ClassFull = new(RefusalCode.CapacityExceeded, "学员人数已达班级人数上限，请先修改班级人数上限");

    /// <summary>Nobody approved has this ID number. Source: SCO-03.</summary>
    public static readonly Refusal TraineeUnknown = new(RefusalCode.TraineeUnknown, "没有找到这个身份证号码的专业技术人员，请核对号码；未注册或未通过审核的人员不能登记", "idNumber");

    /// <summary>One row per person and class. Source: SCO-03.</summary>
    public static readonly Refusal TraineeTwice = new(RefusalCode.TraineeTwice, "该学员在本培训班已登记成绩", "idNumber");

    /// <summary>A score from 0 to 100 with one decimal. Source: SCO-04.</summary>
    public static readonly Refusal InvalidScore = new(RefusalCode.InvalidScore, "成绩须为 0 至 100 的数字，最多一位小数", "score");

    /// <summary>合格 or 不合格 is wanted. Source: SCO-04.</summary>
    public static readonly Refusal ResultNeeded = new(RefusalCode.InvalidScore, "请选择合格或不合格", "qualified");

    /// <summary>A remark has its limit.</summary>
    public static readonly Refusal RemarkTooLong = new(RefusalCode.TooLong, "备注不得超过 200 字", "remark");

    /// <summary>A class submits once, whatever the result. Source: MSG-11, SCO-08.</summary>
    public static readonly Refusal SubmittedBefore = new(RefusalCode.ClassFrozen, "每个培训班仅允许上报一次成绩");

    /// <summary>The class is still on. Source: SCO-10.</summary>
    public static readonly Refusal NotEnded = new(RefusalCode.ClassNotEnded, "培训班还没有结束，结束后才能上报成绩");

    /// <summary>There is nothing to submit. Source: SCO-10.</summary>
    public static readonly Refusal NoScores = new(RefusalCode.NoScores, "该培训班还没有登记学员成绩");

    /// <summary>Only what waits can be decided. Source: MSG-18.</summary>
    public static readonly Refusal AlreadyReviewed = new(RefusalCode.AlreadyReviewed, "该记录已被审核");

    /// <summary>Only passed classes can be revoked. Source: REV-12.</summary>
    public static readonly Refusal NotPassed = new(RefusalCode.NotPassed, "只有已通过的培训班可以撤销");

    /// <summary>One does not review what one submitted, or a class one attended. Source: REV-11.</summary>
    public static readonly Refusal OwnClass = new(RefusalCode.OwnDeclaration, "不能审核本人上报的或本人参加的培训班");
}
