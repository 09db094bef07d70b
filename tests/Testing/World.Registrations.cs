using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Files;
using HnCe.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Testing;

/// <summary>Organizations and administrators that register.</summary>
public sealed partial class World
{
    private int _codes;

    /// <summary>A valid organization code that nobody has.</summary>
    public string FreshCode()
    {
        var number = Interlocked.Increment(ref _codes);
        return "0123456789X".Select(check => $"WN{number:000000}{check}").First(code => OrganizationCode.TryParse(code, out _));
    }

    /// <summary>A scan that a visitor has uploaded; answers with its ticket.</summary>
    public Task<string> ScanAsync(FileType type = FileType.Png, TimeSpan age = default) => Program.WriteAsync(async (work, write) =>
    {
        var scan = new Attachment(Proof.Hash, Proof.Png.Length, type, "组织机构代码证.png", null, write.At - age);
        work.Db.Add(scan);
        await work.Db.SaveChangesAsync();
        return $"{scan.Ticket}";
    });

    /// <summary>An employer that registered and waits for a bureau, 郑州市 unless told otherwise. Answers with the key of the registration.</summary>
    public async Task<long> EmployerRegistrationAsync(HrBureau? bureau = null, MadeUpPerson? person = null, string? code = null)
    {
        var input = Applying(bureau, person, code, await ScanAsync());
        return Done(await Visitor.RunAsync<RegisterEmployer, Outcome<long>>(useCase => useCase.RunAsync(input, CancellationToken.None)));
    }

    /// <summary>An institution that registered and waits for a bureau, 郑州市 unless told otherwise. Answers with the key of the registration.</summary>
    public async Task<long> InstitutionRegistrationAsync(HrBureau? bureau = null, MadeUpPerson? person = null, string? code = null)
    {
        var input = Applying(bureau, person, code, await ScanAsync());
        return Done(await Visitor.RunAsync<RegisterInstitution, Outcome<long>>(useCase => useCase.RunAsync(input, CancellationToken.None)));
    }

    /// <summary>Somebody who registered as administrator of a bureau and waits for the bureau above. Answers with the key of the registration.</summary>
    public async Task<long> BureauRegistrationAsync(HrBureau bureau, MadeUpPerson? person = null) =>
        Done(await Visitor.RunAsync<RegisterBureauAdministrator, Outcome<long>>(useCase => useCase.RunAsync(bureau.Id, ApplicantOf(person ?? Stranger()), CancellationToken.None)));

    /// <summary>An industry department that registered and waits for a bureau, 郑州市 unless told otherwise. Answers with the key of the registration.</summary>
    public async Task<long> DepartmentRegistrationAsync(HrBureau? bureau = null, MadeUpPerson? person = null, string? code = null)
    {
        var input = new DepartmentApplication(code ?? FreshCode(), "注册行业局", (bureau ?? Zhengzhou).Id, ApplicantOf(person ?? Stranger()));
        return Done(await Visitor.RunAsync<RegisterIndustryDepartment, Outcome<long>>(useCase => useCase.RunAsync(input, CancellationToken.None)));
    }

    /// <summary>The state after a refusal: the organization's code and the person's key are free again.</summary>
    public Task<int> RefuseAsync(long registration) => Program.WriteAsync(async (work, _) =>
    {
        var account = await work.Db.Registrations.Where(r => r.Id == registration).Select(r => new { r.AccountId, r.Account.OrganizationId }).SingleAsync();
        await work.Db.Registrations.Where(r => r.Id == registration).ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, RegistrationStatus.Failed).SetProperty(r => r.Reason, "资料不清"));
        await work.Db.Accounts.Where(a => a.Id == account.AccountId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.State, AccountState.Rejected).SetProperty(a => a.NormalizedUserName, (string?)null));
        return await work.Db.Organizations.Where(o => o.Id == account.OrganizationId && o.State == OrganizationState.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.State, OrganizationState.Rejected).SetProperty(o => o.CodeKey, (string?)null));
    });

    private static Applicant ApplicantOf(MadeUpPerson person) =>
        new() { IdNumber = person.IdNumber, Password = MadeUpPerson.Password, Mobile = person.Mobile, Mail = person.Mail, Name = person.Name, Consent = true };

    private static long Done(Outcome<long> outcome) => outcome.IsRefused ? throw new InvalidOperationException(string.Join("; ", outcome.Refusals)) : outcome.Value;

    private OrganizationApplication Applying(HrBureau? bureau, MadeUpPerson? person, string? code, string scan) => new()
    {
        Code = code ?? FreshCode(),
        Scan = scan,
        Name = $"注册单位{_codes}",
        RegionCode = (bureau ?? Zhengzhou).RegionCode,
        SupervisorId = (bureau ?? Zhengzhou).Id,
        Data = new()
        {
            Address = "中原西路1号",
            LegalRepresentative = "张三",
            Contact = "李四",
            Phone = "0371-65900000",
            Mail = "office@hnce.example",
            Nature = "10",
            Affiliation = "40",
            Level = "122",
            Industry = "A",
            InstitutionLevel = "30",
        },
        Applicant = ApplicantOf(person ?? Stranger()),
    };
}
