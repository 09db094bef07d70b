using System.Text.Json.Serialization;
using HnCe.Pages.Hosting;

namespace HnCe.Pages.Accounts;

/// <summary>What is filled in at 个人用户注册; one property per field of the page. Source: IND-01 to IND-08.</summary>
public sealed class RegisterForm : PersonForm, IRegistrationForm
{
    public string? IdNumber { get; set; }

    // Never kept while a picker is open, so it never leaves the request.
    [JsonIgnore]
    public string? Password { get; set; }

    [JsonIgnore]
    public string? PasswordAgain { get; set; }

    public string? Employer { get; set; }

    public string? Name { get; set; }

    public bool Consent { get; set; }

    public IReadOnlyList<UserError> Mistyped() =>
        Password == PasswordAgain ? [] : [new("PASSWORD_MISMATCH", "两次录入的密码不一致", "passwordAgain")];

    /// <summary>Takes a choice of a picker; another employer has other departments (PIC-03).</summary>
    public void Take(string field, string choice)
    {
        switch (field)
        {
            case "employer":
                (Employer, Department) = (choice, choice == Employer ? Department : null);
                break;
            case "department":
                Department = choice;
                break;
            case "major":
                Major = choice;
                break;
        }
    }

    /// <summary>The variable <c>input</c> of registerProfessional.</summary>
    public object ToInput() => new
    {
        IdNumber = IdNumber ?? "",
        Password = Password ?? "",
        Mobile = Mobile ?? "",
        Mail = Mail ?? "",
        Name = Name ?? "",
        Employer,
        Department,
        Address,
        Landline,
        Consent,
        Data = Data(),
    };
}
