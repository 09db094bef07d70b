using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Files;
using HnCe.Domain.Organizations;
using HnCe.Graph.Server;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Testing;

/// <summary>Somebody who registered as administrator of an organization and waits for its reviewer.</summary>
/// <param name="Key">Key of the registration.</param>
/// <param name="Organization">The organization as it was then.</param>
/// <param name="Applicant">The applicant, with what he types to sign in.</param>
public sealed record Waiting(long Key, Organization Organization, Actor Applicant)
{
    /// <summary>Global id of the registration.</summary>
    public string Id => GlobalId.Encode("Registration", Key);
}

/// <summary>Administrators who wait, written as rows: with names, codes and scans of one's choice.</summary>
public sealed partial class World
{
    private const int FirstWaitingCode = 100;
    private int _waiting;

    /// <summary>A new employer whose first administrator waits for a bureau.</summary>
    public Task<Waiting> WaitingEmployerAsync(HrBureau reviewer, string? name = null, MadeUpPerson? person = null, string? code = null) =>
        WaitAsync(RegistrationKind.Employer, person, (bureau, number) =>
            new Employer(name ?? $"待审第{number}小学", code ?? Founding.Code(number), bureau.RegionCode, bureau, null), reviewer);

    /// <summary>A new institution whose first administrator waits for a bureau.</summary>
    public Task<Waiting> WaitingInstitutionAsync(HrBureau reviewer, string? name = null, MadeUpPerson? person = null) =>
        WaitAsync(RegistrationKind.Institution, person, (bureau, number) =>
            new TrainingInstitution(name ?? $"待审第{number}培训中心", Founding.Code(number), bureau.RegionCode, bureau, null), reviewer);

    /// <summary>A new industry department whose first administrator waits for a bureau.</summary>
    public Task<Waiting> WaitingDepartmentAsync(HrBureau reviewer, string? name = null, MadeUpPerson? person = null) =>
        WaitAsync(RegistrationKind.IndustryDepartment, person, (bureau, number) => new IndustryDepartment(name ?? $"待审第{number}局", Founding.Code(number), bureau), reviewer);

    /// <summary>A further administrator of an organization that exists, who waits for the bureau above it.</summary>
    public Task<Waiting> WaitingAdministratorAsync(Organization organization, MadeUpPerson? person = null) => Program.WriteAsync(async (work, write) =>
    {
        var there = await work.Db.Organizations.Include(o => o.Supervisor).SingleAsync(o => o.Id == organization.Id);
        var kind = there is HrBureau ? RegistrationKind.LocalBureau : RegistrationKind.IndustryDepartment;
        return await SendAsync(work.Db, write, kind, there, there.Supervisor!, person ?? Stranger());
    });

    private Task<Waiting> WaitAsync(RegistrationKind kind, MadeUpPerson? person, Func<HrBureau, int, Organization> found, HrBureau reviewer) =>
        Program.WriteAsync(async (work, write) =>
        {
            var bureau = await work.Db.HrBureaus.SingleAsync(b => b.Id == reviewer.Id);
            var scan = new Attachment(Proof.Hash, Proof.Png.Length, FileType.Png, "组织机构代码证.png", null, write.At);
            work.Db.Add(scan);
            await work.Db.SaveChangesAsync();
            var organization = found(bureau, FirstWaitingCode + Interlocked.Increment(ref _waiting));
            organization.AwaitReview(scan);
            organization.Describe(new() { Address = "建设路 1 号", Contact = "赵主任", Phone = "0371-65900000", Mail = "office@wr.example", Nature = "20", InstitutionLevel = "20" });
            work.Db.Add(organization);

            // The sign-in key holds the organization's key.
            await work.Db.SaveChangesAsync();
            var waiting = await SendAsync(work.Db, write, kind, organization, bureau, person ?? Stranger());
            scan.HandTo((await work.Db.Registrations.Include(r => r.Account).SingleAsync(r => r.Id == waiting.Key)).Account);
            work.Db.AddRange(NameGram.Of(organization));
            return waiting;
        });

    private async Task<Waiting> SendAsync(HnCeDbContext db, WriteContext write, RegistrationKind kind, Organization organization, HrBureau reviewer, MadeUpPerson person)
    {
        var role = Founding.RoleOf(organization);
        var registration = new Registration(kind, Founding.Open(role, organization, Founding.Seal(person), AccountState.Pending, write), reviewer, write.At);
        db.Add(registration);
        await db.SaveChangesAsync();
        var applicant = new Actor(this, Caller.Visitor with { Role = role, Address = $"198.51.100.{registration.Id % 250}" }, person, organization.OrgCode, organization.CertificateScanId ?? 0);
        return new(registration.Id, organization, applicant);
    }
}
