using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using HnCe.Domain.ReferenceData;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>What is typed about an industry department (行业主管部门). Source: BAS-01, BAS-06.</summary>
public sealed record IndustryDepartmentInput
{
    /// <summary>名称, up to 100 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>组织机构代码, or the unified credit code that holds it; the organization's half of the sign-in key.</summary>
    public string Code { get; init; } = "";

    /// <summary>所属区域, six-digit region code.</summary>
    public string RegionCode { get; init; } = "";

    /// <summary>Key of 同级人社部门: of the region or above it.</summary>
    public long? SupervisorId { get; init; }

    /// <summary>行业, code of industries.</summary>
    public string? Industry { get; init; }
}

/// <summary>A department as it shall be: typed, checked, and with its same-level bureau. Source: BAS-01, BAS-06, PIC-02.</summary>
internal sealed record IndustryDepartmentPlan(OrganizationDraft Draft, HrBureau Supervisor, string? Industry)
{
    /// <summary>Checks what was typed; <paramref name="existing"/> is null for a new department.</summary>
    public static async Task<Outcome<IndustryDepartmentPlan>> ReadAsync(HnCeDbContext db, IndustryDepartment? existing, IndustryDepartmentInput input, CancellationToken cancel)
    {
        var draft = new OrganizationDraft(db, nameof(IndustryDepartment), existing?.Id ?? 0);
        await draft.ReadAsync(input.Name, input.Code, input.RegionCode, cancel);
        var supervisor = await BureausFor(db, input.RegionCode).SingleOrDefaultAsync(b => b.Id == input.SupervisorId, cancel);
        if (supervisor is null)
        {
            draft.Refusals.Add(BaseDataRefusals.SupervisorRequired);
        }

        var industry = string.IsNullOrEmpty(input.Industry) ? null : input.Industry;
        if (industry is not null && !SeedFile.HasCode("industries", industry))
        {
            draft.Refusals.Add(BaseDataRefusals.UnknownIndustry);
        }

        return draft.Refusals.Count > 0 ? draft.Refusals : new IndustryDepartmentPlan(draft, supervisor!, industry);
    }

    /// <summary>Active bureaus that may be the same-level bureau of something in a region: its own, the city's and the province's. Source: PIC-02.</summary>
    public static IQueryable<HrBureau> BureausFor(HnCeDbContext db, string regionCode) => db.HrBureaus.Where(b => b.State == OrganizationState.Active
        && (b.RegionCode == regionCode || b.Tier == BureauTier.Province || db.Regions.Any(r => r.Code == regionCode && r.ParentCode == b.RegionCode)));

    /// <summary>Registrations of a department's administrators that wait for the same-level bureau.</summary>
    public static IQueryable<Registration> Waiting(HnCeDbContext db, long id) =>
        db.Registrations.Where(r => r.Status == RegistrationStatus.Pending && r.Kind == RegistrationKind.IndustryDepartment && r.Account.OrganizationId == id);

    /// <summary>Writes it onto a department.</summary>
    public void Fill(IndustryDepartment department)
    {
        department.Rename(Draft.Name, Draft.Code);
        department.Move(Draft.Region!.Code, Supervisor);
        department.Describe(department.Data with { CreditCode = Draft.CreditCode ?? department.Data.CreditCode, Industry = Industry });
    }
}
