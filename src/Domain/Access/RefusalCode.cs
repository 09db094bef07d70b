namespace HnCe.Domain.Access;

/// <summary>The closed list of refusal codes (拒绝代码). Clients may rely on them; the Chinese message may change.</summary>
public enum RefusalCode
{
    /// <summary>The thing does not exist or lies outside the caller's jurisdiction; the two are never told apart.</summary>
    NotFound,

    /// <summary>Somebody else changed the same thing in the meantime.</summary>
    Conflict,

    /// <summary>身份证号码不正确 (IND-07, GB 11643).</summary>
    InvalidIdNumber,

    /// <summary>组织机构代码不正确 (GB 11714).</summary>
    InvalidOrganizationCode,

    /// <summary>统一社会信用代码不正确 (GB 32100).</summary>
    InvalidCreditCode,

    /// <summary>ISBN 不正确 (DEC-10, GB/T 5795).</summary>
    InvalidIsbn,

    /// <summary>ISSN 不正确 (DEC-10, GB/T 9999).</summary>
    InvalidIssn,

    /// <summary>专利号不正确 (DEC-10).</summary>
    InvalidPatentNumber,

    /// <summary>A required answer is missing (必填).</summary>
    Required,

    /// <summary>An answer has more characters than allowed (过长).</summary>
    TooLong,

    /// <summary>An answer holds characters that cannot be stored, such as NUL or half of a surrogate pair.</summary>
    InvalidText,

    /// <summary>An answer is not a number, or has too many decimals.</summary>
    NotANumber,

    /// <summary>A number is too small or too large.</summary>
    OutOfRange,

    /// <summary>An answer is not a date of the calendar.</summary>
    InvalidDate,

    /// <summary>A date lies in the future, before its counterpart, or outside the credit year (DEC-05).</summary>
    DateOutOfRange,

    /// <summary>An answer is not among the choices or in the code list.</summary>
    NotAnOption,

    /// <summary>An answer was sent for a field that the type does not have (DEC-10).</summary>
    UnknownField,

    /// <summary>Hours are not a multiple of 0.5 (DEC-04).</summary>
    HoursNotInHalfSteps,

    /// <summary>Hours are below 0.5 or above 200 (DEC-04).</summary>
    HoursOutOfRange,

    /// <summary>Nothing can be declared for this credit year any more, or not yet (计入年度, DEC-05).</summary>
    CreditYearClosed,

    /// <summary>内容框中的文字不得超过 1000 字 (IND-22).</summary>
    RemarkTooLong,

    /// <summary>The declaration type is not offered in this credit year (DEC-10).</summary>
    TypeRetired,

    /// <summary>The same proof was declared before by the same person (DEC-08).</summary>
    DuplicateDeclaration,

    /// <summary>The declaration type is not for this subject category (DEC-07).</summary>
    CategoryNotAllowed,

    /// <summary>Only what the employer registered and has not forwarded can be objected to, once (DEC-09).</summary>
    NotObjectable,

    /// <summary>The person objected to the employer's registration, and the employer has not answered (DEC-09).</summary>
    Objected,

    /// <summary>There is no objection that waits for an answer (DEC-09).</summary>
    NotObjected,

    /// <summary>Only what the employer registered and has not forwarded can be cancelled by it (DEC-09).</summary>
    NotCancellable,

    /// <summary>A declaration type or credit rule would not work as it was written (DEC-10, DEC-11).</summary>
    InvalidStandard,

    /// <summary>A declaration type or credit rule can be revised for a coming year only (DEC-10, DEC-11).</summary>
    StandardInForce,

    /// <summary>The declaration was forwarded or ended: its owner cannot change it (IND-25).</summary>
    NotEditable,

    /// <summary>Only what waits for the employer can be returned (EMP-23).</summary>
    NotReturnable,

    /// <summary>每条其它继续教育形式信息仅允许上报一次 (EMP-22).</summary>
    AlreadyForwarded,

    /// <summary>Not yet sent to the employer, returned or taken back: it cannot be forwarded (EMP-21).</summary>
    NotForwardable,

    /// <summary>该记录已被审核 (REV-13).</summary>
    AlreadyReviewed,

    /// <summary>Only what was passed can be revoked (REV-12).</summary>
    NotPassed,

    /// <summary>公需科目只能送往人社部门 (FWD-01).</summary>
    PublicGoesToBureau,

    /// <summary>The employer has no industry department (EMP-24).</summary>
    NoIndustryDepartment,

    /// <summary>The reviewing organization was retired (FWD-06, PIC-03).</summary>
    TargetRetired,

    /// <summary>Nobody reviews what he filed or what concerns himself (REV-11).</summary>
    OwnDeclaration,

    /// <summary>Nobody decides on his own registration (REV-11).</summary>
    OwnRegistration,

    /// <summary>Only the province decides everything that waits at once (PRO-04).</summary>
    ProvinceOnly,

    /// <summary>A refusal, return or revocation needs a reason (REV-05).</summary>
    ReasonRequired,

    /// <summary>Recognised hours can be set for one declaration at a time only (REV-05).</summary>
    HoursForOneOnly,

    /// <summary>Nothing was selected.</summary>
    NothingSelected,

    /// <summary>More than 500 were selected.</summary>
    TooManySelected,

    /// <summary>Too many jobs of the same account wait or run (CER-01).</summary>
    TooManyJobs,

    /// <summary>What waits is no longer what the reviewer confirmed (REV-04).</summary>
    CountChanged,

    /// <summary>Only an own declaration that was not passed can be replaced (FWD-07).</summary>
    NotReplaceable,

    /// <summary>该身份证号码已注册 (IND-11).</summary>
    AlreadyRegistered,

    /// <summary>该组织机构代码已注册 (MSG-14).</summary>
    CodeTaken,

    /// <summary>The password breaks the rules (ACC-02).</summary>
    WeakPassword,

    /// <summary>One of the last five passwords (ACC-02).</summary>
    PasswordReused,

    /// <summary>The initial password was not used within 72 hours (ACC-02).</summary>
    InitialPasswordExpired,

    /// <summary>The password is right; the code of the second factor is still missing (SEC-B13).</summary>
    SecondFactorRequired,

    /// <summary>The code of the second factor is wrong or was used before (SEC-B13).</summary>
    WrongSecondFactor,

    /// <summary>The link to choose a new password is used, expired or no such link (LOG-10).</summary>
    LinkExpired,

    /// <summary>The landline number has not the shape of one (IND-06).</summary>
    InvalidLandline,

    /// <summary>The postal code is not six digits (IND-06).</summary>
    InvalidPostalCode,

    /// <summary>The mobile phone number has not the shape of one (IND-01).</summary>
    InvalidMobile,

    /// <summary>A telephone or fax number has not the shape of one (EMP-03).</summary>
    InvalidPhone,

    /// <summary>The mail address has not the shape of one (IND-01, EML-03).</summary>
    InvalidMail,

    /// <summary>An address to which codes of a program may be sent is none that can be kept safe (GRAPH-6).</summary>
    InvalidRedirect,

    /// <summary>Another department below the same one has this name (EMP-13).</summary>
    DepartmentNameTaken,

    /// <summary>A department cannot lie below itself, nor deeper than five levels (EMP-13).</summary>
    DepartmentMisplaced,

    /// <summary>People or departments are still in the department (EMP-13).</summary>
    DepartmentInUse,

    /// <summary>The notice on personal information was not agreed to (IND-08).</summary>
    ConsentRequired,

    /// <summary>账户或密码错误 (LOG-02); 原始密码错误 (MSG-13).</summary>
    WrongCredentials,

    /// <summary>验证码错误 (LOG-03).</summary>
    WrongCaptcha,

    /// <summary>此帐号还未被审核 (LOG-04).</summary>
    NotYetApproved,

    /// <summary>此帐号审核未通过 (LOG-06).</summary>
    RegistrationRefused,

    /// <summary>此帐号已被禁用, or its rights were removed (LOG-06).</summary>
    AccountDisabled,

    /// <summary>所属单位已停用 (LOG-06).</summary>
    OrganizationRetired,

    /// <summary>密码错误次数过多 (LOG-06, LOG-07).</summary>
    LockedOut,

    /// <summary>Nobody removes, disables or resets his own account (EMP-12).</summary>
    OwnAccount,

    /// <summary>An organization keeps at least one administrator (EMP-12).</summary>
    LastAdministrator,

    /// <summary>Only an account in force can be disabled, reset or have its rights removed (SPEC §18).</summary>
    AccountNotActive,

    /// <summary>Only a disabled account can be enabled (SPEC §18).</summary>
    AccountNotDisabled,

    /// <summary>The year is not 合格, so there is no certificate (CER-02).</summary>
    YearNotCompleted,

    /// <summary>A character has no glyph in the certificate's fonts.</summary>
    GlyphMissing,

    /// <summary>No file was sent (IND-21).</summary>
    FileRequired,

    /// <summary>The file is empty.</summary>
    FileEmpty,

    /// <summary>The file is larger than 10 MB (IND-24).</summary>
    FileTooLarge,

    /// <summary>The file is none of JPG, PNG, PDF, ZIP (IND-24).</summary>
    FileTypeNotAllowed,

    /// <summary>The content is not what the name says (IND-24).</summary>
    FileTypeMismatch,

    /// <summary>The file is damaged or could do harm.</summary>
    FileUnsafe,

    /// <summary>如有多个文件，请先压缩成一个文件再上传 (IND-21).</summary>
    OneFileOnly,

    /// <summary>Another row of the base data has this name, code or region (BAS-06).</summary>
    AlreadyExists,

    /// <summary>Something still waits for what is to be retired, or hangs below it (BAS-07).</summary>
    PendingItems,

    /// <summary>A change of a past year must be confirmed (REQ-04).</summary>
    ConfirmationRequired,

    /// <summary>The owner has a training subject of this name and year already (SUB-03).</summary>
    DuplicateSubject,

    /// <summary>Classes are filed from passed plans of one's own (CLS-03).</summary>
    PlanNotPassed,

    /// <summary>每个培训班仅允许上报一次成绩: what was submitted is frozen (SCO-08, CLS-05).</summary>
    ClassFrozen,

    /// <summary>A class with scores cannot be deleted (CLS-05).</summary>
    ClassHasScores,

    /// <summary>More trainees than the class or 120 % of the plan takes (CLS-04).</summary>
    CapacityExceeded,

    /// <summary>The class has not ended yet (SCO-10).</summary>
    ClassNotEnded,

    /// <summary>The class has no scores (SCO-10).</summary>
    NoScores,

    /// <summary>Nobody approved has this ID number (SCO-03).</summary>
    TraineeUnknown,

    /// <summary>The person has a score in this class already (SCO-03).</summary>
    TraineeTwice,

    /// <summary>The score is not what the plan's assessment asks for (SCO-04).</summary>
    InvalidScore,
}
