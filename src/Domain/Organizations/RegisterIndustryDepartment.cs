using HnCe.Domain.Access;
using HnCe.Domain.Accounts;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Organizations;

/// <summary>What an industry department fills in to register. Source: DEP-01.</summary>
/// <param name="Code">组织机构代码, nine characters by GB 11714 or the unified credit code of 18 by GB 32100.</param>
/// <param name="Name">行业主管部门单位名称.</param>
/// <param name="BureauId">Key of the 同级人社部门.</param>
/// <param name="Applicant">Who registers.</param>
public sealed record DepartmentApplication(string Code, string Name, long? BureauId, Applicant Applicant);

/// <summary>
/// 行业主管部门注册: a department and its first administrator wait for the same-level bureau; whoever names a department that is there already
/// becomes a further administrator of it. Source: DEP-01, DEP-02, MSG-05, Q5.
/// </summary>
public sealed class RegisterIndustryDepartment(UnitOfWork work, ApplicantAccounts accounts, OrganizationRegistrar registrar)
{
    /// <summary>Registers; gathers every refusal, below <c>department</c> and <c>applicant</c>. Answers with the key of the registration.</summary>
    public Task<Outcome<long>> RunAsync(DepartmentApplication input, CancellationToken cancel) =>
        work.RunAsync<Registration, long>(nameof(RegisterIndustryDepartment), async write =>
        {
            var refusals = new List<Refusal>();
            var bureau = await work.Db.HrBureaus.SingleOrDefaultAsync(b => b.Id == input.BureauId, cancel);
            if (bureau is not { State: OrganizationState.Active })
            {
                refusals.Add((bureau is null ? RegistrationRefusals.BureauRequired : RegistrationRefusals.BureauRetired).At("bureau"));
            }

            var name = OrganizationRegistrar.CheckName(input.Name, refusals);
            var existing = await ExistingAsync(input, name, cancel);
            var code = existing?.OrgCode ?? await registrar.CodeAsync(nameof(IndustryDepartment), input.Code, refusals, cancel);
            refusals = [.. refusals.Select(refusal => refusal.At($"department.{refusal.Path}"))];
            var idNumber = accounts.Check(input.Applicant, refusals, "applicant");
            if (idNumber is { } number && existing is not null && await accounts.IsTakenAsync(UserType.IndustryDepartment, existing.Id, number, cancel))
            {
                refusals.Add(AccountRefusals.AlreadyRegistered.At("applicant.idNumber"));
            }

            if (refusals.Count > 0)
            {
                return refusals;
            }

            var department = existing ?? await FoundAsync(name, code!, bureau!, write, cancel);
            return registrar.Submit(RegistrationKind.IndustryDepartment, UserType.IndustryDepartment, department, bureau!, input.Applicant, idNumber!.Value, write);
        }, registration => registration.Id, cancel);

    // The same code, name and bureau: a colleague registers (Q5). Anything else under a taken code is a mistake.
    private async Task<IndustryDepartment?> ExistingAsync(DepartmentApplication input, string name, CancellationToken cancel)
    {
        var (code, searched) = (OrganizationRegistrar.Read(input.Code), NameGram.Normalize(name));
        return code is null ? null : await work.Db.IndustryDepartments.SingleOrDefaultAsync(
            d => d.CodeKey == code && d.SupervisorId == input.BureauId && d.SearchName == searched && d.State == OrganizationState.Active, cancel);
    }

    private async Task<IndustryDepartment> FoundAsync(string name, string code, HrBureau bureau, WriteContext write, CancellationToken cancel)
    {
        var department = new IndustryDepartment(name, code, bureau);
        department.AwaitReview(null);
        await registrar.KeepAsync(department, write, cancel);
        return department;
    }
}
