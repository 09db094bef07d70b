namespace HnCe.Domain.Access;

/// <summary>What an account may do. Who holds which permission, and over which rows, is said once in <see cref="RolePermissions"/>.</summary>
public enum Permission
{
    /// <summary>See one's own account, inbox and menu.</summary>
    UseOwnAccount,

    /// <summary>See professionals (专业技术人员). Source: EMP-16, BUR-13.</summary>
    ViewProfessionals,

    /// <summary>Pass or fail registrations of professionals (审核注册账号). Source: EMP-14.</summary>
    ReviewRegistrations,

    /// <summary>See the data of organizations below or beside one. Source: BUR-09 to BUR-12.</summary>
    ViewOrganizations,

    /// <summary>Declare one's own continuing education (申报继续教育信息). Source: IND-19.</summary>
    Declare,

    /// <summary>See declarations (继续教育信息). Source: IND-17, EMP-17, BUR-13.</summary>
    ViewDeclarations,

    /// <summary>Register on behalf, return and forward declarations (登记、退回、上报). Source: EMP-18 to EMP-23.</summary>
    ForwardDeclarations,

    /// <summary>Pass or fail declarations that were forwarded to one's own organization. Source: REV-06.</summary>
    ReviewDeclarations,

    /// <summary>Withdraw the hours of a passed declaration (撤销). Source: REV-12.</summary>
    RevokeDeclarations,

    /// <summary>See yearly completion (年度学时完成情况). Source: IND-26, BUR-13.</summary>
    ViewYearCompletions,

    /// <summary>See issued certificates without printing them. Source: CER-01.</summary>
    ViewCertificates,

    /// <summary>Issue and print certificates (证书打印). Source: EMP-25, CER-01.</summary>
    IssueCertificates,

    /// <summary>See another person's full ID number or phone; each look is audited. Source: RULES on masking.</summary>
    RevealPersonalData,

    /// <summary>Read the audit log (审计日志). Source: GEN-10.</summary>
    ViewAudit,
}
