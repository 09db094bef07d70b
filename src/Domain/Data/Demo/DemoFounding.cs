using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Files;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Data.Demo;

/// <summary>First scene: organizations, departments and administrators.</summary>
internal sealed class DemoFounding(DemoStage stage)
{
    public async Task RunAsync(DemoProof proofs)
    {
        await stage.WriteAsync(nameof(SeedDemoData), Caller.System, async _ =>
        {
            List<Organization> founded = await FoundAsync();
            stage.Db.AddRange(founded);
            await stage.Db.SaveChangesAsync();
            stage.Db.AddRange(founded.SelectMany(NameGram.Of));
            return founded.Count;
        });
        await AppointAsync(proofs);
    }

    private async Task<List<Organization>> FoundAsync()
    {
        var bureaus = (await stage.Db.HrBureaus.ToListAsync()).ToDictionary(bureau => bureau.RegionCode);
        var departments = DemoAccounts.Departments.Select(d => new IndustryDepartment(d.Name, d.Code, bureaus[d.Region])).ToList();
        foreach (var (seed, i) in DemoSeed.Employers.Select((seed, i) => (seed, i)))
        {
            // The department sits in the city, also for employers of a county.
            var industry = seed.Industry is null ? null : departments.Single(d => d.RegionCode[..4] == seed.Region[..4] && d.Name.EndsWith(seed.Industry, StringComparison.Ordinal));
            var employer = new Employer(seed.Name, DemoAccounts.Employer(i).Code, seed.Region, bureaus[seed.Region], industry);
            stage.Employers.Add(employer);
            Divide(employer, seed.Departments);
        }

        var institution = DemoAccounts.Institution;
        return [.. departments, .. stage.Employers, new TrainingInstitution(institution.Name, institution.Code, institution.Region, bureaus[institution.Region], departments[0])];
    }

    private static void Divide(Employer employer, IReadOnlyList<string> paths)
    {
        Dictionary<string, Department> known = [];
        foreach (var path in paths)
        {
            var cut = path.LastIndexOf('/');
            var above = cut < 0 ? null : known[path[..cut]];
            employer.Departments.Add(known[path] = new(employer, path[(cut + 1)..], above, known.Count));
        }
    }

    private async Task AppointAsync(DemoProof proofs)
    {
        var accounts = await stage.WriteAsync(nameof(SeedDemoData), Caller.System, async write =>
        {
            var codes = (await stage.Db.Organizations.Where(o => o.OrgCode != null).ToListAsync()).ToDictionary(o => o.OrgCode!);
            List<Account> appointed = [.. DemoAccounts.Administrators.Select(a => new Account(
                a.UserType, a.Organization is { } organization ? codes[organization.Code] : null,
                DemoPerson.Create(a.Number).Seal(stage.Box, stage.Clock.Today()), AccountState.Active, write.At))];
            appointed.ForEach(account => account.SetPassword(DemoAccounts.Password, stage.Hasher));
            stage.Db.AddRange(appointed);
            await stage.Db.SaveChangesAsync();
            foreach (var account in appointed.Where(a => a.UserType is UserType.Employer).DistinctBy(a => a.OrganizationId))
            {
                var proof = await proofs.SaveAsync(account.Id);
                stage.Db.Add(new Attachment(proof.Hash, proof.Length, FileType.Png, "证明材料.png", account.Id, write.At));
            }

            return appointed.Select(a => a.Id).ToList();
        });
        var callers = await stage.CallersAsync(stage.Db.Accounts.Where(a => accounts.Contains(a.Id)));
        foreach (var caller in callers.Values.Where(c => c.OrganizationId is not null).OrderByDescending(c => c.AccountId))
        {
            stage.Administrators[caller.OrganizationId!.Value] = caller;
        }

        foreach (var file in await stage.Db.Attachments.AsNoTracking().ToListAsync())
        {
            stage.EmployerFiles[callers[file.OwnerId!.Value].OrganizationId!.Value] = file.Id;
        }
    }
}
