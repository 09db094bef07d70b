using HnCe.Domain.Access;

namespace HnCe.Domain.Organizations;

/// <summary>Why the tree of departments stays as it is. Source: EMP-13.</summary>
public static class DepartmentRefusals
{
    /// <summary>The department does not exist or is another employer's.</summary>
    public static readonly Refusal NotFound = new(RefusalCode.NotFound, "没有找到本单位的这个部门", "department");

    /// <summary>A department needs a name.</summary>
    public static readonly Refusal NameRequired = new(RefusalCode.Required, "请填写部门名称", "name");

    /// <summary>The name is too long.</summary>
    public static readonly Refusal NameTooLong = new(RefusalCode.TooLong, $"部门名称不得超过 {DepartmentTree.MostName} 个字", "name");

    /// <summary>The name cannot be stored.</summary>
    public static readonly Refusal NameUnstorable = new(RefusalCode.InvalidText, "部门名称含有无法保存的字符", "name");

    /// <summary>A sister has this name.</summary>
    public static readonly Refusal NameTaken = new(RefusalCode.DepartmentNameTaken, "同一上级部门下已有这个名称，请换一个名称；停用的部门可以重新启用", "name");

    /// <summary>The order is a small number.</summary>
    public static readonly Refusal OrderOutOfRange = new(RefusalCode.OutOfRange, "排序为 0 至 9999 的整数", "order");

    /// <summary>The parent is missing, retired or another employer's.</summary>
    public static readonly Refusal NoParent = new(RefusalCode.NotAnOption, "所选上级部门不存在或已停用，请重新选择", "parent");

    /// <summary>A department cannot lie below itself.</summary>
    public static readonly Refusal BelowItself = new(RefusalCode.DepartmentMisplaced, "不能把部门放在它自己或它的下级部门之下", "parent");

    /// <summary>The tree would be too deep.</summary>
    public static readonly Refusal TooDeep = new(RefusalCode.DepartmentMisplaced, $"部门最多 {DepartmentTree.MostLevels} 级", "parent");

    /// <summary>Somebody or something is still in it.</summary>
    public static Refusal InUse(int people, int below) => new(RefusalCode.DepartmentInUse, (people, below) switch
    {
        (> 0, > 0) => $"该部门还有 {people} 名专业技术人员和 {below} 个下级部门，不能停用",
        (> 0, _) => $"该部门还有 {people} 名专业技术人员，不能停用",
        _ => $"该部门还有 {below} 个下级部门，不能停用，请先停用下级部门",
    });
}
