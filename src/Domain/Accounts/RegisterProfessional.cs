using HnCe.Domain.Access;
using HnCe.Domain.Data;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>What a person fills in to register. Source: IND-01 to IND-08.</summary>
public sealed record ProfessionalRegistration
{
    /// <summary>Who registers.</summary>
    public Applicant Applicant { get; init; } = new();

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
}

/// <summary>个人用户注册: a person registers and waits for the employer. Source: IND-01 to IND-11.</summary>
public sealed class RegisterProfessional(UnitOfWork work, ApplicantAccounts accounts, SecretBox box, TimeProvider clock)
{
    /// <summary>Registers; gathers every refusal. Answers with the key of the registration.</summary>
    public Task<Outcome<long>> RunAsync(ProfessionalRegistration input, CancellationToken cancel) =>
        work.RunAsync<Registration, long>(nameof(RegisterProfessional), async write =>
        {
            var refusals = new List<Refusal>();
            var idNumber = accounts.Check(input.Applicant, refusals);
            if (idNumber is { } number && ((input.Sex is { } sex && sex != number.Sex) || (input.BirthDate is { } birth && birth != number.BirthDate)))
            {
                refusals.Add(AccountRefusals.DisagreesWithIdNumber);
            }

            refusals.AddRange(PersonalDataCheck.Read(input.Data, clock.Today()));
            refusals.AddRange(ContactCheck.ReadOptional(input.Address, input.Landline));
            var (employer, department) = await PlaceAsync(input, refusals, cancel);
            if (refusals.Count > 0)
            {
                return refusals;
            }

            if (await accounts.IsTakenAsync(UserType.Individual, employer!.Id, idNumber!.Value, cancel))
            {
                return AccountRefusals.AlreadyRegistered;
            }

            var person = accounts.Seal(input.Applicant, idNumber.Value);
            var account = accounts.Open(UserType.Individual, employer, person, input.Applicant.Password, AccountState.Pending, write);
            var professional = new Professional(account, person, employer, department, input.Data);
            professional.SetContacts(box.SealOptional(input.Address, SecretBox.Address, person.Hash), box.SealOptional(input.Landline, SecretBox.Landline, person.Hash));
            return accounts.Submit(Registration.Of(professional, write.At), write);
        }, registration => registration.Id, cancel);

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
}
