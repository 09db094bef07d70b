using System.Text.RegularExpressions;
using HnCe.Domain.Access;

namespace HnCe.Domain.Accounts;

/// <summary>申请人账户: what everybody fills in who asks for an account, whatever the account is for. Source: IND-01, EMP-04, INS-03, BUR-01, DEP-01.</summary>
public sealed record Applicant
{
    /// <summary>身份证号码, the later sign-in name.</summary>
    public string IdNumber { get; init; } = "";

    /// <summary>密码.</summary>
    public string Password { get; init; } = "";

    /// <summary>手机号码.</summary>
    public string Mobile { get; init; } = "";

    /// <summary>电子邮箱; the verdict is sent there. Source: EML-03.</summary>
    public string Mail { get; init; } = "";

    /// <summary>真实姓名.</summary>
    public string Name { get; init; } = "";

    /// <summary>Agrees to the notice on personal information. Source: IND-08.</summary>
    public bool Consent { get; init; }
}

/// <summary>Checks an <see cref="Applicant"/>. Source: IND-01, IND-07, IND-08, ACC-02, EML-03.</summary>
internal static partial class ApplicantCheck
{
    private const int MostName = 50;

    /// <summary>All refusals, at <c>idNumber</c>, <c>password</c>, <c>mobile</c>, <c>mail</c>, <c>name</c> and <c>consent</c>.</summary>
    public static IEnumerable<Refusal> Read(Applicant applicant, IdNumber? idNumber) =>
        ReadPerson(applicant, idNumber).Concat(PasswordRules.Check(applicant.Password, idNumber));

    /// <summary>All refusals but those about the password, for accounts that begin with the initial one.</summary>
    public static IEnumerable<Refusal> ReadPerson(Applicant applicant, IdNumber? idNumber)
    {
        if (idNumber is null)
        {
            yield return AccountRefusals.InvalidIdNumber;
        }

        foreach (var refusal in ContactCheck.Read(applicant.Mobile, applicant.Mail))
        {
            yield return refusal;
        }

        if (applicant.Name.Trim() is var name && (name.Length > MostName || !NameShape().IsMatch(name)))
        {
            yield return AccountRefusals.InvalidName;
        }

        if (!applicant.Consent)
        {
            yield return AccountRefusals.ConsentRequired;
        }
    }

    // Rare characters (生僻字) lie beyond the first plane and are two code units each, from D840 to D8BF and what follows.
    [GeneratedRegex(@"^([\p{L}\p{M}·•]|[\uD840-\uD8BF][\uDC00-\uDFFF])([\p{L}\p{M}·• ]|[\uD840-\uD8BF][\uDC00-\uDFFF]){0,48}([\p{L}\p{M}]|[\uD840-\uD8BF][\uDC00-\uDFFF])$", RegexOptions.NonBacktracking)]
    private static partial Regex NameShape();
}
