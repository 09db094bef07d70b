using HnCe.Domain.Access;
using HnCe.Domain.Accounts;

namespace HnCe.Domain.Organizations;

/// <summary>施教机构注册: an institution and its first administrator wait for the same-level bureau. Source: INS-01 to INS-04, MSG-03.</summary>
public sealed class RegisterInstitution(OrganizationRegistrar registrar)
{
    /// <summary>Registers; gathers every refusal. Answers with the key of the registration.</summary>
    public Task<Outcome<long>> RunAsync(OrganizationApplication input, CancellationToken cancel) =>
        registrar.RegisterAsync(nameof(RegisterInstitution), RegistrationKind.Institution, input,
            checkedInput => new TrainingInstitution(checkedInput.Name, checkedInput.Code, checkedInput.RegionCode, checkedInput.Supervisor, checkedInput.IndustryDepartment), cancel);
}
