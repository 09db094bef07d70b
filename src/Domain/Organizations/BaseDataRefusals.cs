using HnCe.Domain.Access;

namespace HnCe.Domain.Organizations;

/// <summary>Why base data cannot be added, changed or retired. Source: BAS-01 to BAS-07.</summary>
public static class BaseDataRefusals
{
    /// <summary>No such bureau.</summary>
    public static readonly Refusal BureauNotFound = new(RefusalCode.NotFound, "没有找到这个人社局");

    /// <summary>No such industry department.</summary>
    public static readonly Refusal DepartmentNotFound = new(RefusalCode.NotFound, "没有找到这个行业主管部门");

    /// <summary>There is exactly one province. Source: BAS-02.</summary>
    public static readonly Refusal OneProvince = new(RefusalCode.NotAnOption, "省级人社部门只有一个，不能新增", "tier");

    /// <summary>The province can be renamed, nothing else. Source: BAS-02.</summary>
    public static readonly Refusal ProvinceStays = new(RefusalCode.NotAnOption, "省级人社部门只能改名称、代码和联系方式，不能移动、更改级别或停用");

    /// <summary>Source: BAS-06.</summary>
    public static readonly Refusal ParentRequired = new(RefusalCode.Required, "请选择正常使用的上级人社局", "parent");

    /// <summary>The tree goes down by tiers, so it has no cycles. Source: Q4.</summary>
    public static readonly Refusal ParentNotAbove = new(RefusalCode.NotAnOption, "上级人社局的级别须高于本局", "parent");

    /// <summary>The tree goes down by tiers. Source: Q4.</summary>
    public static readonly Refusal BureausBelow = new(RefusalCode.NotAnOption, "本局下面还有人社局，级别须高于它们", "tier");

    /// <summary>Source: BAS-06.</summary>
    public static readonly Refusal RegionRequired = new(RefusalCode.Required, "请选择所属区域", "regionCode");

    /// <summary>A prefecture is no county. Source: BAS-06.</summary>
    public static readonly Refusal RegionOfAnotherTier = new(RefusalCode.NotAnOption, "所属区域与级别不符，请核对", "regionCode");

    /// <summary>Two bureaus of one region would share their level columns. Source: BAS-06.</summary>
    public static readonly Refusal RegionTaken = new(RefusalCode.AlreadyExists, "该区域已有人社局，不能重复", "regionCode");

    /// <summary>Source: BAS-06, PIC-02.</summary>
    public static readonly Refusal SupervisorRequired = new(RefusalCode.Required, "请选择所属区域的同级人社部门", "supervisor");

    /// <summary>Source: BAS-06.</summary>
    public static readonly Refusal UnknownIndustry = new(RefusalCode.NotAnOption, "行业不在可选范围内，请重新选择", "industry");

    /// <summary>What lies below a retired bureau cannot be used again. Source: BAS-07.</summary>
    public static readonly Refusal SupervisorRetired = new(RefusalCode.OrganizationRetired, "上级或同级人社部门已停用，请先启用它");

    /// <summary>Source: BAS-06, SPEC §18.</summary>
    public static readonly Refusal NameTaken = new(RefusalCode.AlreadyExists, "该名称已存在，不能重复", "name");

    /// <summary>Source: BAS-06, SPEC §18.</summary>
    public static readonly Refusal CodeTaken = new(RefusalCode.AlreadyExists, "该代码已存在，不能重复", "code");
}
