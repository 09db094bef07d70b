using HnCe.Domain.Access;

namespace HnCe.Domain.Declarations;

/// <summary>Why something cannot be done to a declaration. Messages of SPEC §19 are kept word for word.</summary>
public static class DeclarationRefusals
{
    /// <summary>It does not exist or is out of reach.</summary>
    public static readonly Refusal NotFound = new(RefusalCode.NotFound, "没有找到这条继续教育信息");

    /// <summary>Its owner can no longer change it. Source: IND-25.</summary>
    public static readonly Refusal NotEditable = new(RefusalCode.NotEditable, "该记录已由单位申报或已结束，不能再修改或撤回");

    /// <summary>Only what waits for the employer can be returned. Source: EMP-23.</summary>
    public static readonly Refusal NotReturnable = new(RefusalCode.NotReturnable, "只有待单位审核的记录可以退回");

    /// <summary>Forwarded before. Source: MSG-10, EMP-22.</summary>
    public static readonly Refusal AlreadyForwarded = new(RefusalCode.AlreadyForwarded, "每条其它继续教育形式信息仅允许上报一次");

    /// <summary>Not yet sent to the employer, or taken back: nothing to forward.</summary>
    public static readonly Refusal NotForwardable = new(RefusalCode.NotForwardable, "该记录还没有提交给单位或已退回，不能上报");

    /// <summary>The category is settled by forwarding. Source: DEC-06.</summary>
    public static readonly Refusal CategoryFixed = new(RefusalCode.NotEditable, "只有上报以前可以更改科目类型");

    /// <summary>Decided before. Source: MSG-18, REV-13.</summary>
    public static readonly Refusal AlreadyReviewed = new(RefusalCode.AlreadyReviewed, "该记录已被审核");

    /// <summary>Only passed declarations can be revoked. Source: REV-12.</summary>
    public static readonly Refusal NotPassed = new(RefusalCode.NotPassed, "只有已通过的记录可以撤销");

    /// <summary>Public subjects go to the HR bureau. Source: MSG-17, FWD-01.</summary>
    public static readonly Refusal PublicGoesToBureau = new(RefusalCode.PublicGoesToBureau, "公需科目只能送往人社部门", "target");

    /// <summary>The employer has no industry department. Source: EMP-24.</summary>
    public static readonly Refusal NoIndustryDepartment = new(RefusalCode.NoIndustryDepartment, "本单位没有行业主管部门，请选择同级人社部门", "target");

    /// <summary>The reviewing organization was retired. Source: FWD-06.</summary>
    public static readonly Refusal TargetRetired = new(RefusalCode.TargetRetired, "送审部门已停用，请联系系统管理员", "target");

    /// <summary>One does not review what one filed or what concerns oneself. Source: REV-11.</summary>
    public static readonly Refusal OwnDeclaration = new(RefusalCode.OwnDeclaration, "不能审核本人申报或经本人登记、上报的记录");

    /// <summary>A refusal needs a reason. Source: REV-05, EMP-23.</summary>
    public static readonly Refusal ReasonRequired = new(RefusalCode.ReasonRequired, "请填写原因（1 至 500 字），本人会看到", "reason");

    /// <summary>The reason is too long. Source: REV-05.</summary>
    public static readonly Refusal ReasonTooLong = new(RefusalCode.TooLong, "原因不得超过 500 字", "reason");

    /// <summary>Recognised hours above the claimed ones, or not in half steps. Source: REV-05.</summary>
    public static readonly Refusal RecognisedHours = new(RefusalCode.HoursOutOfRange, "认定学时须为 0.5 的倍数，且不超过申报学时", "recognisedHours");

    /// <summary>Recognised hours are set one by one. Source: REV-05.</summary>
    public static readonly Refusal HoursForOneOnly = new(RefusalCode.HoursForOneOnly, "认定学时只能逐条填写；批量审核按申报学时认定", "recognisedHours");

    /// <summary>Nothing was selected.</summary>
    public static readonly Refusal NothingSelected = new(RefusalCode.NothingSelected, "请先选择要处理的记录");

    /// <summary>More ids than a batch takes.</summary>
    public static readonly Refusal TooManySelected = new(RefusalCode.TooManySelected, "一次最多选择 500 条");

    /// <summary>The number that the reviewer confirmed is no longer the number that waits. Source: REV-04.</summary>
    public static Refusal CountChanged(int confirmed, int now) =>
        new(RefusalCode.CountChanged, $"您确认的是 {confirmed} 条，现在待审核的是 {now} 条。请核对后重新确认", "expected");

    /// <summary>The same proof was declared before by the same person. Source: DEC-08.</summary>
    public static readonly Refusal Duplicate = new(RefusalCode.DuplicateDeclaration, "您已用同一成果申报过，不能重复申报", "details");

    /// <summary>The attachment is missing or not the caller's own upload. Source: IND-21.</summary>
    public static readonly Refusal FileRequired = new(RefusalCode.FileRequired, "请选择证明材料文件", "file");

    /// <summary>The person does not belong to the employer or is not approved. Source: EMP-19.</summary>
    public static readonly Refusal PersonNotFound = new(RefusalCode.NotFound, "没有找到本单位的这位专业技术人员", "professional");

    /// <summary>The type is not for this subject category. Source: DEC-07.</summary>
    public static Refusal CategoryNotAllowed(DeclarationTypeDefinition type) =>
        new(RefusalCode.CategoryNotAllowed, $"“{type.Name}”只能申报{(type.Takes(SubjectCategory.Public) ? "公需" : "专业")}科目", "category");

    /// <summary>Only what the employer registered and has not forwarded can be objected to, and only once. Source: DEC-09.</summary>
    public static readonly Refusal NotObjectable = new(RefusalCode.NotObjectable, "只能对单位代为登记、尚未上报的记录提出异议，每条一次");

    /// <summary>The person objected, and the employer has not answered. Source: DEC-09.</summary>
    public static readonly Refusal Objected = new(RefusalCode.Objected, "本人对单位的登记有异议。请先撤销登记，或者说明理由后再上报");

    /// <summary>There is no objection to be answered. Source: DEC-09.</summary>
    public static readonly Refusal NotObjected = new(RefusalCode.NotObjected, "这条记录没有待答复的异议");

    /// <summary>Only what the employer registered itself and has not forwarded can it take back. Source: DEC-09.</summary>
    public static readonly Refusal NotCancellable = new(RefusalCode.NotCancellable, "只有本单位代为登记、尚未上报的记录可以撤销登记");

    /// <summary>The objection says nothing. Source: DEC-09.</summary>
    public static readonly Refusal ObjectionRequired = new(RefusalCode.ReasonRequired, "请写明异议（1 至 500 字），单位会看到", "note");

    /// <summary>The objection is too long. Source: DEC-09.</summary>
    public static readonly Refusal ObjectionTooLong = new(RefusalCode.TooLong, "异议不得超过 500 字", "note");

    /// <summary>What is replaced must be an own declaration that was not passed. Source: FWD-07.</summary>
    public static readonly Refusal NotReplaceable = new(RefusalCode.NotReplaceable, "只有本人未通过的记录可以重新申报替换", "replaces");
}
