using System.Text.Json.Serialization;
using HnCe.Pages.Hosting;

namespace HnCe.Pages.Accounts;

/// <summary>申请人账户: what every administrator fills in who registers. Source: EMP-04, INS-03, BUR-01, DEP-01.</summary>
public sealed class ApplicantForm
{
    public string? IdNumber { get; set; }

    public string? Name { get; set; }

    public string? Mobile { get; set; }

    public string? Mail { get; set; }

    // Passwords are never kept, and consent is given with the last press.
    [JsonIgnore]
    public string? Password { get; set; }

    [JsonIgnore]
    public string? PasswordAgain { get; set; }

    [JsonIgnore]
    public bool Consent { get; set; }

    /// <summary>What only the page can tell: the password was typed twice, and differently.</summary>
    public IReadOnlyList<UserError> Mistyped(string path) =>
        Password == PasswordAgain ? [] : [new("PASSWORD_MISMATCH", "两次录入的密码不一致", path)];

    /// <summary>The graph's ApplicantInput.</summary>
    public object ToInput() => new
    {
        IdNumber = IdNumber ?? "",
        Password = Password ?? "",
        Mobile = Mobile ?? "",
        Mail = Mail ?? "",
        Name = Name ?? "",
        Consent,
    };
}

/// <summary>The last part of every registration: password and consent.</summary>
/// <param name="Applicant">Who registers.</param>
/// <param name="NoticeVersion">Version of the notice.</param>
public sealed record ApplicantSecrets(ApplicantForm Applicant, string NoticeVersion);
