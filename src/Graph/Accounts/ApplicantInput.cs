using HnCe.Domain.Accounts;
using HnCe.Graph.Server;

namespace HnCe.Graph.Accounts;

/// <summary>Who registers, and will be an administrator. 申请人账户. EMP-04, INS-03, BUR-01, DEP-01.</summary>
public sealed class ApplicantInput
{
    /// <summary>身份证号码, the later sign-in name; 18 characters. IND-07.</summary>
    public required string IdNumber { get; init; }

    /// <summary>密码: 8 to 32 characters, three of four classes. ACC-02.</summary>
    public required string Password { get; init; }

    /// <summary>手机号码, 11 digits.</summary>
    public required string Mobile { get; init; }

    /// <summary>电子邮箱; the verdict is sent there. EML-03.</summary>
    public required string Mail { get; init; }

    /// <summary>真实姓名.</summary>
    public required string Name { get; init; }

    /// <summary>Agrees to the notice on personal information. IND-08.</summary>
    public required bool Consent { get; init; }

    internal Applicant ToApplicant() => new() { IdNumber = IdNumber, Password = Password, Mobile = Mobile, Mail = Mail, Name = Name, Consent = Consent };
}

/// <summary>What came of a registration, of whatever kind.</summary>
public abstract class RegistrationPayload : Payload
{
    /// <summary>What to tell the applicant, in the words of the manual; null when refused. MSG-01 to MSG-05.</summary>
    public string? Message { get; init; }
}
