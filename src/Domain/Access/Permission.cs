namespace HnCe.Domain.Access;

/// <summary>What an account may do. Who holds which permission, and over which rows, is said once in <see cref="RolePermissions"/>.</summary>
public enum Permission
{
    /// <summary>See and keep one's own account, inbox and menu.</summary>
    UseOwnAccount,

    /// <summary>Change one's own password (修改密码); all that is left to who signed in with the initial one. Source: IND-16, ACC-02.</summary>
    ChangeOwnPassword,

    /// <summary>Ask for a second factor at one's own sign-in (两步验证); for administrators. Source: SEC-B13.</summary>
    UseSecondFactor,

    /// <summary>See professionals (专业技术人员). Source: EMP-16, BUR-13.</summary>
    ViewProfessionals,

    /// <summary>Pass or fail registrations that were sent to one's organization (审核注册账号, 审核账户). Source: EMP-14, BUR-06, BUR-07, PRO-04.</summary>
    ReviewRegistrations,

    /// <summary>Keep the employer's list of professionals (专业技术人员管理). Source: EMP-16.</summary>
    ManageProfessionals,

    /// <summary>Keep the employer's tree of departments (组织机构管理). Source: EMP-13.</summary>
    ManageDepartments,

    /// <summary>See the data of organizations below or beside one. Source: BUR-09 to BUR-12.</summary>
    ViewOrganizations,

    /// <summary>Change the data of one's own organization (单位信息管理, 施教机构信息维护). Source: EMP-08, INS-07.</summary>
    MaintainOrganization,

    /// <summary>Look after the organizations below one's bureau (管理账户). Source: BUR-09 to BUR-12, PRO-06 to PRO-09.</summary>
    ManageOrganizations,

    /// <summary>See accounts of administrators, for the system administrator of everybody. Source: EMP-11, BUR-09, SYS-03.</summary>
    ViewAccounts,

    /// <summary>Add administrators to one's own organization (新增管理员). Source: EMP-11, PRO-03, SYS-04.</summary>
    AddAdministrators,

    /// <summary>Remove the rights of an administrator (移除权限). Source: EMP-11, BUR-09, PRO-06, SYS-04.</summary>
    RevokeAdministrators,

    /// <summary>Reset a password to the initial one (初始化密码). Source: EMP-11, PRO-03, SYS-03.</summary>
    ResetPasswords,

    /// <summary>Disable and enable accounts (禁用、启用). Source: BUR-11, PRO-08, SYS-03.</summary>
    DisableAccounts,

    /// <summary>See training subjects (培训科目). Source: SPEC §17.</summary>
    ViewSubjects,

    /// <summary>Keep one's own training subjects (公需科目管理、专业科目管理). Source: SUB-01.</summary>
    KeepSubjects,

    /// <summary>Keep plans, classes and scores of one's institution, and submit them (培训信息管理). Source: INS-06.</summary>
    ConductTraining,

    /// <summary>Pass or fail plans and class submissions that were sent to one's organization (审核培训计划, 审核培训班申报信息). Source: BUR-08, BUR-15, DEP-09.</summary>
    ReviewTraining,

    /// <summary>Withdraw the hours of a passed class (撤销). Source: REV-12.</summary>
    RevokeTraining,

    /// <summary>See results of trainees (培训班学员成绩) once they are submitted. Source: SPEC §17.</summary>
    ViewTrainingResults,

    /// <summary>Keep bureaus, industry departments, code lists and required hours (基础数据管理). Source: BAS-01 to BAS-05.</summary>
    KeepBaseData,

    /// <summary>Revise declaration types and credit rules, and close credit years (申报类型与学时折算标准). Source: DEC-05, DEC-07, DEC-10, DEC-11.</summary>
    KeepCreditRules,

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

    /// <summary>Register programs that use the graph, and end their access (客户端管理). Source: GRAPH-6.</summary>
    KeepClients,

    /// <summary>Read the audit log (审计日志). Source: GEN-10.</summary>
    ViewAudit,
}
