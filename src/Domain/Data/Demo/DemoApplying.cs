using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Files;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data.Demo;

/// <summary>Administrators who registered lately and wait for 郑州市: two employers, an institution, an industry department, a district bureau.</summary>
internal sealed class DemoApplying(DemoStage stage)
{
    private const int FirstApplicant = 480;

    public Task RunAsync(DemoProof proofs) => stage.WriteAsync(nameof(DemoApplying), Caller.Visitor, async write =>
    {
        var city = await stage.Db.HrBureaus.SingleAsync(b => b.RegionCode == "410100");
        var district = await stage.Db.HrBureaus.SingleAsync(b => b.RegionCode == "410102");
        var (school, clinic, institution, department) = (DemoAccounts.Applicants[0], DemoAccounts.Applicants[1], DemoAccounts.Applicants[2], DemoAccounts.Applicants[3]);
        await ApplyAsync(0, RegistrationKind.Employer, UserType.Employer, new Employer(school.Name, school.Code, school.Region, city, null), city);
        await ApplyAsync(1, RegistrationKind.Employer, UserType.Employer, new Employer(clinic.Name, clinic.Code, clinic.Region, city, null), city);
        await ApplyAsync(2, RegistrationKind.Institution, UserType.Institution, new TrainingInstitution(institution.Name, institution.Code, institution.Region, city, null), city);
        await ApplyAsync(3, RegistrationKind.IndustryDepartment, UserType.IndustryDepartment, new IndustryDepartment(department.Name, department.Code, city), city);
        await ApplyAsync(4, RegistrationKind.LocalBureau, UserType.LocalBureau, district, city);
        return true;

        async Task ApplyAsync(int index, RegistrationKind kind, UserType role, Organization organization, HrBureau reviewer)
        {
            var person = DemoPerson.Create(FirstApplicant + index);
            var scan = organization.Id == 0 ? await FoundAsync(organization, person, write) : null;
            var account = new Account(role, organization, person.Seal(stage.Box, stage.Clock.Today()), AccountState.Pending, write.At);
            account.SetPassword(DemoAccounts.Password, stage.Hasher);
            scan?.HandTo(account);
            stage.Db.Add(new Registration(kind, account, reviewer, write.At.AddHours(-index)));
            await stage.Db.SaveChangesAsync();
        }

        // The scan comes before the organization, and the organization before the account, whose sign-in key holds its key.
        async Task<Attachment> FoundAsync(Organization organization, DemoPerson person, WriteContext at)
        {
            var proof = await proofs.SaveAsync(person.Number);
            var scan = new Attachment(proof.Hash, proof.Length, FileType.Png, "组织机构代码证.png", null, at.At);
            stage.Db.Add(scan);
            await stage.Db.SaveChangesAsync();
            organization.AwaitReview(scan);
            organization.Describe(new()
            {
                Address = "中原区建设西路 88 号",
                PostalCode = "450007",
                LegalRepresentative = person.Name,
                Contact = person.Name,
                Phone = "0371-67180000",
                Mail = person.Mail,
                ProfessionalCount = organization is Employer ? 46 : null,
                Nature = organization is Employer ? "20" : null,
                InstitutionLevel = organization is TrainingInstitution ? "20" : null,
                Industry = organization is TrainingInstitution ? "P83" : null,
            });
            stage.Db.Add(organization);
            await stage.Db.SaveChangesAsync();
            stage.Db.AddRange(NameGram.Of(organization));
            return scan;
        }
    });
}
