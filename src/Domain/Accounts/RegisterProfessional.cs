using System.Text.RegularExpressions;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>What a person fills in to register. Source: IND-01 to IND-08.</summary>
public sealed record ProfessionalRegistration
{
    /// <summary>身份证号码, the later sign-in name.</summary>
    public string IdNumber { get; init; } = "";

    /// <summary>密码.</summary>
    public string Password { get; init; } = "";

    /// <summary>手机号码.</summary>
    public string Mobile { get; init; } = "";

    /// <summary>电子邮箱.</summary>
    public string Mail { get; init; } = "";

    /// <summary>真实姓名.</summary>
    public string Name { get; init; } = "";

    /// <summary>Sex as filled in, if asked; must agree with the ID number.</summary>
    public Sex? Sex { get; init; }

    /// <summary>出生年月 as filled in, if asked; must agree with the ID number.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Key of the employer.</summary>
    public long? EmployerId { get; init; }

    /// <summary>Key of the department.</summary>
    public long? DepartmentId { get; init; }

    /// <summary>联系地址.</summary>
    public string? Address { get; init; }

    /// <summary>固定电话.</summary>
    public string? Landline { get; init; }

    /// <summary>Title, education and the rest.</summary>
    public PersonalData Data { get; init; } = new();

    /// <summary>Agrees to the notice on personal information. Source: IND-08.</summary>
    public bool Consent { get; init; }
}

/// <summary>个人用户注册: a person registers and waits for the employer. Source: IND-01 to IND-11.</summary>
public sealed partial class RegisterProfessional(UnitOfWork work, SecretBox box, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    private const int MostName = 50;

    /// <summary>Registers; gathers every refusal. Answers with the key of the registration.</summary>
    public Task<Outcome<long>> RunAsync(ProfessionalRegistration input, CancellationToken cancel) =>
        work.RunAsync<Registration, long>(nameof(RegisterProfessional), async write =>
        {
            var refusals = new List<Refusal>();
            var isNumber = IdNumber.TryParse(input.IdNumber, clock.Today(), out var idNumber);
            CheckPerson(input, isNumber ? idNumber : null, refusals);
            refusals.AddRange(PersonalDataCheck.Read(input.Data, clock.Today()));
            refusals.AddRange(ContactCheck.ReadOptional(input.Address, input.Landline));
            var (employer, department) = await PlaceAsync(input, refusals, cancel);
            if (refusals.Count > 0)
            {
                return refusals;
            }

            var person = Person.Seal(idNumber, input.Name.Trim(), input.Mobile.Trim(), input.Mail.Trim(), box);
            var account = new Account(UserType.Individual, employer, person, AccountState.Pending, write.At);
            if (await work.Db.Accounts.AnyAsync(a => a.NormalizedUserName == account.NormalizedUserName, cancel))
            {
                return AccountRefusals.AlreadyRegistered;
            }

            account.SetPassword(input.Password, hasher);
            var professional = new Professional(account, person, employer!, department, input.Data);
            professional.SetContacts(box.SealOptional(input.Address, SecretBox.Address, person.Hash), box.SealOptional(input.Landline, SecretBox.Landline, person.Hash));
            var registration = Registration.Of(professional, write.At);
            work.Db.Add(registration);
            write.Note("PersonalDataNotice", $"\"{PersonalDataNotice.Version}\"");
            return registration;
        }, registration => registration.Id, cancel);

    internal static void CheckPerson(ProfessionalRegistration input, IdNumber? idNumber, List<Refusal> refusals)
    {
        refusals.AddRange(PasswordRules.Check(input.Password, idNumber));
        if (idNumber is not { } number)
        {
            refusals.Add(AccountRefusals.InvalidIdNumber);
        }
        else if ((input.Sex is { } sex && sex != number.Sex) || (input.BirthDate is { } birth && birth != number.BirthDate))
        {
            refusals.Add(AccountRefusals.DisagreesWithIdNumber);
        }

        refusals.AddRange(ContactCheck.Read(input.Mobile, input.Mail));

        if (input.Name.Trim() is var name && (name.Length > MostName || !NameShape().IsMatch(name)))
        {
            refusals.Add(AccountRefusals.InvalidName);
        }

        if (!input.Consent)
        {
            refusals.Add(AccountRefusals.ConsentRequired);
        }
    }

    private async Task<(Employer? Employer, Department? Department)> PlaceAsync(ProfessionalRegistration input, List<Refusal> refusals, CancellationToken cancel)
    {
        var employer = await work.Db.Employers.SingleOrDefaultAsync(e => e.Id == input.EmployerId && e.State == OrganizationState.Active, cancel);
        if (employer is null)
        {
            refusals.Add(AccountRefusals.EmployerRequired);
            return (null, null);
        }

        // PIC-03: the relation is checked again here, whatever the picker offered.
        var department = await work.Db.Departments.SingleOrDefaultAsync(d => d.Id == input.DepartmentId && d.EmployerId == employer.Id && !d.Retired, cancel);
        if (input.DepartmentId is not null && department is null)
        {
            refusals.Add(AccountRefusals.ForeignDepartment);
        }

        return (employer, department);
    }

    // Rare characters (生僻字) lie beyond the first plane and are two code units each, from D840 to D8BF and what follows.
    [GeneratedRegex(@"^([\p{L}\p{M}·•]|[\uD840-\uD8BF][\uDC00-\uDFFF])([\p{L}\p{M}·• ]|[\uD840-\uD8BF][\uDC00-\uDFFF]){0,48}([\p{L}\p{M}]|[\uD840-\uD8BF][\uDC00-\uDFFF])$", RegexOptions.NonBacktracking)]
    private static partial Regex NameShape();
}
