namespace HnCe.Domain.Access;

/// <summary>The seven kinds of account (用户类型) chosen at sign-in; each has its own menu and rights. Source: GEN-01.</summary>
public enum UserType
{
    /// <summary>个人: a professional.</summary>
    Individual,

    /// <summary>单位: an administrator of an employer.</summary>
    Employer,

    /// <summary>施教机构: an administrator of a training institution.</summary>
    Institution,

    /// <summary>市、区（县）人社局: an administrator of a city or county HR bureau.</summary>
    LocalBureau,

    /// <summary>行业主管部门: an administrator of an industry department.</summary>
    IndustryDepartment,

    /// <summary>省人力资源和社会保障厅: an administrator of the provincial HR department.</summary>
    ProvincialDepartment,

    /// <summary>系统管理员: keeps base data and accounts, sees no business data. Source: SYS-06.</summary>
    SystemAdmin,
}
