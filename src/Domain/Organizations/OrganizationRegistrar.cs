using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.Files;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>What an employer or an institution fills in to register. Source: EMP-01 to EMP-04, INS-01 to INS-03.</summary>
public sealed record OrganizationApplication
{
    /// <summary>组织机构代码, nine characters by GB 11714 or the unified credit code of 18 by GB 32100.</summary>
    public string Code { get; init; } = "";

    /// <summary>Ticket of the uploaded 组织机构代码证扫描件.</summary>
    public string Scan { get; init; } = "";

    /// <summary>单位名称.</summary>
    public string Name { get; init; } = "";

    /// <summary>所属区域, six-digit region code.</summary>
    public string RegionCode { get; init; } = "";

    /// <summary>Key of the 同级人社部门.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>Key of the 行业主管部门, if any.</summary>
    public long? IndustryDepartmentId { get; init; }

    /// <summary>Address, contacts and classification.</summary>
    public OrganizationData Data { get; init; } = new();

    /// <summary>Who registers, and will be the first administrator.</summary>
    public Applicant Applicant { get; init; } = new();
}

/// <summary>What 单位注册, 施教机构注册 and 行业主管部门注册 have in common: check everything, then keep the organization, its first administrator and the registration. Source: SPEC §18.</summary>
public sealed class OrganizationRegistrar(UnitOfWork work, ApplicantAccounts accounts)
{
    private const int MostName = 100;

    /// <summary>Registers an employer or an institution; gathers every refusal, below <c>organization</c> and <c>applicant</c>. Answers with the key of the registration.</summary>
    internal Task<Outcome<long>> RegisterAsync(
        string action, RegistrationKind kind, OrganizationApplication input, Func<Founding, Organization> found, CancellationToken cancel) =>
        work.RunAsync<Registration, long>(action, async write =>
        {
            var type = kind is RegistrationKind.Employer ? UserType.Employer : UserType.Institution;
            var refusals = new List<Refusal>();
            var data = OrganizationDataCheck.Clean(input.Data);
            var code = await CodeAsync(KindOf(kind), input.Code, refusals, cancel);
            data = WithCredit(data, input.Code, code, refusals);
            var scan = await VisitorUpload.FindAsync(work.Db, input.Scan, write.At, cancel);
            if (scan is null)
            {
                refusals.Add(RegistrationRefusals.ScanRequired.At("scan"));
            }

            var name = CheckName(input.Name, refusals);
            var region = TypedText.Fold(input.RegionCode);
            await CheckRegionAsync(region, refusals, cancel);
            var supervisor = await SupervisorAsync(input.SupervisorId, region, refusals, cancel);
            var department = await DepartmentAsync(input.IndustryDepartmentId, region, refusals, cancel);
            refusals.AddRange(await OrganizationDataCheck.ReadAsync(work.Db, data, null, kind is RegistrationKind.Employer, cancel));
            refusals = [.. refusals.Select(refusal => refusal.At($"organization.{refusal.Path}"))];
            var idNumber = accounts.Check(input.Applicant, refusals, "applicant");
            if (refusals.Count > 0)
            {
                return refusals;
            }

            var organization = found(new(name, code!, region, supervisor!, department));
            organization.Describe(data);
            organization.AwaitReview(scan);
            await KeepAsync(organization, write, cancel);
            var registration = Submit(kind, type, organization, supervisor!, input.Applicant, idNumber!.Value, write);
            scan!.HandTo(registration.Account);
            return registration;
        }, registration => registration.Id, cancel);

    /// <summary>The nine characters that a code is kept by; adds MSG-15 for what is none and MSG-14 for what is taken within the kind, at <c>code</c>.</summary>
    internal async Task<string?> CodeAsync(string kind, string typed, List<Refusal> refusals, CancellationToken cancel)
    {
        if (Read(typed) is not { } code)
        {
            refusals.Add(OrganizationCode.Incorrect.At("code"));
            return null;
        }

        if (await work.Db.Organizations.AnyAsync(o => o.CodeKey == code && EF.Property<string>(o, "Kind") == kind, cancel))
        {
            refusals.Add(RegistrationRefusals.CodeTaken.At("code"));
        }

        return code;
    }

    /// <summary>A name without blanks around it; refused at <c>name</c> when it is none.</summary>
    internal static string CheckName(string typed, List<Refusal> refusals)
    {
        var name = typed.Trim();
        if (NameGram.Normalize(name).Length < 2 || name.Length > MostName || !TypedText.IsStorable(name))
        {
            refusals.Add(RegistrationRefusals.NameRequired.At("name"));
        }

        return name;
    }

    /// <summary>Stores an organization with its name index; its key is known afterwards.</summary>
    internal async Task KeepAsync(Organization organization, WriteContext write, CancellationToken cancel)
    {
        work.Db.Add(organization);
        await work.Db.SaveChangesAsync(cancel);
        work.Db.AddRange(NameGram.Of(organization));
        write.Note($"Organization:{organization.Id}", JsonSerializer.Serialize(new { Kind = organization.GetType().Name, organization.OrgCode, State = $"{organization.State}" }));
    }

    /// <summary>Opens the account of an administrator and sends it to the reviewer.</summary>
    internal Registration Submit(
        RegistrationKind kind, UserType type, Organization organization, HrBureau reviewer, Applicant applicant, IdNumber idNumber, WriteContext write) =>
        accounts.Submit(new(kind, accounts.Open(type, organization, accounts.Seal(applicant, idNumber), applicant.Password, AccountState.Pending, write), reviewer, write.At), write);

    /// <summary>The code that something typed stands for; null when it is none.</summary>
    internal static string? Read(string typed) =>
        OrganizationCode.TryParse(typed, out var plain) ? plain.Value : CreditCode.TryParse(typed, out var unified) ? unified.SubjectCode : null;

    // A credit code says the organization's code as well, so one is enough; two must be of the same organization.
    private static OrganizationData WithCredit(OrganizationData data, string typed, string? code, List<Refusal> refusals)
    {
        var given = CreditCode.TryParse(typed, out var unified) ? unified.Value : null;
        if (data.CreditCode is { } other && CreditCode.TryParse(other, out var parsed) && code is not null && (given ?? parsed.Value, parsed.SubjectCode) != (parsed.Value, code))
        {
            refusals.Add(new(RefusalCode.InvalidCreditCode, "统一社会信用代码与组织机构代码不一致", "creditCode"));
        }

        return data with { CreditCode = data.CreditCode ?? given };
    }

    private async Task CheckRegionAsync(string code, List<Refusal> refusals, CancellationToken cancel)
    {
        if (code.Length == 0)
        {
            refusals.Add(RegistrationRefusals.RegionRequired.At("regionCode"));
        }
        else if (!await work.Db.Regions.AnyAsync(r => r.Code == code && !r.Retired, cancel))
        {
            refusals.Add(RegistrationRefusals.RegionGone.At("regionCode"));
        }
    }

    private async Task<HrBureau?> SupervisorAsync(long? id, string region, List<Refusal> refusals, CancellationToken cancel)
    {
        var bureau = await Supervision.Over(work.Db, region).SingleOrDefaultAsync(b => b.Id == id, cancel);
        if (bureau is not { State: OrganizationState.Active })
        {
            refusals.Add((id is null ? RegistrationRefusals.BureauRequired : bureau is null ? RegistrationRefusals.BureauElsewhere : RegistrationRefusals.BureauRetired).At("supervisor"));
        }

        return bureau;
    }

    private async Task<IndustryDepartment?> DepartmentAsync(long? id, string region, List<Refusal> refusals, CancellationToken cancel)
    {
        var over = Supervision.Over(work.Db, region);
        var department = await work.Db.IndustryDepartments.SingleOrDefaultAsync(d => d.Id == id && over.Any(b => b.Id == d.SupervisorId), cancel);
        if (id is not null && department is not { State: OrganizationState.Active })
        {
            refusals.Add((department?.State is OrganizationState.Retired ? RegistrationRefusals.DepartmentRetired : RegistrationRefusals.DepartmentElsewhere).At("industryDepartment"));
        }

        return department;
    }

    private static string KindOf(RegistrationKind kind) => kind is RegistrationKind.Employer ? nameof(Employer) : nameof(TrainingInstitution);
}

/// <summary>What an organization is founded with, checked.</summary>
internal sealed record Founding(string Name, string Code, string RegionCode, HrBureau Supervisor, IndustryDepartment? IndustryDepartment);
