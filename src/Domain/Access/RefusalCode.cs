namespace HnCe.Domain.Access;

/// <summary>The stable codes of all refusals (拒绝代码).</summary>
public enum RefusalCode
{
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
}
