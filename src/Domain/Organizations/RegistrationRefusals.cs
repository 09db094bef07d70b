using HnCe.Domain.Access;

namespace HnCe.Domain.Organizations;

/// <summary>Why an organization cannot be registered. Messages of SPEC §19 are kept word for word.</summary>
internal static class RegistrationRefusals
{
    /// <summary>Source: MSG-14.</summary>
    public static readonly Refusal CodeTaken = new(RefusalCode.CodeTaken, "该组织机构代码已注册");

    /// <summary>Source: EMP-01, INS-01.</summary>
    public static readonly Refusal ScanRequired = new(RefusalCode.FileRequired, "请上传组织机构代码证扫描件；上传后超过两小时的须重新上传");

    /// <summary>Source: EMP-03.</summary>
    public static readonly Refusal NameRequired = new(RefusalCode.Required, "请填写单位名称（2 至 100 个字）");

    /// <summary>Source: EMP-03.</summary>
    public static readonly Refusal RegionRequired = new(RefusalCode.Required, "请选择所属区域");

    /// <summary>Source: PIC-03.</summary>
    public static readonly Refusal RegionGone = new(RefusalCode.NotAnOption, "所选区域不存在或已撤销，请重新选择");

    /// <summary>Source: EMP-02.</summary>
    public static readonly Refusal BureauRequired = new(RefusalCode.Required, "请选择同级人社部门");

    /// <summary>Source: PIC-03.</summary>
    public static readonly Refusal BureauElsewhere = new(RefusalCode.NotAnOption, "所选人社部门不管辖所选区域，请重新选择");

    /// <summary>Source: PIC-03, BAS-07.</summary>
    public static readonly Refusal BureauRetired = new(RefusalCode.TargetRetired, "所选人社部门已停用，请重新选择");

    /// <summary>Source: PIC-03.</summary>
    public static readonly Refusal DepartmentElsewhere = new(RefusalCode.NotAnOption, "所选行业主管部门不存在或不管辖所选区域，请重新选择");

    /// <summary>Source: PIC-03, BAS-07.</summary>
    public static readonly Refusal DepartmentRetired = new(RefusalCode.TargetRetired, "所选行业主管部门已停用，请重新选择");

    /// <summary>Source: BUR-01, GEN-02.</summary>
    public static readonly Refusal NotALocalBureau = new(RefusalCode.NotAnOption, "请选择市、区（县）人社局");

    /// <summary>Nobody is there to review. Source: BUR-03, Q4.</summary>
    public static readonly Refusal ParentRetired = new(RefusalCode.TargetRetired, "上级人社部门已停用，暂时不能注册，请联系省人力资源和社会保障厅");
}
