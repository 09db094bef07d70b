using HnCe.Domain.Access;

namespace HnCe.Domain.Training;

/// <summary>Why something cannot be done to a training plan.</summary>
public static class PlanRefusals
{
    /// <summary>It does not exist or is out of reach.</summary>
    public static readonly Refusal NotFound = new(RefusalCode.NotFound, "没有找到这个培训计划");

    /// <summary>It passed: frozen. Source: PLN-01, PLN-08.</summary>
    public static readonly Refusal Frozen = new(RefusalCode.NotEditable, "已通过的培训计划不能修改或删除，只能修改备注");

    /// <summary>It was sent for review before, so it is no draft any more.</summary>
    public static readonly Refusal NoDraft = new(RefusalCode.NotEditable, "已送审的培训计划不能再存为草稿，请直接保存并送审");

    /// <summary>Only a passed plan has nothing but its remark to change. Source: PLN-08.</summary>
    public static readonly Refusal NotPassed = new(RefusalCode.NotPassed, "只有已通过的培训计划单独修改备注，请直接修改计划");

    /// <summary>One does not review what one submitted. Source: REV-11.</summary>
    public static readonly Refusal OwnPlan = new(RefusalCode.OwnDeclaration, "不能审核本人提交的培训计划");

    /// <summary>The institution has changed it since the reviewer looked at it. Source: REV-13.</summary>
    public static readonly Refusal ChangedMeanwhile = new(RefusalCode.Conflict, "该计划在您查看之后已被申报机构修改，请重新查看后再审核");

    /// <summary>No subject was chosen, or one that does not exist. Source: PLN-04.</summary>
    public static readonly Refusal SubjectRequired = new(RefusalCode.Required, "请选择培训科目", "subject");

    /// <summary>The subject is of the other category. Source: PLN-02.</summary>
    public static readonly Refusal OtherCategory = new(RefusalCode.NotAnOption, "所选培训科目不属于所选科目类型，请重新选择", "subject");

    /// <summary>The subject is of another training year. Source: PLN-04.</summary>
    public static readonly Refusal OtherYear = new(RefusalCode.NotAnOption, "所选培训科目不是该培训年度的科目，请重新选择", "subject");

    /// <summary>The subject is not offered to new plans any more. Source: SUB-03.</summary>
    public static readonly Refusal SubjectRetired = new(RefusalCode.NotAnOption, "所选培训科目已停用，请选择其他科目", "subject");

    /// <summary>No reviewing body was chosen. Source: PLN-04.</summary>
    public static readonly Refusal TargetRequired = new(RefusalCode.Required, "请选择送审部门", "target");

    /// <summary>The institution has no industry department. Source: PLN-03.</summary>
    public static readonly Refusal NoIndustryDepartment = new(RefusalCode.NoIndustryDepartment, "本机构没有行业主管部门，请选择同级人社部门", "target");

    /// <summary>The attachment is not the caller's own upload.</summary>
    public static readonly Refusal UnknownFile = new(RefusalCode.FileRequired, "没有找到附件，请重新选择文件", "file");

    /// <summary>A batch with plans that passed: none is deleted, and the passed ones are named. Source: PLN-07.</summary>
    public static Refusal PassedAmong(IReadOnlyList<string> names)
    {
        var named = string.Concat(names.Take(10).Select(name => $"“{name}”"));
        return new(RefusalCode.NotEditable, $"已通过的培训计划不能删除：{named}{(names.Count > 10 ? $"等 {names.Count} 项" : "")}。所选计划都没有删除，请去掉已通过的再删除", "ids");
    }
}
